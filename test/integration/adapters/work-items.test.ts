import { beforeAll, describe, expect, test } from 'vitest';
import { DynamoDbFollowUpItems } from '../../../functions/adapters/dynamodb/follow-up-items.ts';
import { DynamoDbLeftOvers } from '../../../functions/adapters/dynamodb/left-overs.ts';
import { DynamoDbMessageItems } from '../../../functions/adapters/dynamodb/message-items.ts';
import { DynamoDbRelayStore } from '../../../functions/adapters/dynamodb/relay-store.ts';
import { DynamoDbWorkflowItems } from '../../../functions/adapters/dynamodb/workflow-items.ts';
import type { PageOfWork } from '../../../functions/ports/relay-store.ts';
import { cloud } from '../support/cloud.ts';
import { givenOwnTable } from '../support/own-table.ts';

const NOW = '2026-03-02T01:00:00.000Z';
const SOON = '2026-03-02T01:01:00.000Z';
const LATER = '2026-03-02T01:05:00.000Z';
const position = { epoch: 1, version: 2 };
const HERE = { region: 'here' };
const given: { table: string } = { table: '' };
let ids = 0;

beforeAll(async () => {
  given.table = await givenOwnTable('work-items');
});

function setup() {
  const client = cloud.clients.documents;
  const { table } = given;
  ids += 1;
  const ref = { kind: 'case', id: `c${ids}` } as const;
  return {
    ref,
    relay: new DynamoDbRelayStore(client, table),
    messages: new DynamoDbMessageItems(client, table),
    followUps: new DynamoDbFollowUpItems(client, table),
    workflow: new DynamoDbWorkflowItems(client, table),
    leftOvers: new DynamoDbLeftOvers(client, table),
    messageId: `case-${ref.id}-2-m0`,
    token: { sealed: new Uint8Array([1, 2, 3]), stage: 'review', visit: 2 },
  };
}

type Scene = ReturnType<typeof setup>;

async function withMessage(requestedAt = NOW): Promise<Scene> {
  const scene = setup();
  const { messageId, ref } = scene;
  const asked = { message: 'result', channel: 'mail', to: 'applicant', statutory: true } as const;
  await scene.relay.openMessage({ ...asked, messageId, ref, position, status: 'pending', requestedAt });
  return scene;
}

async function allOf<Item>(read: (page?: string) => Promise<PageOfWork<Item>>): Promise<readonly Item[]> {
  const found: Item[] = [];
  for (let page: string | undefined; ; ) {
    const { items, next } = await read(page);
    found.push(...items);
    if (next === undefined) return found;
    page = next;
  }
}

describe('a message', () => {
  test('is opened once: a repeat of the relay leaves what became of it', async () => {
    const { relay, messages, messageId, ref } = await withMessage();
    await messages.mark(messageId, 'delivered');
    const again = { messageId, ref, position, message: 'result', channel: 'mail', to: 'applicant' } as const;
    await relay.openMessage({ ...again, status: 'pending', requestedAt: LATER });
    expect(await messages.message(messageId)).toMatchObject({ status: 'delivered', requestedAt: NOW });
  });

  test('is claimed by one of two at once, and by nobody within the lease', async () => {
    const { messages, messageId } = await withMessage();
    const claim = () => messages.claim(messageId, NOW, SOON);
    const claims = await Promise.all([claim(), claim()]);
    expect(claims.filter((one) => one !== undefined)).toHaveLength(1);
    expect(await messages.claim(messageId, NOW, LATER)).toBeUndefined();
  });

  test('whose claim ran out is taken over, flagged; given back, it is not flagged', async () => {
    const { messages, messageId } = await withMessage();
    expect(await messages.claim(messageId, NOW, SOON)).toMatchObject({ resent: false });
    await messages.giveBack(messageId);
    expect(await messages.claim(messageId, NOW, SOON)).toMatchObject({ resent: false });
    expect(await messages.claim(messageId, LATER, LATER)).toMatchObject({ resent: true });
    await messages.giveBack(messageId);
    expect(await messages.claim(messageId, LATER, LATER)).toMatchObject({ resent: true });
  });

  test("sent is found by the provider's id and is on no list; a report that came first is not undone", async () => {
    const { messages, leftOvers, messageId } = await withMessage();
    await messages.claim(messageId, NOW, SOON);
    await messages.markSent(messageId, `provider-${messageId}`);
    expect(await messages.byProviderId(`provider-${messageId}`)).toBe(messageId);
    await messages.mark(messageId, 'delivered');
    await messages.markSent(messageId, 'another');
    expect((await messages.message(messageId))?.status).toBe('delivered');
    expect(await allOf((page) => leftOvers.unsent(LATER, page))).not.toContain(messageId);
  });

  test('failed stays failed', async () => {
    const { messages, messageId } = await withMessage();
    await messages.mark(messageId, 'failed');
    await messages.mark(messageId, 'delivered');
    expect((await messages.message(messageId))?.status).toBe('failed');
  });

  test('that is not there cannot be claimed', async () => {
    await expect(setup().messages.claim('case-none-1-m0', NOW, SOON)).rejects.toThrow('not kept yet');
  });
});

