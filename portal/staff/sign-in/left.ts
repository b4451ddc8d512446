/** What this tab keeps while its person is away at the provider; without it the code that comes back is worth nothing. */
export interface Left {
  readonly session: string;
  /** Where to go on. */
  readonly to: string;
  /** To sign in, or signed in to prove again who they are. */
  readonly why: 'sign-in' | 'proof';
}

const KEY = 'banli.left-for-provider';

export function keepLeft(left: Left): void {
  sessionStorage.setItem(KEY, JSON.stringify(left));
}

/** Once: whoever opens the same address again finds nothing. */
export function takeLeft(): Left | undefined {
  const kept = sessionStorage.getItem(KEY);
  if (kept === null) return undefined;
  sessionStorage.removeItem(KEY);
  const left: Left = JSON.parse(kept);
  return left;
}
