import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MemoryCloud } from '../support/memory-cloud/cloud.ts';
import { openHall } from '../support/memory-cloud/hall.ts';
import { keepMoment, mend, settle } from '../support/memory-cloud/moment.ts';
import { plainItems, wrongs } from '../support/memory-cloud/outcome.ts';
import { Story } from '../support/memory-cloud/stories.ts';
import type { WireCall } from '../support/memory-cloud/wire.ts';

let cloud: MemoryCloud;
let back: () => void;
let poisoned: Story;
let other: Story;

const DAY_MS = 86_400_000;

beforeAll(async () => {
  cloud = await openHall();
  [poisoned, other] = [new Story(cloud, 'wang'), new Story(cloud, 'lin')];
  for (const story of [poisoned, other]) {
    await story.begin();
    await story.upload('identity');
    await story.upload('premises-lease');
  }
  back = keepMoment(cloud);
}, 60_000);

beforeEach(() => {
  back();
  cloud.breaks = () => false;
  cloud.refusesEntry = () => false;
  cloud.works.lose = false;
});

const statusOf = (story: Story) =>
  plainItems(cloud)
    .filter(({ pk, sk }) => pk === `CASE#${story.caseId}` && sk === 'head')
    .map(({ card }) => Object(card).status)[0];
const touches = (story: Story, sk: string) => (call: WireCall) =>
  call.service === 'dynamodb' &&
  JSON.stringify(call.given).includes(`CASE#${story.caseId}`) &&
  JSON.stringify(call.given).includes(`"${sk}"`);
const mailsOf = (story: Story) => cloud.mails.filter(({ to }) => to === `${story.name}@example.org`);

describe('[R4] poison', () => {
  test('in the relay: parked by key and reason with a ring, the rest goes on, and reconcile drives it again', async () => {
    cloud.breaks = touches(poisoned, 'relayed');
    await poisoned.own('submit', { revision: 1 });
    await other.own('submit', { revision: 1 });
    expect(mailsOf(other)).toHaveLength(1);
    expect(cloud.works.dead).toMatchObject([{ kind: 'queue', queue: 'parked' }]);
    expect(plainItems(cloud).filter(({ sk }) => sk === 'parked')).toMatchObject([
      { id: poisoned.caseId, why: 'InternalServerError' },
    ]);
    cloud.breaks = () => false;
    await mend(cloud);
    expect(mailsOf(poisoned)).toHaveLength(1);
    expect(wrongs(cloud)).toEqual([]);
  });

  test('in a consumer: the whole message lands in its dead letters, and is done once it is given back', async () => {
    cloud.breaks = (call) =>
      call.service === 'ses' && String(call.given['Destination.ToAddresses.member.1']).startsWith('wang');
    await poisoned.own('submit', { revision: 1 });
    await other.own('submit', { revision: 1 });
    expect(mailsOf(other)).toHaveLength(1);
    const [dead] = cloud.works.dead;
    expect(dead).toMatchObject({ kind: 'queue', queue: 'deliver-message' });
    cloud.breaks = () => false;
    if (dead !== undefined) cloud.works.add({ ...dead, tries: 0, at: Date.now() });
    cloud.works.dead = [];
    await settle(cloud);
    expect(mailsOf(poisoned)).toHaveLength(1);
    expect(wrongs(cloud)).toEqual([]);
  });

  test('a relay that was down for more than a day, its records gone from the stream: found in the log, told once', async () => {
    cloud.works.lose = true;
    await poisoned.own('submit', { revision: 1 });
    cloud.works.lose = false;
    cloud.wait(1.1 * DAY_MS);
    await mend(cloud);
    expect(mailsOf(poisoned).length).toBeGreaterThan(0);
    expect(wrongs(cloud)).toEqual([]);
  });
});

test('[R5] a bus that refuses every second event of a batch: only those are sent again, and everything is told once', async () => {
  let batches = 0;
  const sent: string[] = [];
  const route = cloud.route.bind(cloud);
  cloud.route = (entry) => {
    sent.push(JSON.parse(entry.Detail).eventId);
    route(entry);
  };
  cloud.refusesEntry = (n) => {
    batches += n === 0 ? 1 : 0;
    return batches % 2 === 1 && n % 2 === 1;
  };
  await poisoned.own('submit', { revision: 1 });
  cloud.route = route;
  expect(sent).toHaveLength(new Set(sent).size);
  expect(mailsOf(poisoned)).toHaveLength(1);
  expect(wrongs(cloud)).toEqual([]);
});

test('[R14] the sweep was off for three days: who comes first finds the lapse done, dated as the law says, once', async () => {
  await poisoned.own('submit', { revision: 1 });
  await poisoned.by('officer', 'judge-document', { documentId: 'identity', verdict: 'ok' });
  await poisoned.by('officer', 'judge-document', {
    documentId: 'premises-lease',
    verdict: 'wrong',
    reason: 'not-signed',
  });
  await poisoned.by('officer', 'send-notice');
  const who = { pool: 'me', subject: poisoned.name } as const;
  const path = `/me/cases/${poisoned.caseId}`;
  const { notice, version } = await poisoned.ask({ method: 'GET', path, who });
  cloud.wait(Date.parse(`${notice.respondBy.slice(0, 10)}T23:59:59+08:00`) - Date.now() + 3 * DAY_MS);
  const supplement = {
    method: 'POST',
    path: `${path}/commands/supplement`,
    who,
    key: 'key-too-late',
  } as const;
  const late = await poisoned.tryOut({ ...supplement, body: { seenVersion: version, answers: {} } });
  expect(late).toMatchObject({ status: 409, body: { kind: 'not-in-this-status' } });
  await poisoned.after(0, 'events/sweep-deadlines');
  const lapsed = plainItems(cloud).filter(
    ({ pk, eventType }) => pk === `CASE#${poisoned.caseId}` && eventType === 'lapsed',
  );
  expect(lapsed).toHaveLength(1);
  const { effectiveAt, at } = JSON.parse(String(lapsed[0]?.clear));
  expect(Date.parse(at) - Date.parse(effectiveAt)).toBeGreaterThanOrEqual(2 * DAY_MS);
  expect(statusOf(poisoned)).toBe('archived');
  expect(wrongs(cloud)).toEqual([]);
});
