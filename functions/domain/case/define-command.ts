import type { Given } from '../record/definition.ts';
import type { Author } from '../record/version.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { AnyCommandRule, CaseReference, CommandRule, CurrentCase, StatusCase } from './rule.ts';
import type { CaseState, CaseStatus } from './state.ts';

/** Makes a row of the table: checks status and form, so that each rule is written for the statuses it names. */
export function defineCommand<Status extends CaseStatus, Input>(
  rule: CommandRule<Status, Input>,
): AnyCommandRule {
  const narrowed = (current: CurrentCase): StatusCase<Status> | undefined => {
    const { state, ...rest } = current;
    return isIn(state, rule.from) && !isDestroyed(state) ? { ...rest, state } : undefined;
  };
  const wrongStatus = ({ state }: CurrentCase) =>
    isDestroyed(state)
      ? refuse('record-destroyed').refusal
      : refuse('not-in-this-status', { command: rule.command, status: state.status }).refusal;
  return {
    command: rule.command,
    from: rule.from,
    to: rule.to,
    by: rule.by,
    input: rule.input,
    commutes: rule.commutes ?? false,
    closed: (current, given: Given<unknown, CaseReference>) => {
      const here = narrowed(current);
      if (here === undefined) return wrongStatus(current);
      return wrongGiver(rule, given.actor) ?? rule.closed?.(here, given);
    },
    decide: (current, input, given) => {
      const here = narrowed(current);
      if (here === undefined) return { accepted: false, refusal: wrongStatus(current) };
      const closed = wrongGiver(rule, given.actor) ?? rule.closed?.(here, given);
      if (closed !== undefined) return { accepted: false, refusal: closed };
      const parsed = rule.input.safeParse(input);
      return parsed.success
        ? rule.decide(here, parsed.data, given)
        : refuse('invalid-request', { fields: parsed.error.issues.map(({ path }) => path.join('/')) });
    },
  };
}

/** Whoever let a command through: only the kind of actor that its row names can have given it. */
function wrongGiver(
  { command, by }: Pick<AnyCommandRule, 'command' | 'by'>,
  { kind }: Author,
): Refusal | undefined {
  const isNamed = kind === by.kind || (kind === 'representative' && by.kind === 'customer');
  return isNamed ? undefined : refuse('not-permitted', { command }).refusal;
}

/** After its destruction a record takes no command. */
export function isDestroyed(state: CaseState): boolean {
  return state.status === 'archived' && state.destroyed !== undefined;
}

function isIn<Status extends CaseStatus>(
  state: CaseState,
  statuses: readonly Status[],
): state is Extract<CaseState, { status: Status }> {
  return statuses.some((status) => status === state.status);
}
