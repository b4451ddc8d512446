import { useSyncExternalStore } from 'react';
import { type Api, answerOf, makeApi } from '../shared/api.ts';
import { makeSessionKeeper, type Session } from '../shared/session.ts';

export const session = makeSessionKeeper('staff');

let made: Api | undefined;

/** The API as this colleague calls it. */
export function api(): Api {
  made ??= makeApi({ session, renew });
  return made;
}

async function renew({ refreshToken }: Session): Promise<Session | undefined> {
  const call = api().POST('/public/staff-sign-in/refresh', { body: { refreshToken } });
  return answerOf(call).catch(() => undefined);
}

export function useSession(): Session | undefined {
  return useSyncExternalStore(session.watch, session.get);
}
