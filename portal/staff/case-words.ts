import type words from '../../functions/words/en.json';

/** What a case is told with, in messages and papers and here alike: written once, for all of them. */
const TOLD = [
  'status',
  'phase',
  'turn',
  'verdict',
  'finding',
  'outcome',
  'reason',
  'relation',
  'role',
  'queue',
  'command',
  'event',
  'call',
  'ground',
  'path',
  'clock',
] as const;

/** What may be wrong with a file, as the customer was told it. */
const FILE_WORDS = ['refusal.file-', 'refusal.wrong-file-type'];

export type CaseWordId = Extract<keyof typeof words, `${(typeof TOLD)[number]}.${string}`>;

export function isCaseWord(id: string): boolean {
  return TOLD.some((kind) => id.startsWith(`${kind}.`)) || FILE_WORDS.some((start) => id.startsWith(start));
}
