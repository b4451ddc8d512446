import { expect, test } from 'vitest';
import { covers, type MandateCommand, mandateDefinition } from '../../../functions/domain/mandate/mandate.ts';
import { story } from '../../support/given/pure-record.ts';

const grant: Extract<MandateCommand, { type: 'grant' }> = {
  type: 'grant',
  hall: 'hall-1',
  principalId: 'person-principal',
  representativeId: 'person-agent',
  services: ['sole-trader-registration'],
  from: '2026-03-01T00:00:00Z',
  until: '2026-06-01T00:00:00Z',
};
const DURING = '2026-04-01T00:00:00Z';

test('lets the representative act within scope and dates, and not a second longer', () => {
  const { state } = story(mandateDefinition, undefined).done(grant);
  expect(covers(state, 'sole-trader-registration', DURING)).toBe(true);
  expect(covers(state, 'sole-trader-registration', grant.from)).toBe(true);
  expect(covers(state, 'sole-trader-registration', grant.until)).toBe(false);
  expect(covers(state, 'sole-trader-registration', '2026-02-28T23:59:59Z')).toBe(false);
  expect(covers(state, 'food-business-licence', DURING)).toBe(false);
  expect(covers({ ...state, services: [] }, 'food-business-licence', DURING)).toBe(true);
});

test('ends at once, and once', () => {
  const mandate = story(mandateDefinition, undefined);
  expect(mandate.refusal({ type: 'end' })).toBe('mandate-not-in-force');
  mandate.done(grant);
  mandate.at(DURING);
  const { state } = mandate.done({ type: 'end' });
  expect(covers(state, 'sole-trader-registration', DURING)).toBe(false);
  expect(covers(state, 'sole-trader-registration', '2026-03-31T23:59:59Z')).toBe(true);
  expect(mandate.refusal({ type: 'end' })).toBe('mandate-not-in-force');
});

test('is granted once, and not for no time at all', () => {
  const mandate = story(mandateDefinition, undefined);
  expect(mandate.refusal({ ...grant, until: grant.from })).toBe('mandate-ends-before-it-begins');
  mandate.done(grant);
  expect(mandate.refusal(grant)).toBe('already-there');
});

test('stands on the list of the representative', () => {
  const head = mandateDefinition.headOf(story(mandateDefinition, undefined).done(grant));
  expect(head.belongsTo).toEqual({ personId: 'person-agent', sort: grant.from });
});
