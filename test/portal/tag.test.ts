import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../functions/domain/language.ts';
import { root } from '../../local/places.ts';

const source = readFileSync(join(root, 'portal/shared/tag.tsx'), 'utf8');
const style = readFileSync(join(root, 'portal/shared/tag.module.css'), 'utf8');

test('[U40] tags have six states at most and nothing that makes them look like buttons', () => {
  const tones = /TagTone = ([^;]+);/.exec(source)?.[1]?.split('|') ?? [];
  expect(tones.length).toBeGreaterThan(1);
  expect(tones.length).toBeLessThanOrEqual(6);
  expect(style).not.toMatch(/border:|cursor|text-transform|box-shadow/);
});

test('[U40] the states of the task list are in sentence case in every language', () => {
  for (const language of LANGUAGES) {
    const words: Record<string, string> = JSON.parse(
      readFileSync(join(root, `portal/words/account/${language}.json`), 'utf8'),
    );
    const states = Object.entries(words).filter(([id]) => id.startsWith('task.'));
    expect(states).toHaveLength(4);
    for (const [id, text] of states) expect(text.slice(1), id).toBe(text.slice(1).toLowerCase());
  }
});
