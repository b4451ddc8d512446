import * as z from 'zod/mini';
import type { Seen } from '../../functions/use-cases/findings/take-scan.ts';

/** Why an advisory may stand, and until when: after that day it counts again. */
export const excuse = z.strictObject({
  /** As in GHSA-xxxx-xxxx-xxxx. */
  advisory: z.string().check(z.regex(/^GHSA-/)),
  until: z.iso.date(),
  reason: z.string().check(z.minLength(20)),
});
export type Excuse = z.infer<typeof excuse>;

export interface Judged {
  /** High or critical, and nobody has excused it for today. */
  readonly failing: readonly Seen[];
  readonly excused: readonly { readonly seen: Seen; readonly excuse: Excuse }[];
  /** Lower ones: they go to the register of findings, and fail nothing. */
  readonly noted: readonly Seen[];
  /** Excuses that excuse nothing any more. */
  readonly unused: readonly Excuse[];
}

const FAILING = new Set(['critical', 'high']);

/** `today` as 2026-11-24; an excuse holds on its last day. */
export function judgeAudit(seen: readonly Seen[], excuses: readonly Excuse[], today: string): Judged {
  const excuseOf = ({ what }: Seen) =>
    excuses.find(({ advisory, until }) => what.startsWith(advisory) && until >= today);
  const grave = seen.filter(({ severity }) => FAILING.has(severity));
  return {
    failing: grave.filter((one) => excuseOf(one) === undefined),
    excused: grave.flatMap((one) => {
      const found = excuseOf(one);
      return found ? [{ seen: one, excuse: found }] : [];
    }),
    noted: seen.filter(({ severity }) => !FAILING.has(severity)),
    unused: excuses.filter(({ advisory }) => !seen.some(({ what }) => what.startsWith(advisory))),
  };
}
