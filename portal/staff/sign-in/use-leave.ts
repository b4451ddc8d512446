import { useMutation } from '@tanstack/react-query';
import { answerOf } from '../../shared/api.ts';
import { api } from '../session.ts';
import { keepLeft, type Left } from './left.ts';

/** Leaves for the provider's page; it sends back to the return page, which goes on to `to`. */
export function useLeave({ to, why }: Omit<Left, 'session'>) {
  return useMutation({
    mutationFn: () =>
      answerOf(
        why === 'proof'
          ? api().POST('/staff/me/reauthenticate/provider')
          : api().POST('/public/staff-sign-in/provider'),
      ),
    onSuccess: ({ address, session }) => {
      keepLeft({ session, to, why });
      window.location.assign(address);
    },
  });
}
