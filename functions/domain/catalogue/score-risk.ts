import type { Answers } from './answers.ts';
import type { Service } from './service.ts';
import { meets } from './visible-questions.ts';

export type RiskPath = 'simple' | 'normal' | 'enhanced';

export interface RiskScore {
  readonly points: number;
  /** Ids of the rules that hit. */
  readonly reasons: readonly string[];
  readonly path: RiskPath;
}

/** Scores an application by the service's own rules; `facts` are counts looked up beforehand. [2.2.2] */
export function scoreRisk(
  { risk }: Pick<Service, 'risk'>,
  answers: Answers,
  facts: Readonly<Record<string, number>>,
): RiskScore {
  const hits = risk.rules.filter(({ when }) =>
    'fact' in when ? (facts[when.fact] ?? 0) >= when.atLeast : meets(answers, when),
  );
  const points = hits.reduce((sum, rule) => sum + rule.points, 0);
  return { points, reasons: hits.map(({ id }) => id), path: pathFor(points, risk) };
}

function pathFor(points: number, { normalFrom, enhancedFrom }: Service['risk']): RiskPath {
  if (points >= enhancedFrom) return 'enhanced';
  return points >= normalFrom ? 'normal' : 'simple';
}
