import { type LoadWords, type Said, useSpeech } from '../shared/speech.ts';
import type { SharedWordId } from '../shared/words.ts';
import type account from '../words/account/en.json';
import type open from '../words/open/en.json';

export type OpenWordId = SharedWordId | keyof typeof open;

/** Words of the pages that need no account. */
export function useWords(): Said<OpenWordId> {
  return useSpeech<OpenWordId>();
}

/** Words of the pages behind the sign-in too; their file is loaded with them. */
export function useAccountWords(): Said<OpenWordId | keyof typeof account> {
  return useSpeech<OpenWordId | keyof typeof account>();
}

export const openWords: LoadWords = async (language) => {
  switch (language) {
    case 'zh-Hant':
      return (await import('../words/open/zh-Hant.json', { with: { type: 'json' } })).default;
    case 'zh-Hans':
      return (await import('../words/open/zh-Hans.json', { with: { type: 'json' } })).default;
    case 'en':
      return (await import('../words/open/en.json', { with: { type: 'json' } })).default;
  }
};

export const accountWords: LoadWords = async (language) => {
  switch (language) {
    case 'zh-Hant':
      return (await import('../words/account/zh-Hant.json', { with: { type: 'json' } })).default;
    case 'zh-Hans':
      return (await import('../words/account/zh-Hans.json', { with: { type: 'json' } })).default;
    case 'en':
      return (await import('../words/account/en.json', { with: { type: 'json' } })).default;
  }
};
