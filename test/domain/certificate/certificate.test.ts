import { expect, test } from 'vitest';
import { certificateDefinition } from '../../../functions/domain/certificate/certificate.ts';
import { story } from '../../support/given/pure-record.ts';

const begin = {
  type: 'begin',
  hall: 'hall-1',
  caseId: 'c1',
  service: 'sole-trader-registration',
  seriesSeen: 4,
  published: { businessName: '小明雜貨店' },
  verificationCode: 'kept-long-and-random',
} as const;
const number = { type: 'number', number: 'GT2026000005' } as const;
const issue = {
  type: 'issue',
  issuedOn: '2026-03-02',
  pdfSha256: 'a'.repeat(64),
  pdfKey: 'certificates/c1.pdf',
} as const;

test('[3.6.1] begins without a number, but with the version of the series then seen', () => {
  const certificate = story(certificateDefinition, undefined);
  const { state } = certificate.done(begin);
  expect(state).toMatchObject({ status: 'being-made', seriesSeen: 4 });
  expect(state.number).toBeUndefined();
  expect(certificate.refusal(begin)).toBe('already-begun');
});

test('[3.6.1] keeps the number it was given first, and is issued once', () => {
  const certificate = story(certificateDefinition, undefined);
  certificate.done(begin);
  expect(certificate.refusal(issue)).toBe('not-numbered');
  certificate.done(number);
  expect(certificate.refusal({ type: 'number', number: 'GT2026000006' })).toBe('already-numbered');
  certificate.done(issue);
  expect(certificate.refusal({ ...issue, pdfSha256: 'b'.repeat(64) })).toBe('already-issued');
});

test('is revoked only while it is valid, and says why', () => {
  const certificate = story(certificateDefinition, undefined);
  expect(certificate.refusal({ type: 'revoke', reason: 'promise-broken' })).toBe('not-found');
  certificate.done(begin);
  expect(certificate.refusal({ type: 'revoke', reason: 'promise-broken' })).toBe('not-valid');
  certificate.done(number);
  certificate.done(issue);
  const { state, event } = certificate.done({ type: 'revoke', reason: 'promise-broken' });
  expect(state.status).toBe('revoked');
  expect(event).toEqual({ type: 'revoked', reason: 'promise-broken' });
  expect(certificate.refusal({ type: 'revoke', reason: 'promise-broken' })).toBe('not-valid');
});

test('is found by number and by code once it has a number, and not before', () => {
  const certificate = story(certificateDefinition, undefined);
  expect(certificateDefinition.headOf(certificate.done(begin)).finders).toBeUndefined();
  expect(certificateDefinition.headOf(certificate.done(number)).finders).toEqual([
    { field: 'certificate', value: 'GT2026000005' },
    { field: 'verification', value: 'kept-long-and-random' },
  ]);
});
