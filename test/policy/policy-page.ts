import { CHAPTERS, CLAUSES, type Clause } from './clauses.ts';
import { PROMISES, type PromiseLine } from './promises.ts';
import { type Scenario, TRACED_LAYERS, type TracedLayer } from './trace.ts';

/** Scenario titles by the id they prove, each with the layers in which it ran and passed. */
export type Proofs = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<TracedLayer>>>;

export function proofsFrom(traces: ReadonlyMap<TracedLayer, readonly Scenario[]>): Proofs {
  const proofs = new Map<string, Map<string, Set<TracedLayer>>>();
  for (const [layer, scenarios] of traces) {
    for (const { ids, title } of scenarios) {
      for (const id of ids) {
        const titles = proofs.get(id) ?? new Map<string, Set<TracedLayer>>();
        proofs.set(id, titles.set(title, (titles.get(title) ?? new Set()).add(layer)));
      }
    }
  }
  return proofs;
}

/** docs/policy.md: the same run gives the same bytes, so a difference is a change of what is proven. */
export function policyPage(proofs: Proofs): string {
  const proven = CLAUSES.filter(({ id }) => proofs.has(id)).length;
  const chapters = Object.entries(CHAPTERS).flatMap(([number, name]) => [
    `## ${number} ${name}`,
    '',
    ...CLAUSES.filter(({ id }) => id.startsWith(`${number}.`)).flatMap((clause) =>
      clauseLines(clause, proofs),
    ),
  ]);
  return [
    '# The policy, clause by clause',
    '',
    'Written by `npm test` from the tests that ran and passed (`test/policy/check-trace.ts`); do not edit.',
    `${proven} of ${CLAUSES.length} clauses have a scenario; those without stand in \`test/policy/uncovered.json\`, which may only shrink.`,
    '',
    ...chapters,
    '## Appendix: reliability (R) and experience (U)',
    '',
    'Every line of reliability is owed a test; those without one stand in the same list, which may only shrink.',
    '',
    ...PROMISES.filter(({ id }) => proofs.has(id)).flatMap((line) => promiseLines(line, proofs)),
    `Without a scenario: ${PROMISES.filter(({ id }) => !proofs.has(id))
      .map(({ id }) => id)
      .join(', ')}.`,
    '',
  ].join('\n');
}

function clauseLines({ id, asks, shows }: Clause, proofs: Proofs): readonly string[] {
  const head = [`### ${id} ${asks}`, ''];
  if (!proofs.has(id)) return [...head, `No scenario yet. It must show: ${shows}`, ''];
  return [...head, ...scenarioLines(id, proofs), ''];
}

function promiseLines({ id, says }: PromiseLine, proofs: Proofs): readonly string[] {
  return [`**${id}** ${says}`, '', ...scenarioLines(id, proofs), ''];
}

function scenarioLines(id: string, proofs: Proofs): readonly string[] {
  const titles = [...(proofs.get(id) ?? [])].map(([title, layers]) => {
    const where = TRACED_LAYERS.filter((layer) => layers.has(layer)).join(', ');
    return `- ${title} (${where})`;
  });
  return titles.sort();
}
