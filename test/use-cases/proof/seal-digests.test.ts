import { describe, expect, test } from 'vitest';
import { hexOf, utf8Of } from '../../../functions/domain/proof/bytes.ts';
import { hoursOfDay } from '../../../functions/domain/proof/digest-day.ts';
import { keySetOf } from '../../../functions/domain/proof/key-set.ts';
import { jsonOf } from '../../../functions/domain/proof/signed.ts';
import { signedDigest } from '../../../functions/domain/proof/statements.ts';
import { verifyFiles } from '../../../functions/domain/proof/verify-files.ts';
import { NO_HASH } from '../../../functions/domain/record/chain.ts';
import { proveInclusion } from '../../../functions/use-cases/proof/prove-inclusion.ts';
import { sealDigests } from '../../../functions/use-cases/proof/seal-digests.ts';
import { nodeVerifying } from '../../../operations/verifier/node-verifying.ts';
import { MemoryDigests, MemoryProofLog, memorySigner } from '../../support/fakes/memory-proof.ts';
import { fileOf, makeSigningKey, sha256Bytes } from '../../support/given/proof.ts';

const key = makeSigningKey();
const hashOf = (text: string) => hexOf(sha256Bytes(utf8Of(text)));
const entry = (at: string) => ({ at, hash: hashOf(at) });

/** The hall's 5 March is sealed at 02:00 on the 7th. */
const NIGHT = '2026-03-06T18:00:00Z';
const nightAfter = (days: number) => new Date(Date.parse(NIGHT) + days * 86_400_000).toISOString();

function setup() {
  const digests = new MemoryDigests();
  const log = new MemoryProofLog();
  const kept = new Map<string, string>();
  const checkpoints = {
    checkpoint: async (job: string) => kept.get(job),
    keepCheckpoint: async (job: string, at: string) => {
      kept.set(job, at);
    },
  };
  const signer = memorySigner(key);
  const sealing = { digests, log, checkpoints, signer, timeZone: 'Asia/Shanghai', sha256: sha256Bytes };
  const digestOf = (day: string) => signedDigest.parse(jsonOf(digests.files.get(`days/${day}`))).statement;
  const verified = () => {
    const files = [...digests.files].map(([name, file]) => fileOf(name, file));
    return verifyFiles([fileOf('keys.json', keySetOf([key.published])), ...files], nodeVerifying);
  };
  return { digests, log, kept, signer, sealing, digestOf, verified };
}

describe('the digest of a day', () => {
  test('[R37] has every version and every access entry of the hall’s day, and verifies with the keys alone', async () => {
    const { log, sealing, digestOf, verified } = setup();
    const within = [
      '2026-03-04T16:00:00Z',
      '2026-03-05T01:00:00Z',
      '2026-03-05T01:59:59Z',
      '2026-03-05T15:59:59Z',
    ];
    log.versions.push(...['2026-03-04T15:59:59Z', ...within, '2026-03-05T16:00:00Z'].map(entry));
    log.accesses.push(entry('2026-03-05T02:00:00.5Z'));
    const [sealed] = await sealDigests(sealing, NIGHT);
    expect(sealed).toEqual({ day: '2026-03-05', versions: 4, accesses: 1, late: 0 });
    expect(digestOf('2026-03-05')).toMatchObject({ size: 5, previous: NO_HASH, sealedAt: NIGHT });
    expect(verified().map(({ findings }) => findings)).toEqual([[], [], []]);
  });

  test('of a day without any is there too, and each follows the one before', async () => {
    const { sealing, verified, digests } = setup();
    await sealDigests(sealing, NIGHT);
    await sealDigests(sealing, nightAfter(1));
    expect((await digests.days()).days).toEqual(['2026-03-05', '2026-03-06']);
    expect(verified().flatMap(({ findings }) => findings)).toEqual([]);
  });

  test('is made once: a second round in the same night seals nothing and signs nothing', async () => {
    const { sealing, signer } = setup();
    await sealDigests(sealing, NIGHT);
    expect(await sealDigests(sealing, NIGHT)).toEqual([]);
    expect(signer.signed()).toBe(1);
  });

  test('of two rounds at once only one stands, and both say what stands', async () => {
    const { sealing, digests, log, verified } = setup();
    log.versions.push(entry('2026-03-05T01:00:00Z'));
    const [one, other] = await Promise.all([sealDigests(sealing, NIGHT), sealDigests(sealing, NIGHT)]);
    expect(one).toEqual(other);
    expect((await digests.days()).days).toHaveLength(1);
    expect(verified().flatMap(({ findings }) => findings)).toEqual([]);
  });

  test('after a standstill each missing day gets its own, ten a round', async () => {
    const { sealing, digests } = setup();
    await sealDigests(sealing, NIGHT);
    expect(await sealDigests(sealing, nightAfter(14))).toHaveLength(10);
    expect(await sealDigests(sealing, nightAfter(14))).toHaveLength(4);
    expect((await digests.days()).days).toHaveLength(15);
  });

  test('a round that died after the digest and before its note goes on with the next day', async () => {
    const { sealing, kept, signer } = setup();
    await sealDigests(sealing, NIGHT);
    kept.clear();
    expect(await sealDigests(sealing, nightAfter(1))).toMatchObject([{ day: '2026-03-06' }]);
    expect(signer.signed()).toBe(2);
  });

  test('nothing follows a digest that is sealed and not here: it is still on its way from the other region', async () => {
    const { sealing, digests } = setup();
    await sealDigests(sealing, NIGHT);
    digests.files.clear();
    await expect(sealDigests(sealing, nightAfter(1))).rejects.toThrow('2026-03-05 is not here yet');
  });
});

describe('what comes late', () => {
  test('[R37] is in the next digest, named, and is proven by it; once', async () => {
    const { sealing, log, digestOf, digests, verified } = setup();
    log.versions.push(entry('2026-03-05T01:00:00Z'));
    await sealDigests(sealing, NIGHT);
    const late = entry('2026-03-05T02:00:00Z');
    log.versions.push(late);
    await sealDigests(sealing, nightAfter(1));
    expect(digestOf('2026-03-06').late).toEqual([{ kind: 'version', ...late }]);
    const proof = await proveInclusion({ digests, sha256: sha256Bytes }, '2026-03-05', late.hash);
    expect(proof?.digest.statement.day).toBe('2026-03-06');
    await sealDigests(sealing, nightAfter(2));
    expect(digestOf('2026-03-07').late).toEqual([]);
    expect(verified().flatMap(({ findings }) => findings)).toEqual([]);
  });
});

test('there is no proof of what is in no digest', async () => {
  const { sealing, digests } = setup();
  await sealDigests(sealing, NIGHT);
  const proving = { digests, sha256: sha256Bytes };
  expect(await proveInclusion(proving, '2026-03-05', hashOf('stranger'))).toBeUndefined();
  expect(await proveInclusion(proving, '2026-04-05', hashOf('stranger'))).toBeUndefined();
});

test.each(['Asia/Shanghai', 'Asia/Kolkata', 'Europe/Berlin', 'Asia/Kathmandu'])(
  'each UTC hour belongs to one day in %s, where clocks change too',
  (timeZone) => {
    const days = Array.from({ length: 366 }, (_, n) =>
      new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
    );
    const hours = days.flatMap((day) => hoursOfDay(day, timeZone).hours);
    expect(new Set(hours).size).toBe(hours.length);
    expect(hours).toEqual(hours.toSorted());
    expect(Math.abs(hours.length - 366 * 24)).toBeLessThanOrEqual(1);
  },
);
