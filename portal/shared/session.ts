/** Who is signed in on this tab. It dies with the tab: the next person at a counter finds nothing. */
export interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: string;
}

export interface SessionKeeper {
  get(): Session | undefined;
  set(session: Session | undefined): void;
  /** Calls back on each change; gives the way to stop. */
  watch(changed: () => void): () => void;
}

/** Customers and staff keep theirs under different names: one never acts with the other's. */
export function makeSessionKeeper(name: 'customer' | 'staff'): SessionKeeper {
  const key = `banli.session.${name}`;
  const watchers = new Set<() => void>();
  let session = read(key);
  return {
    get: () => session,
    set: (next) => {
      session = next;
      if (next === undefined) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(next));
      for (const changed of watchers) changed();
    },
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}

function read(key: string): Session | undefined {
  const kept = sessionStorage.getItem(key);
  if (kept === null) return undefined;
  const session: Session = JSON.parse(kept);
  return session;
}
