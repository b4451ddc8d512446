import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { headItemOf } from '../../functions/adapters/dynamodb/head-item.ts';
import { versionItemOf } from '../../functions/adapters/dynamodb/items.ts';
import { giveCommand } from '../../functions/use-cases/record/give-command.ts';
import { compareRecord, type Item } from '../../operations/restore/compare-record.ts';
import { makeTestKernel } from '../support/kernel.ts';
import { probeDefinition } from '../support/probe-record.ts';

const TAKEN = '2026-03-03T00:00:00Z';
const ref = { kind: 'enquiry', id: 'e1' } as const;

/** A record of three versions as its table holds it. */
async function setup() {
  const { kernel, store } = makeTestKernel();
  const commands = [
    { type: 'open' },
    { type: 'add-word', word: '王' },
    { type: 'add-word', word: '李' },
  ] as const;
  for (const [n, command] of commands.entries()) {
    const actor = { kind: 'staff', id: 'p1' } as const;
    const now = `2026-03-0${n + 1}T00:00:00Z`;
    const reference = async () => undefined;
    await giveCommand(kernel, probeDefinition, { id: 'e1', command, actor, key: `k${n}`, now, reference });
  }
  const versions: Item[] = (store.records.get('enquiry/e1') ?? []).map((kept) => versionItemOf(ref, kept));
  const dataKey = { pk: 'ENQUIRY#e1', sk: 'v~key', wrapped: store.dataKeys.get('enquiry/e1') };
  const items: readonly Item[] = [...versions, dataKey];
  const change = (n: number, changed: (item: Item) => Item) =>
    items.map((item, index) => (index === n ? changed(item) : item));
  const compare = (copy: readonly Item[], live: readonly Item[] = items) =>
    compareRecord('ENQUIRY#e1', copy, live, TAKEN);
  return { items, store, change, compare };
}

test('[R17] a copy that is the record, version for version, differs in nothing', async () => {
  const { items, compare } = await setup();
  expect(compare(items)).toMatchObject({ differences: [], versions: 3, newer: 0 });
});

test('[R17] one changed byte of the sealed part is named: record, version and place', async () => {
  const { compare, change } = await setup();
  const { differences } = compare(
    change(1, (item) => {
      const sealed = Uint8Array.from(Object(item.sealed));
      sealed[40] = (sealed[40] ?? 0) ^ 1;
      return { ...item, sealed };
    }),
  );
  expect(differences).toEqual([
    { record: 'ENQUIRY#e1', item: 'v#001#0000000002', what: 'sealed differs at byte 40' },
    { record: 'ENQUIRY#e1', item: 'v#001#0000000002', what: 'the chain is sealed-part-altered' },
  ]);
});

test('[R17] a changed letter is named even where its hash was made to fit', async () => {
  const { compare, change } = await setup();
  const copy = change(1, (item) => {
    const clear = String(item.clear).replace('word-added', 'word-adDed');
    return { ...item, clear, hash: hash('sha256', clear) };
  });
  expect(compare(copy).differences.map(({ item, what }) => `${item} ${what}`)).toEqual([
    expect.stringMatching(/^v#001#0000000002 clear differs at byte \d+$/),
    expect.stringMatching(/^v#001#0000000002 hash differs at byte \d+$/),
    'v#001#0000000003 the chain is not-following',
  ]);
});

test('[R17] a version the copy lacks is named, whether in the middle or the last', async () => {
  const { items, compare } = await setup();
  const without = (n: number) => compare(items.filter((_item, index) => index !== n)).differences;
  expect(without(1)).toContainEqual(
    expect.objectContaining({ item: 'v#001#0000000002', what: 'is missing in the copy' }),
  );
  expect(without(2)).toEqual([
    { record: 'ENQUIRY#e1', item: 'v#001#0000000003', what: 'is missing in the copy' },
  ]);
});

test('[R17] a version the live table lacks is named: the copy knows more than it may', async () => {
  const { items, compare } = await setup();
  expect(compare(items, items.slice(0, 2).concat(items.slice(3))).differences).toEqual([
    { record: 'ENQUIRY#e1', item: 'v#001#0000000003', what: 'is not in the live table' },
  ]);
});

test('what was written after the copy was taken is no difference, and is counted', async () => {
  const { items, compare } = await setup();
  const younger = items.map((item, n) => (n === 2 ? { ...item, at: '2026-03-04T00:00:00Z' } : item));
  const answer = compare(
    items.filter((_item, n) => n !== 2),
    younger,
  );
  expect(answer).toMatchObject({ differences: [], newer: 1 });
});

test('a head that shows what no version says is named; one that is only behind is counted', async () => {
  const { items, compare } = await setup();
  const headOfVersion = (version: number) =>
    headItemOf({ ...ref, epoch: 1, version, projection: 1, head: { card: { status: 'made-up' } } }, () => 1);
  // The probe stands in for an enquiry, whose own head cannot be made of it.
  expect(compare([...items, headOfVersion(2)])).toMatchObject({ differences: [], headsBehind: 1 });
  expect(compare([...items, headOfVersion(4)]).differences).toEqual([
    { record: 'ENQUIRY#e1', item: 'head', what: 'is of version 4, which is not there' },
  ]);
});
