import { useSyncExternalStore } from 'react';
import { answerOf, makeApi } from '../shared/api.ts';
import { makeSessionKeeper, type Session } from '../shared/session.ts';
import type { StaffPaths } from './staff-paths.ts';

export const session = makeSessionKeeper('staff');

type StaffApi = ReturnType<typeof makeApi<StaffPaths>>;
let made: StaffApi | undefined;

/** The API as this colleague calls it. */
export function api(): StaffApi {
  made ??= makeApi<StaffPaths>({ session, renew });
  return made;
}

async function renew({ refreshToken }: Session): Promise<Session | undefined> {
  const call = api().POST('/public/staff-sign-in/refresh', { body: { refreshToken } });
  return answerOf(call).catch(() => undefined);
}

export function useSession(): Session | undefined {
  return useSyncExternalStore(session.watch, session.get);
}
