import type { LoadWords } from './speech.ts';

/** Words of the shared widgets; one chunk a language. */
export const sharedWords: LoadWords = async (language) => {
  switch (language) {
    case 'zh-Hant':
      return (await import('../words/shared/zh-Hant.json', { with: { type: 'json' } })).default;
    case 'zh-Hans':
      return (await import('../words/shared/zh-Hans.json', { with: { type: 'json' } })).default;
    case 'en':
      return (await import('../words/shared/en.json', { with: { type: 'json' } })).default;
  }
};
