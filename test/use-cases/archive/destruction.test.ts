import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { destructionListDefinition } from '../../../functions/domain/destruction/destruction-list.ts';
import { brokenLink } from '../../../functions/domain/record/chain.ts';
import { SealBroken } from '../../../functions/ports/record-keys.ts';
import { type CarryingOut, carryOut } from '../../../functions/use-cases/archive/carry-out.ts';
import { giveListCommand } from '../../../functions/use-cases/archive/give-list-command.ts';
import { judgeItems } from '../../../functions/use-cases/archive/list-items.ts';
import type { Colleague } from '../../../functions/use-cases/identity/identify-colleague.ts';
import { loadRecord } from '../../../functions/use-cases/record/load-record.ts';
import { MemoryDestruction } from '../../support/fakes/memory-destruction.ts';
import { bringTo } from '../../support/given/case-story.ts';

const DUE = '2057-01-02T01:00:00Z';

function colleague(personId: string, ...roles: Colleague['session']['roles']): Colleague {
  const until = '2099-01-01T00:00:00Z';
  const dates = {
    onDutyUntil: until,
    leftAt: null,
    frozenAt: null,
    agreementUntil: until,
    trainingUntil: until,
  };
  const session = { personId, hall: 'hall-1', roles, services: [], source: 1, ...dates };
  return {
    session,
    asker: { kind: 'staff', personId, hall: 'hall-1', roles },
    actor: { kind: 'staff', id: personId },
  };
}

const author = colleague('author', 'back-office', 'archivist', 'supervisor');
const reviewer = colleague('reviewer', 'supervisor', 'archivist');
const archivist = colleague('archivist', 'archivist');

async function setup() {
  const story = await bringTo('archived');
  story.at(DUE);
  const { store, kernel } = story;
  const newId = () => `access-${(store.accessEntries.get('destruction-list/l1') ?? []).length}`;
  const access = { kernel, store, access: store, newId };
  const destruction = new MemoryDestruction(store);
  const carrying: CarryingOut = {
    kernel,
    destruction,
    references: {
      serviceInForce: async () => ({ service: story.reference.service, version: 1 }),
      serviceAt: async () => ({ service: story.reference.service, version: 1 }),
      ofCase: async () => ({ service: story.reference.service, days: story.reference.days }),
      forCommand: async () => story.reference,
    },
    pause: async () => {},
    backupKeptDays: 400,
    say: () => {},
  };
  let keys = 0;
  const act = async (who: Colleague, command: Parameters<typeof giveListCommand>[1]['command']) => {
    keys += 1;
    const given = { listId: 'l1', command, who, key: `k${keys}`, now: story.now() };
    const answer = await giveListCommand(access, given);
    return answer.done ? 'done' : answer.refusal.kind;
  };
  const draft = async (who = author) => {
    const { items } = await judgeItems(access, 'hall-1', ['c1'], story.now());
    return act(who, { type: 'draft', hall: 'hall-1', items, appraisal: '無續存價值' });
  };
  const approved = async () => {
    expect([
      await draft(),
      await act(reviewer, { type: 'review' }),
      await act(archivist, { type: 'approve' }),
    ]).toEqual(['done', 'done', 'done']);
  };
  const list = () => loadRecord(kernel, destructionListDefinition, 'l1');
  return { story, store, destruction, carrying, act, draft, approved, list };
}

