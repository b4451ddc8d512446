import type { CaseStatus } from '../../../functions/domain/case/state.ts';
import type { TagTone } from '../../shared/tag.tsx';

const TONES: Readonly<Record<CaseStatus, TagTone>> = {
  draft: 'plain',
  submitted: 'running',
  'awaiting-supplement': 'yours',
  'in-review': 'running',
  returned: 'running',
  'awaiting-correction': 'yours',
  'in-handling': 'running',
  'result-ready': 'running',
  'awaiting-collection': 'yours',
  closed: 'done',
  archived: 'plain',
};

/** Running here, waiting for the applicant, or done: three tints for all statuses [U40]. */
export function statusTone(status: CaseStatus): TagTone {
  return TONES[status];
}

export function isCaseStatus(value: unknown): value is CaseStatus {
  return typeof value === 'string' && value in TONES;
}
