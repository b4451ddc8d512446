import { createStore, delMany, get, keys, set, type UseStore } from 'idb-keyval';
import type { SentAnswers } from '../../shared/api-types.ts';
import { atSignOut } from '../forget.ts';
import { isSharedDevice } from './shared-device.ts';

/** Answers typed and not yet saved. They are personal: gone when saved, at sign-out, and never on a shared device. */
let made: UseStore | undefined;

/** Opened when first needed: a shared device gets no database at all. */
function store(): UseStore {
  made ??= createStore('banli', 'not-yet-saved');
  return made;
}

const keyOf = (caseId: string, pageId: string) => `${caseId}/${pageId}`;

atSignOut(async () => forget(() => true));

export async function keepPending(caseId: string, pageId: string, answers: SentAnswers): Promise<void> {
  if (isSharedDevice()) return;
  // A browser that refuses storage loses one answer at most: the server has the others.
  await set(keyOf(caseId, pageId), answers, store()).catch(() => undefined);
}

export async function readPending(caseId: string, pageId: string): Promise<SentAnswers> {
  if (isSharedDevice()) return {};
  const kept = await get<SentAnswers>(keyOf(caseId, pageId), store()).catch(() => undefined);
  return kept ?? {};
}

export async function dropPending(caseId: string, pageId: string): Promise<void> {
  await forget((key) => key === keyOf(caseId, pageId));
}

async function forget(which: (key: IDBValidKey) => boolean): Promise<void> {
  if (isSharedDevice()) return;
  const all = await keys(store()).catch(() => []);
  await delMany(all.filter(which), store()).catch(() => undefined);
}
