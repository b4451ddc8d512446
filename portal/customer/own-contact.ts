import { atSignOut } from './forget.ts';

const KEY = 'banli.contact';

atSignOut(async () => sessionStorage.removeItem(KEY));

/** The contact a code was sent to: it may be given as an answer without being typed again [U6]. Dies with the tab. */
export function ownContact(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined;
}

export function keepOwnContact(contact: string): void {
  sessionStorage.setItem(KEY, contact);
}
