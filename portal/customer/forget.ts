type Forget = () => Promise<void>;

const acts = new Set<Forget>();

/** Says what to throw away at sign-out: answers not yet saved, answers of the API kept in memory. */
export function atSignOut(act: Forget): void {
  acts.add(act);
}

export async function forgetEverything(): Promise<void> {
  await Promise.all([...acts].map((act) => act()));
}