describe('[6.4.2] [R38] destruction by list only', () => {
  test('author, reviewer and archivist are three persons; each who is not is refused, and the attempt is on record', async () => {
    const { draft, act, store } = await setup();
    expect(await act(archivist, { type: 'approve' })).toBe('not-found');
    expect(await draft(colleague('officer', 'acceptance-officer'))).toBe('not-permitted');
    expect(await draft()).toBe('done');
    expect(await act(author, { type: 'review' })).toBe('list-four-eyes');
    expect(await act(reviewer, { type: 'review' })).toBe('done');
    expect(await act(author, { type: 'approve' })).toBe('list-four-eyes');
    expect(await act(reviewer, { type: 'approve' })).toBe('list-four-eyes');
    expect(await act(archivist, { type: 'approve' })).toBe('done');
    const tried = store.accessEntries.get('destruction-list/l1') ?? [];
    expect(tried.map(({ by, what, why }) => `${by.id} ${what} ${why}`)).toEqual([
      'archivist refused-approve not-found',
      'officer refused-draft not-permitted',
      'author refused-review list-four-eyes',
      'author refused-approve list-four-eyes',
      'reviewer refused-approve list-four-eyes',
    ]);
  });

  test('before its day a case gets on no list, and no list that has one goes on', async () => {
    const { story, draft } = await setup();
    story.at('2056-12-31T01:00:00Z');
    expect(await draft()).toBe('items-may-not-go');
  });

  test('a hold stops the list at each of its steps', async () => {
    const { story, draft, act } = await setup();
    expect(await draft()).toBe('done');
    await story.done(archivist.actor, { type: 'place-hold', reason: 'appeal', text: '行政複議' });
    expect(await act(reviewer, { type: 'review' })).toBe('items-may-not-go');
    expect(await act(reviewer, { type: 'reject', text: '複議中' })).toBe('done');
    expect(await act(reviewer, { type: 'review' })).toBe('list-not-in-this-status');
  });

  test('nothing is carried out that was not approved', async () => {
    const { carrying, draft, destruction } = await setup();
    await draft();
    expect(await carryOut(carrying, 'l1', DUE)).toMatchObject({ refusal: { kind: 'list-not-approved' } });
    expect(await carryOut(carrying, 'l2', DUE)).toMatchObject({ refusal: { kind: 'not-found' } });
    expect(destruction.acts).toBe(0);
  });

  test('what is held, or locked by the archive, when the list is carried out is kept, and the report says why', async () => {
    for (const why of ['on-hold', 'archive-locked']) {
      const { story, approved, carrying, destruction, store } = await setup();
      await approved();
      if (why === 'on-hold')
        await story.done(archivist.actor, { type: 'place-hold', reason: 'lawsuit', text: '訴訟' });
      else destruction.locked = true;
      const carried = await carryOut(carrying, 'l1', DUE);
      expect(carried).toMatchObject({ report: { results: [{ caseId: 'c1', result: 'kept', why }] } });
      expect(store.dataKeys.has('case/c1')).toBe(true);
    }
  });
});

describe('a list carried out', () => {
  test('[6.4.2] leaves a report, says when the last backup has forgotten the key, and the chain still verifies', async () => {
    const { approved, carrying, destruction, list, store, story } = await setup();
    await approved();
    const sealed = store.records.get('case/c1')?.find((kept) => kept.sealed)?.sealed ?? new Uint8Array();
    const carried = await carryOut(carrying, 'l1', DUE);
    // 400 days of backups, and the day after.
    expect(carried).toMatchObject({ carriedOut: true, report: { completeOn: '2058-02-07' } });
    expect(destruction.kept).toHaveLength(1);
    expect(destruction.removed).toEqual(['c1', 'cert-1']);
    expect((await list())?.version.state).toMatchObject({
      status: 'carried-out',
      results: [{ caseId: 'c1', result: 'destroyed' }],
    });
    const versions = store.records.get('case/c1') ?? [];
    const links = versions.map((kept, n) =>
      brokenLink(versions[n - 1], kept, (bytes) => hash('sha256', bytes)),
    );
    expect(links.filter((link) => link !== undefined)).toEqual([]);
    expect((await story.current()).state).toMatchObject({ destroyed: { listId: 'l1' } });
    const other = await story.keys.create({ kind: 'case', id: 'c1' });
    expect(() => other.key.open({ part: 'personal', epoch: 1, version: 1 }, sealed)).toThrow(SealBroken);
    expect(store.dataKeys.has('case/c1') || store.heads.has('case/c1')).toBe(false);
  });

  test('[R1] a run that died before any of its acts is finished by the next, once', async () => {
    const undisturbed = await setup();
    await undisturbed.approved();
    await carryOut(undisturbed.carrying, 'l1', DUE);
    for (let dieAt = 1; dieAt <= undisturbed.destruction.acts; dieAt += 1) {
      const { approved, carrying, destruction, list, store } = await setup();
      await approved();
      destruction.dieAt = dieAt;
      await expect(carryOut(carrying, 'l1', DUE)).rejects.toThrow('died');
      expect(await carryOut(carrying, 'l1', DUE)).toMatchObject({ carriedOut: true });
      expect((await list())?.version.state.status).toBe('carried-out');
      const events = (store.records.get('case/c1') ?? []).map(({ clear }) => JSON.parse(clear).event.type);
      expect(events.filter((type) => type === 'destroyed')).toHaveLength(1);
      expect(store.dataKeys.has('case/c1')).toBe(false);
    }
  });
});
