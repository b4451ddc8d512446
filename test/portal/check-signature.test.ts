import { expect, test } from 'vitest';
import { keySetOf } from '../../functions/domain/proof/key-set.ts';
import { isSigned } from '../../portal/customer/account/check-signature.ts';
import { hashesOf, makeSigningKey } from '../support/given/proof.ts';

const key = makeSigningKey();
const statement = {
  type: 'banli-receipt' as const,
  receiptNumber: 'BL260302JLCT67XM2',
  receivedAt: '2026-03-02T01:00:00Z',
  writtenAt: '2026-03-02T01:00:00Z',
  signedAt: '2026-03-02T01:00:03Z',
  record: { kind: 'case' as const, id: 'c1' },
  epoch: 1,
  version: 3,
  hash: hashesOf(1)[0] ?? '',
};

test('[R37] the browser takes a receipt that we signed, and no other', async () => {
  const keys = keySetOf([key.published]);
  const receipt = key.detached(statement);
  expect(await isSigned(receipt, keys)).toBe(true);
  expect(await isSigned({ ...receipt, statement: { ...statement, version: 4 } }, keys)).toBe(false);
  expect(await isSigned(receipt, keySetOf([makeSigningKey().published]))).toBe(false);
});
