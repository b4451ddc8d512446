import { describe, expect, test } from 'vitest';
import { keySetOf } from '../../../functions/domain/proof/key-set.ts';
import { verifyFiles } from '../../../functions/domain/proof/verify-files.ts';
import { nodeVerifying } from '../../../operations/verifier/node-verifying.ts';
import { digestOver, fileOf, hashesOf, makeSigningKey, recordOf, sha256 } from '../../support/given/proof.ts';

const key = makeSigningKey();
const keys = fileOf('keys.json', keySetOf([key.published]));

const found = (...files: readonly ReturnType<typeof fileOf>[]) =>
  verifyFiles([...files, keys], nodeVerifying)[0]?.findings.map(({ is, at }) =>
    at === undefined ? is : `${is} ${at}`,
  );

describe('[R37] versions of an exported record', () => {
  const record = recordOf(5, key);
  const judged = (versions: typeof record.versions) => found(fileOf('record.json', { ...record, versions }));
  const [one, two, three, four, five] = record.versions;
  if (!one || !two || !three || !four || !five) throw new Error('five versions were expected');

  test('verify without any key of the record', () => {
    expect(judged(record.versions)).toEqual([]);
  });

  test('changed: the version is named', () => {
    expect(
      judged([one, two, { ...three, clear: three.clear.replace('01:00', '02:00') }, four, five]),
    ).toEqual(['version-changed 3']);
    expect(judged([one, { ...two, sealedSha256: sha256('other') }, three, four, five])).toEqual([
      'sealed-part-changed 2',
    ]);
  });

  test('written anew with a fitting hash: what follows it gives it away', () => {
    const clear = three.clear.replace('01:00', '02:00');
    expect(judged([one, two, { ...three, clear, hash: sha256(clear) }, four, five])).toEqual([
      'version-replaced 3',
    ]);
    const last = five.clear.replace('01:00', '02:00');
    expect(judged([one, two, three, four, { ...five, clear: last, hash: sha256(last) }])).toEqual([
      'version-replaced 5',
    ]);
  });

  test('dropped, from the midst or from the end: the gap is named', () => {
    expect(judged([one, two, four, five])).toContain('version-missing 3');
    expect(judged([two, three, four, five])).toContain('version-missing 1');
    expect(judged([one, two, three, four])).toEqual(['version-missing 4 of 5 are here']);
  });

  test('moved and put in: the place is named', () => {
    expect(judged([one, three, two, four, five])).toEqual(['versions-reordered 2']);
    expect(judged([one, two, two, three, four, five])).toEqual(['version-inserted 2']);
  });

  test('all written anew and signed by nobody: the digest of the day lacks them', () => {
    const leaves = fileOf('leaves.json', { type: 'banli-leaves', day: '2026-03-02', hashes: hashesOf(11) });
    const day = fileOf('digest.json', key.detached(digestOver(hashesOf(11))));
    expect(found(fileOf('record.json', record), leaves, day)).toContain('version-not-in-digest 3');
  });
});
