import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { caseDefinition } from '../../../functions/domain/case/case.ts';
import { explain } from '../../../functions/domain/case/explain.ts';
import { LIFECYCLE } from '../../../functions/domain/case/lifecycle.ts';
import { lifecycleDocument } from '../../../functions/domain/case/lifecycle-diagram.ts';
import { CASE_STATUSES } from '../../../functions/domain/case/state.ts';
import {
  approver,
  bringTo,
  customer,
  issuer,
  officer,
  reviewer,
  system,
} from '../../support/given/case-story.ts';

test('[R13] accepts no command in a status its row does not name', async () => {
  for (const status of CASE_STATUSES) {
    const story = await bringTo(status);
    for (const rule of LIFECYCLE.filter(({ from }) => !from.includes(status))) {
      const by = rule.by.kind === 'customer' ? customer : rule.by.kind === 'system' ? system : officer;
      expect(`${status}:${rule.command}:${await story.refusal(by, { type: rule.command })}`).toBe(
        `${status}:${rule.command}:not-in-this-status`,
      );
    }
  }
});

test('explains as open exactly what it would not refuse before the form is read', async () => {
  for (const status of CASE_STATUSES) {
    const story = await bringTo(status);
    const current = await story.current();
    for (const actor of [customer, officer, reviewer, approver, issuer]) {
      const given = { actor, now: story.now(), reference: story.reference };
      for (const { command, closed } of explain(current, given, () => true)) {
        const verdict = caseDefinition.judge(current, { ...given, command: { type: command } });
        if (closed !== undefined)
          expect(verdict).toMatchObject({ accepted: false, refusal: { kind: closed.kind } });
        else if (!verdict.accepted)
          expect([
            'invalid-request',
            'draft-changed-meanwhile',
            'items-unanswered',
            'second-notice-needs-reason',
          ]).toContain(verdict.refusal.kind);
      }
    }
  }
});

test('ends: every status can reach the archive, and an archived case takes only notes, holds, its destruction, and a renewed index', async () => {
  const story = await bringTo('archived');
  const open = explain(
    await story.current(),
    { actor: officer, now: story.now(), reference: story.reference },
    () => true,
  );
  expect(open.map(({ command }) => command)).toEqual([
    'place-hold',
    'lift-hold',
    'destroy',
    're-index',
    'add-note',
  ]);
});

test('is what docs/lifecycle.md shows', () => {
  const written = readFileSync(new URL('../../../docs/lifecycle.md', import.meta.url), 'utf8');
  expect(written).toBe(lifecycleDocument());
});

test('keeps nothing personal in the clear part of any version', async () => {
  const story = await bringTo('archived');
  const clear = (story.store.records.get('case/c1') ?? []).map((kept) => kept.clear).join('');
  for (const value of [
    '王小明',
    '110101199003074',
    '13900000001',
    'wang@example.org',
    '長樂路',
    '小明雜貨店',
    '符合規定',
    '掃描',
  ]) {
    expect(clear).not.toContain(value);
  }
});

test('[7.1.3] takes a command only from the kind of actor its row names, whoever let it through', async () => {
  const story = await bringTo('in-review');
  const current = await story.current();
  for (const rule of LIFECYCLE.filter(({ from }) => from.includes('in-review'))) {
    for (const actor of [customer, officer, system].filter(({ kind }) => kind !== rule.by.kind)) {
      const given = { actor, now: story.now(), reference: story.reference, command: { type: rule.command } };
      expect(caseDefinition.judge(current, given)).toMatchObject({ refusal: { kind: 'not-permitted' } });
    }
  }
});
