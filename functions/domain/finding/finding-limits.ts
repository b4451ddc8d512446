import type { Severity } from '../operations/severity.ts';

export interface FindingLimit {
  readonly days: number;
  /** The law asks for mending "without delay" (及時處置) and names no days: these are the centre's own, under it. */
  readonly basis: string;
  /** An accepted risk is looked at again after so many days at the latest. */
  readonly mostAcceptedDays: number;
}

const BASIS = '網絡安全法 §27; 個人信息保護法 §51; policy 7.1.2';

/** By when a finding is to be mended. */
export const FINDING_LIMITS: Readonly<Record<Severity, FindingLimit>> = {
  critical: { days: 3, basis: BASIS, mostAcceptedDays: 30 },
  high: { days: 14, basis: BASIS, mostAcceptedDays: 90 },
  moderate: { days: 60, basis: BASIS, mostAcceptedDays: 180 },
  low: { days: 180, basis: BASIS, mostAcceptedDays: 365 },
};
