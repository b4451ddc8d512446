import { CLAUSES } from './clauses.ts';
import type { Proofs } from './policy-page.ts';
import { PROMISES } from './promises.ts';

/** What is wrong with what a run has proven, one sentence each; none when all is well. */
export function faultsOf(proofs: Proofs, uncovered: readonly string[]): readonly string[] {
  const promises = PROMISES.map(({ id }) => id);
  // What is owed a scenario: every clause, and every line of reliability; experience is told where it is shown.
  const owed = [...CLAUSES.map(({ id }) => id), ...promises.filter((id) => id.startsWith('R'))];
  const known = new Set([...owed, ...promises]);
  const without = owed.filter((id) => !proofs.has(id) && !uncovered.includes(id));
  const proven = uncovered.filter((id) => proofs.has(id));
  const unknown = [...proofs.keys(), ...uncovered].filter((id) => !known.has(id));
  return [
    ...without.map((id) => `${nameOf(id)} has no scenario that ran and passed.`),
    ...proven.map(
      (id) =>
        `${nameOf(id)} has a scenario now: take it off test/policy/uncovered.json (npm run trace -- --shrink).`,
    ),
    ...unknown.map((id) => `A title or the list names ${id}, which is neither a clause nor a promise.`),
  ];
}

function nameOf(id: string): string {
  return id.startsWith('R') ? `Reliability line ${id}` : `Clause ${id}`;
}

/** Scenarios of one page that the other has no more, with the clause they stood under. */
export function lostScenarios(before: string, after: string): readonly string[] {
  const kept = new Set(scenariosOf(after));
  return scenariosOf(before).filter((scenario) => !kept.has(scenario));
}

/** A scenario that moved to another layer is not lost. */
function scenariosOf(page: string): readonly string[] {
  let under = '';
  return page.split('\n').flatMap((line) => {
    under = /^(?:### |\*\*)([\w.]+)/.exec(line)?.[1] ?? under;
    return line.startsWith('- ') ? [`[${under}] ${line.slice(2).replace(/ \([a-z, ]+\)$/, '')}`] : [];
  });
}
