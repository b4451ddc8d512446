import type { LimitRule } from '../../functions/domain/clock/rule.ts';
import { useWords } from './words.ts';

/** A limit in words: 3 個工作日, 3 working days. */
export function useLimitWords(): (rule: Pick<LimitRule, 'amount' | 'unit'>) => string {
  const { say } = useWords();
  return ({ amount, unit }) => say(`limit.${unit}`, { amount });
}
