/** Who is next, told the slow way: one by one, nobody may be better than the one who stays. [3.4.1] */
export interface Colleague {
  readonly personId: string;
  readonly barred: boolean;
  readonly load: number;
  readonly idleSince: string;
}

export function oracleAssignee(
  colleagues: readonly Colleague[],
  notThese: readonly string[],
): string | undefined {
  let best: Colleague | undefined;
  for (const one of colleagues) {
    if (one.barred || notThese.includes(one.personId)) continue;
    if (best === undefined || isBetter(one, best)) best = one;
  }
  return best?.personId;
}

function isBetter(one: Colleague, other: Colleague): boolean {
  if (one.load !== other.load) return one.load < other.load;
  if (one.idleSince !== other.idleSince) return one.idleSince < other.idleSince;
  return one.personId < other.personId;
}
