import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { hexOf } from '../../../functions/domain/proof/bytes.ts';
import type { GivenFile } from '../../../functions/domain/proof/given-file.ts';
import { keySetOf } from '../../../functions/domain/proof/key-set.ts';
import { withSealLine } from '../../../functions/domain/proof/sealed-file.ts';
import { canonicalOf } from '../../../functions/domain/proof/signed.ts';
import { verifyFiles } from '../../../functions/domain/proof/verify-files.ts';
import { nodeVerifying } from '../../../operations/verifier/node-verifying.ts';
import {
  digestOver,
  fileOf,
  hashesOf,
  makeSigningKey,
  proofOf,
  recordOf,
  sha256,
  sha256Bytes,
} from '../../support/given/proof.ts';

const key = makeSigningKey();
const keys = fileOf('keys.json', keySetOf([key.published]));
const hashes = hashesOf(11);

const receiptStatement = {
  type: 'banli-receipt' as const,
  receiptNumber: 'SL20260302-7K2M9Q-4',
  receivedAt: '2026-03-02T01:00:00Z',
  writtenAt: '2026-03-02T01:00:00Z',
  signedAt: '2026-03-02T01:00:03Z',
  record: { kind: 'case' as const, id: 'c1' },
  epoch: 1,
  version: 3,
  hash: hashes[6] ?? '',
};
const receipt = { ...key.detached(receiptStatement), proof: proofOf(6, hashes, key) };

const paper = new TextEncoder().encode('%PDF-1.7\nxref\n0 1\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n');
const claim = canonicalOf(['F1', 'H1-2026-000001', hexOf(sha256Bytes(paper))]);
const certificate = { name: 'licence.pdf', bytes: withSealLine(paper, key.compact(claim)) };
const code = key.compact(
  canonicalOf(['C1', 'H1-2026-000001', '王*明', '2026-03-05', '', 'valid', '2026-03-05']),
);

const verify = (...files: readonly GivenFile[]) => verifyFiles(files, nodeVerifying);
const found = (file: GivenFile, ...others: readonly GivenFile[]) =>
  verify(file, keys, ...others)[0]?.findings.map(({ is, at }) => (at === undefined ? is : `${is} ${at}`));

/** One byte of a file is another. */
const oneByte = (file: GivenFile) =>
  fc.tuple(fc.nat(file.bytes.length - 1), fc.integer({ min: 1, max: 255 })).map(([where, change]) => ({
    ...file,
    bytes: file.bytes.map((byte, n) => (n === where ? byte ^ change : byte)),
  }));

describe('files as they were given out', () => {
  test('are found right: digest, leaves, proof, receipt, record, certificate, code, keys', () => {
    const reports = verify(
      keys,
      fileOf('digest.json', key.detached(digestOver(hashes))),
      fileOf('leaves.json', { type: 'banli-leaves', day: '2026-03-02', hashes }),
      fileOf('proof.json', proofOf(3, hashes, key)),
      fileOf('receipt.json', receipt),
      fileOf('record.json', recordOf(4, key)),
      certificate,
      fileOf('code.txt', `${code}\n`),
      fileOf('link.txt', `https://banli.example.org/verify/H1-2026-000001?code=x#${code}`),
    );
    expect(reports.map(({ kind, findings }) => [kind, findings.map(({ is }) => is)])).toEqual([
      ['key-set', []],
      ['digest', []],
      // Its record was written in the hours of a day whose leaves are here, and is not one of them.
      ['leaves', []],
      ['inclusion-proof', []],
      ['receipt', []],
      ['record', Array(4).fill('version-not-in-digest')],
      ['certificate-file', []],
      ['certificate-code', []],
      ['certificate-code', []],
    ]);
  });

  test('are not vouched for without the published keys, or by a key that was not published', () => {
    expect(verify(fileOf('receipt.json', receipt))[0]?.findings[0]?.is).toBe('no-key-set');
    const stranger = makeSigningKey();
    expect(found(fileOf('digest.json', stranger.detached(digestOver(hashes))))).toEqual([
      `unknown-key ${stranger.published.kid}`,
    ]);
    const posing = { ...stranger.published, kid: key.published.kid };
    const set = fileOf('keys.json', keySetOf([posing]));
    expect(verify(set)[0]?.findings[0]?.is).toBe('key-under-a-foreign-name');
  });

  test('signed by a retired key stay good, and nothing new is good by it', () => {
    const next = makeSigningKey('2026-06-01T00:00:00Z');
    const both = fileOf('keys.json', keySetOf([next.published, key.published]));
    const judged = (sealedAt: string) =>
      verify(fileOf('digest.json', key.detached(digestOver(hashes, { sealedAt }))), both)[0]?.findings;
    expect(judged('2026-03-03T18:00:00Z')).toEqual([]);
    expect(judged('2026-06-03T18:00:00Z')?.[0]?.is).toBe('signed-outside-validity');
  });
});

