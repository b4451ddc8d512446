import { LIFECYCLE } from './lifecycle.ts';
import { phaseOf } from './stage.ts';
import { CASE_STATUSES } from './state.ts';

/** The lifecycle as a document: a diagram and a table, made from the table of commands and nothing else. */
export function lifecycleDocument(): string {
  const arrows = LIFECYCLE.flatMap(({ command, from, to }) =>
    from.flatMap((one) =>
      to.filter((next) => next !== one).map((next) => `  ${one} --> ${next}: ${command}`),
    ),
  );
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
    '  awaiting-supplement --> result-ready: lapse (by itself)',
    '  awaiting-correction --> result-ready: lapse (by itself)',
    '  submitted --> in-review: deem-accepted (by itself, where the law says so)',
    '  archived --> [*]',
    '```',
    '',
    '| Status | Phase |',
    '|---|---|',
    ...CASE_STATUSES.map((status) => `| ${status} | ${phaseOf({ status })} |`),
    '',
    '| Command | Who | From | To | Lands on a newer version |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
