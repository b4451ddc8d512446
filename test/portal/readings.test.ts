import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf } from '../../portal/customer/account/readings.ts';

const who = fc.constantFrom('you', 'acceptance officer');
const reading = fc.record({ at: fc.string(), who, purpose: fc.constantFrom('work', 'own case') });

test('readings are put together where reader and purpose are the same, and nowhere else; none is left out', () => {
  fc.assert(
    fc.property(fc.array(reading), (readings) => {
      const runs = runsOf(readings);
      const unfolded = runs.flatMap(({ count, who, purpose }) => Array(count).fill({ who, purpose }));
      expect(unfolded).toEqual(readings.map(({ who, purpose }) => ({ who, purpose })));
      runs.slice(1).forEach((run, n) => {
        expect([run.who, run.purpose]).not.toEqual([runs[n]?.who, runs[n]?.purpose]);
      });
    }),
  );
});

test('a run says when its first and last reading were, whose newest comes first', () => {
  const own = (at: string) => ({ at, who: 'you', purpose: 'own case' });
  expect(runsOf([own('12:00'), own('11:00'), own('10:00')])).toEqual([
    { who: 'you', purpose: 'own case', first: '10:00', last: '12:00', count: 3 },
  ]);
});
