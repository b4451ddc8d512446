import { DUE_EFFECTS } from './due-effects.ts';
import { LIFECYCLE } from './lifecycle.ts';
import { phaseOf, turnOf } from './stage.ts';
import { CASE_STATUSES } from './state.ts';

/** The lifecycle as a document: a diagram and a table, made from the table of commands and nothing else. */
export function lifecycleDocument(): string {
  const arrows = LIFECYCLE.flatMap(({ command, from, to }) =>
    from.flatMap((one) =>
      to.filter((next) => next !== one).map((next) => `  ${one} --> ${next}: ${command}`),
    ),
  );
  const byItself = DUE_EFFECTS.map(({ effect, from, to }) => `  ${from} --> ${to}: ${effect} (by itself)`);
  const rows = LIFECYCLE.map(({ command, by, from, to, commutes }) => {
    const who = by.kind === 'staff' ? by.roles.join(', ') : by.kind;
    return `| \`${command}\` | ${who} | ${from.join(', ')} | ${to.join(', ') || 'unchanged'} | ${commutes ? 'yes' : 'no'} |`;
  });
  return [
    '# The lifecycle of a case',
    '',
    'Made from `functions/domain/case/lifecycle.ts` by `npm run lifecycle`; a test compares. Status is whose turn it is; outcome is how it ended.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> draft: open-draft',
    ...arrows,
    ...byItself,
    '  archived --> [*]',
    '```',
    '',
    '| Status | Phase | Whose turn |',
    '|---|---|---|',
    ...CASE_STATUSES.map((status) => `| ${status} | ${phaseOf({ status })} | ${turnOf({ status })} |`),
    '',
    '| Command | Who | From | To | Lands on a newer version |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
