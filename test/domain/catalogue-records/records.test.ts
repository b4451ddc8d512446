import { expect, test } from 'vitest';
import { calendarDefinition } from '../../../functions/domain/catalogue-records/calendar-record.ts';
import { serviceDefinition } from '../../../functions/domain/catalogue-records/service-record.ts';
import { givenCalendar } from '../../support/given/calendar.ts';
import { story } from '../../support/given/pure-record.ts';
import { givenService, serviceFile } from '../../support/given/service.ts';

const publish = (file: unknown) => ({ type: 'publish', hall: 'hall-1', file }) as const;

test('[1.3.1] publishing a service is its next version; one without a legal basis is refused, naming the field', () => {
  const service = story(serviceDefinition, { stage: 'dev' });
  expect(service.done(publish(serviceFile())).version).toBe(1);
  expect(service.refusal(publish({ ...serviceFile(), legalBasis: [] }))).toBe('not-publishable');
  expect(service.done(publish({ ...serviceFile(), hotline: '12345-2' }))).toMatchObject({
    version: 2,
    state: { hotline: '12345-2' },
  });
});

test('a sample that nobody has verified is not published in prod', () => {
  expect(story(serviceDefinition, { stage: 'prod' }).refusal(publish(serviceFile()))).toBe('not-publishable');
});

test('a record of one service never becomes another: cases are pinned to its versions', () => {
  const service = story(serviceDefinition, { stage: 'dev' });
  service.done(publish(serviceFile()));
  expect(service.refusal(publish({ ...serviceFile(), id: 'food-business-licence' }))).toBe('not-publishable');
});

test('[R36] a service published when one retention held for all outcomes still opens, each kept as long as then', () => {
  const { $schema: _schema, retention: _rules, ...file } = serviceFile();
  const old = { years: 30, listApprovedBy: null, legalBasis: file.legalBasis };
  const upcast = serviceDefinition.upcasters?.[1];
  const stored = upcast?.({
    state: { ...file, retention: { ...old, legalBasis: givenService().retention.rules[0]?.legalBasis } },
    personal: null,
    event: { type: 'published' },
  });
  const { retention } = serviceDefinition.schema.state.parse(stored?.state);
  expect(retention.rules.map(({ years, outcomes }) => [years, outcomes.length])).toEqual([[30, 6]]);
});

test('a new year or a closure is the next version of a calendar; a broken one is refused', () => {
  const calendar = story(calendarDefinition, undefined);
  const all = givenCalendar();
  expect(calendar.refusal({ type: 'publish', hall: 'hall-1', calendar: { ...all, timeZone: 7 } })).toBe(
    'not-publishable',
  );
  calendar.done({ type: 'publish', hall: 'hall-1', calendar: { ...all, years: all.years.slice(0, 1) } });
  const { version, state } = calendar.done({ type: 'publish', hall: 'hall-1', calendar: all });
  expect([version, state.years.length]).toEqual([2, 2]);
});