describe('a list of work', () => {
  test('is walked to its end over pages and shards, also where many are of one instant', async () => {
    const scenes = await Promise.all(
      Array.from({ length: 230 }, () => withMessage('2026-01-01T00:00:00.000Z')),
    );
    const { leftOvers } = setup();
    const found = await allOf((page) => leftOvers.unsent('2026-01-01T00:01:00.000Z', page));
    expect(new Set(found)).toEqual(new Set(scenes.map(({ messageId }) => messageId)));
    expect(found).toHaveLength(230);
    expect(await allOf((page) => leftOvers.unsent('2025-12-31T23:59:00.000Z', page))).toEqual([]);
  }, 60_000);

  test('of follow-ups holds the open ones', async () => {
    const { relay, followUps, leftOvers, ref } = setup();
    const followUpId = `case-${ref.id}-2-f0`;
    const to = { kind: 'roster', id: 'hall-1-reviewer' } as const;
    const command = { type: 'release', caseId: ref.id, personId: 'p' };
    await relay.openFollowUp({
      followUpId,
      from: ref,
      position,
      to,
      command,
      onRefusal: 'x',
      status: 'open',
      openedAt: NOW,
    });
    expect(await followUps.followUp(followUpId)).toMatchObject({ command, onRefusal: 'x', status: 'open' });
    expect(await allOf((page) => leftOvers.openFollowUps(LATER, page))).toContain(followUpId);
    await followUps.closeFollowUp(followUpId, 'done');
    expect(await allOf((page) => leftOvers.openFollowUps(LATER, page))).not.toContain(followUpId);
  });

  test('of parked records says since when and why, and forgets who was let go', async () => {
    const { relay, ref } = setup();
    await relay.park(ref, 'RangeError', NOW);
    expect(await relay.parked()).toEqual([{ ref, why: 'RangeError', at: NOW }]);
    await relay.unpark(ref);
    expect(await relay.parked()).toEqual([]);
    await relay.unpark({ kind: 'case', id: 'never-parked' });
  });
});

describe('the workflow of a case', () => {
  test('a generation is claimed by one of two at once', async () => {
    const { workflow, ref } = setup();
    const claim = () => workflow.claimGeneration(ref, 0, NOW, HERE);
    const claims = await Promise.all([claim(), claim()]);
    expect(claims.toSorted()).toEqual([false, true]);
    expect(await workflow.claimGeneration(ref, 1, SOON, HERE)).toBe(true);
    expect(await workflow.workflow(ref)).toEqual({ generation: 2, startedAt: SOON, ...HERE });
  });

  test('[R11] a token of a superseded generation is refused', async () => {
    const { workflow, ref, token } = setup();
    await workflow.claimGeneration(ref, 0, NOW, HERE);
    await workflow.claimGeneration(ref, 1, NOW, HERE);
    expect(await workflow.keepToken(ref, 1, token)).toBe(false);
    expect(await workflow.keepToken(ref, 2, token)).toBe(true);
    expect(await workflow.workflow(ref)).toMatchObject({ token });
  });

  test('without a token it stands on the list since then; with one, or ended, it does not', async () => {
    const { workflow, leftOvers, ref, token } = setup();
    const listed = async () =>
      (await allOf((page) => leftOvers.withoutToken(LATER, page))).filter(({ id }) => id === ref.id);
    await workflow.claimGeneration(ref, 0, NOW, HERE);
    expect(await listed()).toEqual([{ ...ref, since: NOW }]);
    await workflow.keepToken(ref, 1, token);
    expect(await listed()).toEqual([]);
    await workflow.removeToken(ref, { ...token, sealed: new Uint8Array([9]) }, SOON);
    expect(await listed()).toEqual([]);
    await workflow.removeToken(ref, token, SOON);
    expect(await listed()).toEqual([{ ...ref, since: SOON }]);
    await workflow.endWorkflow(ref);
    expect(await listed()).toEqual([]);
  });
});

test('what was relayed only moves upwards', async () => {
  const { relay, ref } = setup();
  await relay.markRelayed(ref, { epoch: 1, version: 7, foundBy: [{ field: 'receipt', value: 'BL1' }] });
  await relay.markRelayed(ref, { epoch: 1, version: 3, foundBy: [] });
  expect(await relay.relayedUpTo(ref)).toEqual({
    ...{ epoch: 1, version: 7 },
    foundBy: [{ field: 'receipt', value: 'BL1' }],
  });
  await relay.markRelayed(ref, { epoch: 2, version: 1, foundBy: [] });
  expect(await relay.relayedUpTo(ref)).toEqual({ epoch: 2, version: 1, foundBy: [] });
});
