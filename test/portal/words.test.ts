import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../functions/domain/language.ts';
import { compile } from '../../functions/words/compile.ts';
import { argumentsOf } from '../../functions/words/speak.ts';
import { root } from '../../local/places.ts';

const folder = join(root, 'portal/words');

function readWords(set: string, language: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(folder, set, `${language}.json`), 'utf8'));
}

/** All source of the pages, joined: where ids must appear. */
function sources(place = join(root, 'portal')): string {
  return readdirSync(place, { withFileTypes: true })
    .map((entry) => {
      const path = join(place, entry.name);
      if (entry.isDirectory()) return entry.name === 'words' ? '' : sources(path);
      return /\.tsx?$/.test(entry.name) ? readFileSync(path, 'utf8') : '';
    })
    .join('\n');
}

const code = sources();

/** Beginnings of ids that are made at run time, as in say(`turn.${whoseTurn}`). */
const madeAtRunTime = [...code.matchAll(/`([\w.-]+[.-])\$\{/g)].flatMap(([, start]) => start ?? []);

function isUsed(id: string): boolean {
  return code.includes(`'${id}'`) || madeAtRunTime.some((start) => id.startsWith(start));
}

describe.each(readdirSync(folder))('the words of %s', (set) => {
  const words = LANGUAGES.map((language) => readWords(set, language));

  test('have the same ids in all languages, in order', () => {
    const ids = Object.keys(words[2] ?? {});
    expect(ids).toEqual([...ids].sort());
    for (const one of words) expect(Object.keys(one)).toEqual(ids);
  });

  test('ask for the same values in all languages', () => {
    const [asked, ...others] = words.map((one) =>
      Object.fromEntries(Object.entries(one).map(([id, text]) => [id, argumentsOf(compile(text))])),
    );
    for (const other of others) expect(other).toEqual(asked);
  });

  test('hold no empty text, no space at an edge, and nothing that is not well-formed ICU', () => {
    for (const [id, text] of words.flatMap((one) => Object.entries(one))) {
      expect(text.trim(), id).toBe(text);
      expect(text, id).not.toBe('');
      expect(() => compile(text), id).not.toThrow();
    }
  });

  test('hold no half-width punctuation between Chinese characters', () => {
    const odd = words
      .slice(0, 2)
      .flatMap((one) =>
        Object.entries(one).filter(([, text]) => /[\u4e00-\u9fff][,;:!?][\u4e00-\u9fff]/.test(text)),
      );
    expect(odd).toEqual([]);
  });

  test('are all said somewhere', () => {
    expect(Object.keys(words[2] ?? {}).filter((id) => !isUsed(id))).toEqual([]);
  });
});

test('no id has two texts', () => {
  const all = readdirSync(folder)
    .filter((set) => set !== 'staff')
    .flatMap((set) => Object.keys(readWords(set, 'en')));
  expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([]);
});
