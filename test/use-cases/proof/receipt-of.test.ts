import { describe, expect, test } from 'vitest';
import { keySetOf } from '../../../functions/domain/proof/key-set.ts';
import { verifyFiles } from '../../../functions/domain/proof/verify-files.ts';
import { readClearPart } from '../../../functions/domain/record/read-version.ts';
import { exportRecord } from '../../../functions/use-cases/proof/export-record.ts';
import { receiptOf } from '../../../functions/use-cases/proof/receipt-of.ts';
import { sealDigests } from '../../../functions/use-cases/proof/seal-digests.ts';
import { nodeVerifying } from '../../../operations/verifier/node-verifying.ts';
import {
  MemoryDigests,
  MemoryProofLog,
  MemoryReceipts,
  memorySigner,
} from '../../support/fakes/memory-proof.ts';
import { bringTo } from '../../support/given/case-story.ts';
import { fileOf, makeSigningKey, sha256, sha256Bytes } from '../../support/given/proof.ts';

async function setup(status: Parameters<typeof bringTo>[0] = 'submitted') {
  const { store } = await bringTo(status);
  const key = makeSigningKey();
  const signer = memorySigner(key);
  const [digests, log] = [new MemoryDigests(), new MemoryProofLog()];
  const desk = {
    store,
    digests,
    signer,
    receipts: new MemoryReceipts(),
    timeZone: 'Asia/Shanghai',
    sha256: sha256Bytes,
  };
  const versions = store.records.get('case/c1') ?? [];
  log.versions.push(...versions.map((kept) => ({ at: readClearPart(kept).at, hash: kept.hash })));
  const now = readClearPart(versions.at(-1) ?? { clear: '', epoch: 0, version: 0, hash: '' }).at;
  const checkpoints = { checkpoint: async () => undefined, keepCheckpoint: async () => {} };
  const seal = () =>
    sealDigests({ ...desk, log, checkpoints }, new Date(Date.parse(now) + 2 * 86_400_000).toISOString());
  const keys = fileOf('keys.json', keySetOf([key.published]));
  const judged = (content: unknown) => verifyFiles([fileOf('it.json', content), keys], nodeVerifying)[0];
  return { desk, signer, seal, judged, now, versions, store };
}

describe('the receipt of an application', () => {
  test('[R37] is signed at once, has the hash of the version that says so, and verifies', async () => {
    const { desk, judged, now, versions } = await setup();
    const receipt = await receiptOf(desk, 'c1', now);
    const version = versions.find(({ version: n }) => n === receipt?.statement.version);
    expect(version && JSON.parse(version.clear).event.type).toBe('submitted');
    expect(receipt?.statement.hash).toBe(version?.hash);
    expect(receipt?.proof).toBeUndefined();
    expect(judged(receipt)).toMatchObject({ kind: 'receipt', findings: [] });
  });

  test('is signed once, however often it is asked for', async () => {
    const { desk, signer, now } = await setup();
    const first = await receiptOf(desk, 'c1', now);
    expect(await receiptOf(desk, 'c1', '2026-12-01T00:00:00Z')).toEqual(first);
    expect(signer.signed()).toBe(1);
  });

  test('[R37] carries its proof once its day is sealed', async () => {
    const { desk, judged, now, seal } = await setup();
    await seal();
    const receipt = await receiptOf(desk, 'c1', now);
    expect(receipt?.proof?.hash).toBe(receipt?.statement.hash);
    expect(judged(receipt)?.findings).toEqual([]);
  });

  test('there is none of a draft, and none of what is not there', async () => {
    const { desk, now } = await setup('draft');
    expect(await receiptOf(desk, 'c1', now)).toBeUndefined();
    expect(await receiptOf(desk, 'c2', now)).toBeUndefined();
  });
});

describe('an exported record', () => {
  test('[R37] has every version, no personal part, and verifies when the data key is destroyed', async () => {
    const { store, signer, judged, now, versions } = await setup();
    store.dataKeys.clear();
    const ref = { kind: 'case', id: 'c1' } as const;
    const exported = await exportRecord({ store, signer, sha256 }, ref, now);
    expect(exported).toMatchObject({ statement: { versions: versions.length } });
    expect(JSON.stringify(exported)).not.toContain('王小明');
    expect(judged(exported)).toMatchObject({ kind: 'record', findings: [] });
    const none = { kind: 'case', id: 'c2' } as const;
    expect(await exportRecord({ store, signer, sha256 }, none, now)).toBeUndefined();
  });
});
