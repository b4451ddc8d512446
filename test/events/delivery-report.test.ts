import { expect, test } from 'vitest';
import { readReport } from '../../functions/events/delivery-report/read-report.ts';

function sesEvent(eventType: string, tags?: Readonly<Record<string, readonly string[]>>) {
  return {
    eventType,
    mail: { messageId: 'ses-1', timestamp: '2026-03-02T01:00:00Z', ...(tags && { tags }) },
    delivery: {},
  };
}

const ours = { 'banli-message': ['case-c1-6-m0'] };

test.each([
  ['Delivery', 'delivered'],
  ['Bounce', 'failed'],
  ['Reject', 'failed'],
])('%s means %s', (eventType, outcome) => {
  expect(readReport(sesEvent(eventType, ours))).toEqual({
    providerId: 'ses-1',
    messageId: 'case-c1-6-m0',
    outcome,
  });
});

test('a complaint is no failure: whoever complains of a mail has received it', () => {
  expect(readReport(sesEvent('Complaint', ours))).toBeUndefined();
});

test.each(['Send', 'Open', 'DeliveryDelay'])('%s is of no interest', (eventType) => {
  expect(readReport(sesEvent(eventType, ours))).toBeUndefined();
});

test("without our tag the provider's id is left to find it by", () => {
  expect(readReport(sesEvent('Delivery'))).toEqual({ providerId: 'ses-1', outcome: 'delivered' });
});

test("a sign-in code is nobody's message: its report never waits for one", () => {
  expect(readReport(sesEvent('Bounce', { 'banli-message': ['code-01J'] }))).toBeUndefined();
});

test('what is no report at all is refused', () => {
  expect(() => readReport({ Records: [] })).toThrow();
});
