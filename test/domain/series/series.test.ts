import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { renderNumber, seriesDefinition } from '../../../functions/domain/series/series.ts';
import { story } from '../../support/given/pure-record.ts';

const take = (certificateId: string) =>
  ({ type: 'take', hall: 'hall-1', prefix: 'GT', digits: 6, certificateId }) as const;

test.prop([fc.array(fc.uuid(), { minLength: 1, maxLength: 30 })])(
  '[3.6.1] [R8] hands out 1, 2, 3 … without a gap, each version naming the certificate it is for',
  (certificates) => {
    const series = story(seriesDefinition, undefined);
    certificates.forEach((certificateId, n) => {
      const { event, version, state } = series.done(take(certificateId));
      expect(event).toEqual({ type: 'number-taken', number: n + 1, certificateId });
      expect([version, state.last, state.lastFor]).toEqual([n + 1, n + 1, certificateId]);
    });
  },
);

test('[R8] a number is voided only once it was handed out, with its reason, and is not handed out again', () => {
  const series = story(seriesDefinition, undefined);
  expect(series.refusal({ type: 'void', number: 1, reason: 'misprint' })).toBe('number-not-taken');
  series.done(take('a'));
  expect(series.refusal({ type: 'void', number: 2, reason: 'misprint' })).toBe('number-not-taken');
  expect(series.refusal({ type: 'void', number: 0, reason: 'misprint' })).toBe('number-not-taken');
  expect(series.done({ type: 'void', number: 1, reason: 'misprint' }).event).toEqual({
    type: 'number-voided',
    number: 1,
    reason: 'misprint',
  });
  expect(series.done(take('b')).state.last).toBe(2);
});

test('a number is printed as prefix, year and running number in its width', () => {
  expect(renderNumber({ prefix: 'GT', digits: 6 }, '2026', 42)).toBe('GT2026000042');
  expect(renderNumber({ prefix: 'GT', digits: 2 }, '2026', 142)).toBe('GT2026142');
});
