import type { TagTone } from '../../shared/tag.tsx';

const STATUSES = ['drafted', 'reviewed', 'approved', 'rejected', 'carried-out'] as const;
type ListStatus = (typeof STATUSES)[number];

export const LIST_TONES: Readonly<Record<ListStatus, TagTone>> = {
  drafted: 'yours',
  reviewed: 'yours',
  approved: 'wrong',
  rejected: 'plain',
  'carried-out': 'done',
};

export function listStatusOf(value: unknown): ListStatus {
  return STATUSES.find((status) => status === value) ?? 'drafted';
}
