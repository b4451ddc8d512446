import { expect, test } from 'vitest';
import { keptIn, lostOf } from './kept.ts';

const version = (facts: object = {}) => ({
  ...{ pk: 'CASE#c1', sk: 'v#001#0000000001', hash: 'abc' },
  ...{ clear: '{"a":1}', sealed: new Uint8Array([1, 2, 3]), readers: new Set(['b', 'a']), dates: [1, 2] },
  ...facts,
});
const before = keptIn([version(), { pk: 'CASE#c1', sk: 'head', version: 1 }]);

test('what is there byte for byte is not lost, in whatever order its parts are told', () => {
  const { pk, sk, ...facts } = version({ readers: new Set(['a', 'b']), sealed: Buffer.from([1, 2, 3]) });
  expect(lostOf(before, keptIn([{ ...facts, sk, pk }]))).toEqual([]);
});

test('what is not there is lost, and what was added since is no loss', () => {
  const other = version({ sk: 'v#002#0000000002' });
  expect(lostOf(before, keptIn([other]))).toEqual(['CASE#c1 v#001#0000000001 is lost']);
});

test.each([
  ['clear', '{"a":2}'],
  ['sealed', new Uint8Array([1, 2, 4])],
  ['readers', new Set(['a'])],
  ['dates', [1]],
  ['hash', undefined],
  ['more', true],
])('one byte of another in its %s makes it another, whatever hash it bears', (name, value) => {
  expect(lostOf(before, keptIn([version({ [name]: value })]))).toEqual([
    'CASE#c1 v#001#0000000001 is another',
  ]);
});
