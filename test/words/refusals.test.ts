import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROBLEM_KINDS } from '../../functions/domain/catalogue/problems.ts';
import { LANGUAGES } from '../../functions/domain/language.ts';
import { MESSAGE_KINDS } from '../../functions/domain/papers/message-facts.ts';
import { RECORD_KINDS } from '../../functions/domain/record/version.ts';
import { statusOf } from '../../functions/http/problem.ts';
import { hasWords } from '../../functions/words/catalogue.ts';
import en from '../../functions/words/en.json' with { type: 'json' };
import { speak } from '../../functions/words/speak.ts';

const functions = join(import.meta.dirname, '../../functions');

/** `refuse('kind'`, and what is given as a refusal: `refusal: { kind: 'kind'`, `closed: … { kind: 'kind'`. */
const REFUSED = [
  /\brefuse\(\s*'([a-z-]+)'/g,
  /\brefusal:? (?:=|)\s*\{\s*kind: '([a-z-]+)'/g,
  /BadRequest\(\{ kind: '([a-z-]+)'/g,
];

/** In the lifecycle's commands every `{ kind: 'x'` is a refusal. */
const REFUSED_BY_COMMANDS = /\{ kind: '([a-z-]+)'/g;

/** Kinds of record and of author, which commands name in the same way. */
const OTHER_KINDS: ReadonlySet<string> = new Set([
  ...RECORD_KINDS,
  'customer',
  'representative',
  'staff',
  'system',
]);

function kindsIn(text: string, patterns: readonly RegExp[]): readonly string[] {
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].flatMap(([, ...kinds]) => kinds));
}

function refused(): readonly string[] {
  const files = readdirSync(functions, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const kinds = files.flatMap((file) => {
    const inCommands = /^domain\/(case\/commands|people)\//.test(file);
    return kindsIn(
      readFileSync(join(functions, file), 'utf8'),
      inCommands ? [...REFUSED, REFUSED_BY_COMMANDS] : REFUSED,
    );
  });
  return [...new Set(kinds)].filter((kind) => !OTHER_KINDS.has(kind)).sort();
}

describe('every refusal', () => {
  test('of the code is found by this test', () => {
    expect(refused().length).toBeGreaterThan(40);
    expect(refused()).toEqual(
      expect.arrayContaining(['settling', 'stale', 'four-eyes', 'body-too-large', 'left']),
    );
  });

  test('has words, and says what to do next', () => {
    expect(
      refused().filter((kind) => !hasWords(`refusal.${kind}`) || !hasWords(`refusal.${kind}.next`)),
    ).toEqual([]);
  });

  test('needs no value but the reference of the unexpected: a refusal is said wherever it is met', () => {
    for (const language of LANGUAGES) {
      const words = speak(language);
      for (const id of Object.keys(en).filter((one) => one.startsWith('refusal.'))) {
        expect(words(id, id === 'refusal.unexpected.next' ? { reference: 'r' } : {})).not.toBe('');
      }
    }
  });

  test('with a status of its own has words', () => {
    const kinds = kindsIn(readFileSync(join(functions, 'http/problem.ts'), 'utf8'), [
      /^ {2}'?([a-z-]+)'?: \d{3},/gm,
    ]);
    expect(kinds.length).toBeGreaterThan(15);
    expect(kinds.filter((kind) => statusOf({ kind }) !== 409 && !hasWords(`refusal.${kind}`))).toEqual([]);
  });
});

test('[U8] every problem of an answer has words', () => {
  expect(PROBLEM_KINDS.filter((kind) => !hasWords(`problem.${kind}`))).toEqual([]);
});

test('every kind of message has words for mail and for SMS', () => {
  const ids = Object.keys(en);
  for (const kind of MESSAGE_KINDS) {
    expect(hasWords(`mail.${kind}.subject`)).toBe(true);
    expect(ids.some((id) => id.startsWith(`sms.${kind}`))).toBe(true);
  }
});
