import { type LoadWords, type Said, useSpeech } from '../shared/speech.ts';
import type { SharedWordId } from '../shared/words.ts';
import type staff from '../words/staff/en.json';
import type { CaseWordId } from './case-words.ts';

export type StaffWordId = SharedWordId | CaseWordId | keyof typeof staff;
export type StaffSaid = Said<StaffWordId>;

export function useWords(): StaffSaid {
  return useSpeech<StaffWordId>();
}

export const staffWords: LoadWords = async (language) => {
  switch (language) {
    case 'zh-Hant':
      return (await import('../words/staff/zh-Hant.json', { with: { type: 'json' } })).default;
    case 'zh-Hans':
      return (await import('../words/staff/zh-Hans.json', { with: { type: 'json' } })).default;
    case 'en':
      return (await import('../words/staff/en.json', { with: { type: 'json' } })).default;
  }
};

export const caseWords: LoadWords = async (language) => {
  switch (language) {
    case 'zh-Hant':
      return (await import('../../functions/words/zh-Hant.json', { with: { type: 'json' } })).default;
    case 'zh-Hans':
      return (await import('../../functions/words/zh-Hans.json', { with: { type: 'json' } })).default;
    case 'en':
      return (await import('../../functions/words/en.json', { with: { type: 'json' } })).default;
  }
};
