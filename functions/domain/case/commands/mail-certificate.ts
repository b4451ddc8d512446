import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase, withText } from '../next-case.ts';
import { closing } from '../told.ts';

/** The certificate is posted, with the carrier's number on the record. [3.7.2] */
export const mailCertificate = defineCommand({
  command: 'mail',
  from: ['awaiting-collection'],
  to: ['closed'],
  by: { kind: 'staff', roles: ['back-office'] },
  input: z.strictObject({ postingNumber: z.string().check(z.minLength(4), z.maxLength(40)) }),
  closed: ({ state }, { reference: { service } }) => {
    if (state.delivery !== 'mail') return { kind: 'not-by-mail' };
    return service.assurance.collect === 'checked' && !state.identityChecked
      ? { kind: 'identity-not-checked' }
      : undefined;
  },
  decide: (current, { postingNumber }, { now, reference }) => {
    const { keepUntil: _until, keepUntilAt: _at, uncollected: _listed, ...ended } = current.state;
    return acceptCase(current, { type: 'mailed' }, closing(ended, now, reference), {
      personal: withText(current.personal, 'posting-number', postingNumber),
    });
  },
});
