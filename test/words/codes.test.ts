import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DECLINE_GROUNDS } from '../../functions/domain/case/commands/decline.ts';
import { ANSWER_REASONS } from '../../functions/domain/case/commands/judge-answer.ts';
import { DOCUMENT_REASONS } from '../../functions/domain/case/commands/judge-document.ts';
import { REASSIGN_REASONS } from '../../functions/domain/case/commands/reassign.ts';
import { QUEUES } from '../../functions/domain/case/head-of-case.ts';
import { LIFECYCLE } from '../../functions/domain/case/lifecycle.ts';
import { ROLES } from '../../functions/domain/case/rule.ts';
import { phaseOf, turnOf } from '../../functions/domain/case/stage.ts';
import { CASE_STATUSES, DOCUMENT_VERDICTS, OUTCOMES } from '../../functions/domain/case/state.ts';
import { HOLD_REASONS } from '../../functions/domain/case/state-parts.ts';
import { hasWords } from '../../functions/words/catalogue.ts';

const folder = join(import.meta.dirname, '../../functions/domain/case');

/** The types of the events that a case can have had, as its commands and due effects write them. */
function eventTypes(): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const written = /(?:current,|event =|version,)\s*\{\s*type: '([a-z-]+)'/g;
  return files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(written)].map(([, type]) => type ?? ''),
  );
}

const families: readonly (readonly [family: string, codes: readonly string[]])[] = [
  ['command', LIFECYCLE.map(({ command }) => command)],
  ['event', eventTypes()],
  ['status', CASE_STATUSES],
  ['outcome', OUTCOMES],
  ['phase', CASE_STATUSES.map((status) => phaseOf({ status }))],
  ['turn', CASE_STATUSES.map((status) => turnOf({ status }))],
  ['role', ROLES],
  ['queue', QUEUES],
  ['verdict', DOCUMENT_VERDICTS],
  [
    'reason',
    [
      ...DOCUMENT_REASONS,
      ...ANSWER_REASONS,
      ...REASSIGN_REASONS,
      ...HOLD_REASONS,
      ...DOCUMENT_VERDICTS.slice(1, 2),
    ],
  ],
  ['ground', DECLINE_GROUNDS],
];

test.each(families)('every %s of a case has words', (family, codes) => {
  expect(codes.length).toBeGreaterThan(3);
  expect(codes.filter((code) => !hasWords(`${family}.${code}`))).toEqual([]);
});

test('the events found are those of the whole life of a case', () => {
  const types = eventTypes();
  expect(new Set(types).size).toBeGreaterThan(30);
  expect(types).toEqual(expect.arrayContaining(['submitted', 'lapsed', 'certificate-made', 'archived']));
});