describe('[R37] one changed byte is named', () => {
  const digest = fileOf('digest.json', key.detached(digestOver(hashes)));
  const files = [
    digest,
    fileOf('receipt.json', receipt),
    fileOf('record.json', recordOf(3, key)),
    certificate,
  ];
  for (const file of files) {
    test.prop([oneByte(file)], { numRuns: 250 })(`in ${file.name}`, (changed) => {
      expect(found(changed)).not.toEqual([]);
    });
  }

  test.prop([oneByte(fileOf('code.txt', code))], { numRuns: 250 })(
    'in the QR code of a certificate',
    (changed) => {
      const same = new TextDecoder().decode(changed.bytes).trim() === code;
      expect(same || found(changed)?.length !== 0).toBe(true);
    },
  );

  test('in the key set: whatever a key is changed into, it signs nothing of ours', () => {
    const other = makeSigningKey();
    const swapped = fileOf('keys.json', { keys: [{ ...key.published, x: other.published.x }] });
    expect(verify(digest, swapped).flatMap(({ findings }) => findings.map(({ is }) => is))).toContain(
      'key-under-a-foreign-name',
    );
  });
});

describe('[R37] digests', () => {
  test('leaves changed, dropped, moved or put in are named', () => {
    const day = fileOf('digest.json', key.detached(digestOver(hashes)));
    const judged = (those: readonly string[]) =>
      found(fileOf('leaves.json', { type: 'banli-leaves', day: '2026-03-02', hashes: those }), day);
    const [first = '', second = '', ...rest] = hashes;
    expect(judged(hashes)).toEqual([]);
    expect(judged([first, ...rest])).toEqual(['leaves-differ 10 and not 11']);
    expect(judged([second, first, ...rest])).toEqual(['leaves-differ another root']);
    expect(judged([first, second, second, ...rest])).toEqual(['leaves-differ 12 and not 11']);
  });

  test('a day that was sealed anew is given away by the day after it', () => {
    const before = fileOf('1.json', key.detached(digestOver(hashes)));
    const previous = sha256(before.bytes);
    const after = fileOf('2.json', key.detached(digestOver(hashesOf(3), { day: '2026-03-03', previous })));
    expect(found(after, before)).toEqual([]);
    const anew = fileOf('1.json', key.detached(digestOver(hashes, { sealedAt: '2026-03-03T18:00:01Z' })));
    expect(found(after, anew)).toEqual(['previous-digest-differs 2026-03-02']);
  });

  test('a proof of something else, or of another tree, is no proof', () => {
    const swapped = { ...receipt, proof: proofOf(5, hashes, key) };
    expect(found(fileOf('receipt.json', swapped))).toEqual(['proof-of-another']);
    const moved = { ...receipt, proof: { ...receipt.proof, index: 7 } };
    expect(found(fileOf('receipt.json', moved))).toEqual(['path-leads-elsewhere']);
  });
});
