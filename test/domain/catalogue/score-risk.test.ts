import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { scoreRisk } from '../../../functions/domain/catalogue/score-risk.ts';
import { givenAnswers } from '../../support/given/answers.ts';
import { givenService } from '../../support/given/service.ts';

const service = givenService();
const licensed = givenAnswers({ scopeCodes: ['5169'] });

test('a count just under its rule adds nothing [2.2.2]', () => {
  const under = { casesAtAddress: 4, discredited: 0, filingsByRepresentativeThisWeek: 9, nobodyAsks: 99 };
  expect(scoreRisk(service, givenAnswers(), under)).toEqual({ points: 0, reasons: [], path: 'simple' });
});

test('each rule that hits adds its points and is named [2.2.2]', () => {
  expect(scoreRisk(service, licensed, { casesAtAddress: 5 })).toEqual({
    points: 50,
    reasons: ['same-address', 'prior-licence-scope'],
    path: 'normal',
  });
});

test.each([
  [0, 'simple'],
  [20, 'simple'],
  [30, 'normal'],
  [50, 'normal'],
  [60, 'enhanced'],
  [110, 'enhanced'],
])('%i points lead to the %s path [2.2.2]', (points, path) => {
  const rules =
    points === 0 ? [] : [{ id: 'one', points, text: service.names, when: { fact: 'one', atLeast: 1 } }];
  expect(scoreRisk({ risk: { ...service.risk, rules } }, {}, { one: 1 })).toMatchObject({ points, path });
});

const PATHS = ['simple', 'normal', 'enhanced'];
const counts = fc.record({
  casesAtAddress: fc.nat(9),
  discredited: fc.nat(1),
  filingsByRepresentativeThisWeek: fc.nat(20),
});

test.prop([counts, counts])('more of anything never lowers the score or the path [2.2.2]', (some, more) => {
  const all = Object.fromEntries(
    Object.entries(some).map(([fact, count]) => [
      fact,
      count + (Object.entries(more).find(([one]) => one === fact)?.[1] ?? 0),
    ]),
  );
  const less = scoreRisk(service, licensed, some);
  const higher = scoreRisk(service, licensed, all);
  expect(higher.points).toBeGreaterThanOrEqual(less.points);
  expect(PATHS.indexOf(higher.path)).toBeGreaterThanOrEqual(PATHS.indexOf(less.path));
});
