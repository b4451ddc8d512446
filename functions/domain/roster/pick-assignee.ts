import type { Candidate, RosterMember } from './roster.ts';

export interface Picked {
  readonly personId: string;
  /** "Why me", for the record and for the person. */
  readonly why: string[];
}

/**
 * The eligible colleague with the least open work; of several the longest idle; of those the first by id, so that the
 * choice is the same whoever computes it. `undefined`: nobody eligible. [3.4.1]
 */
export function pickAssignee(
  members: readonly RosterMember[],
  candidates: readonly Candidate[],
  notThese: readonly string[],
): Picked | undefined {
  const eligible = members.filter(({ personId }) => {
    const candidate = candidates.find((one) => one.personId === personId);
    return candidate !== undefined && candidate.barred === undefined && !notThese.includes(personId);
  });
  const [first] = eligible.toSorted(
    (one, other) =>
      one.open.length - other.open.length ||
      compare(one.idleSince, other.idleSince) ||
      compare(one.personId, other.personId),
  );
  if (first === undefined) return undefined;
  return {
    personId: first.personId,
    why: [`eligible:${eligible.length}`, `load:${first.open.length}`, `idle-since:${first.idleSince}`],
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
