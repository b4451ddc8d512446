import type { Given } from '../record/definition.ts';
import type { Refusal } from '../refusal.ts';
import { LIFECYCLE } from './lifecycle.ts';
import type { AnyCommandRule, CaseReference, CurrentCase } from './rule.ts';

export interface ExplainedCommand {
  readonly command: string;
  /** Why it is closed to this person now; open when left out. */
  readonly closed?: Refusal;
}

/**
 * Which commands a person has on a case, and for the closed ones why. `mayGive` is the permission matrix: what it does
 * not grant is not shown at all; what is shown closed says what would open it.
 */
export function explain(
  current: CurrentCase,
  given: Omit<Given<unknown, CaseReference>, 'command'>,
  mayGive: (rule: AnyCommandRule) => boolean,
): readonly ExplainedCommand[] {
  return LIFECYCLE.filter((rule) => rule.from.includes(current.state.status) && mayGive(rule)).map((rule) => {
    const closed = rule.closed(current, { ...given, command: undefined });
    return closed === undefined ? { command: rule.command } : { command: rule.command, closed };
  });
}
