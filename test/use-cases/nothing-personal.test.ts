import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { maskName } from '../../functions/domain/case/mask-name.ts';
import type { Answers } from '../../functions/domain/catalogue/answers.ts';
import { OPERATIONS } from '../support/api/gateway.ts';
import { PEOPLE, settlePeople } from '../support/api/people.ts';
import { validRequest } from '../support/api/valid-requests.ts';
import { makeWorld } from '../support/api/world.ts';
import { anyNationalId } from '../support/arbitraries/numbers.ts';
import { givenAnswers } from '../support/given/answers.ts';
import { makeCaseStory } from '../support/given/case-story.ts';
import { journey } from '../support/journey.ts';
import { logLines } from '../support/log-lines.ts';
import { makeWorkshop, type Workshop } from '../support/workshop.ts';

const han = (least: number, most: number) =>
  fc.string({
    unit: fc.constantFrom(...'趙錢孫李周吳鄭馮陳褚衛蔣沈韓楊朱秦尤許何呂施張孔曹嚴華金魏陶姜'),
    minLength: least,
    maxLength: most,
  });
const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });

/** People who are nobody, each with values of their own that could only come from them; what a shop is called is public. */
const anyPerson = fc.record({
  operatorName: han(3, 4),
  // Of age in the year of the journey.
  operatorId: anyNationalId.filter((number) => Number(number.slice(6, 10)) <= 2005),
  domicile: fc.tuple(han(3, 5), digits(3)).map(([street, number]) => `示例市${street}路 ${number} 號`),
  contactName: han(3, 4),
  mobile: digits(8).map((rest) => `+86139${rest}`),
  email: fc
    .tuple(fc.stringMatching(/^[a-z]{8,12}$/), digits(4))
    .map(([name, number]) => `${name}${number}@example.org`),
  premises: fc.tuple(han(3, 5), digits(3)).map(([street, number]) => `示例市${street}巷 ${number} 號`),
});

/** Personal values as they were typed, and the parts of them that still tell who it is. */
function personalOf(person: Answers): readonly string[] {
  const values = Object.values(person).map(String);
  return [...values, String(person.operatorId).slice(0, 17), String(person.mobile).replace('+86', '')];
}

/** What leaves the sealed parts: log, bus, lists, clear parts of versions, subjects, text messages, alarms. */
function openPlaces({
  story,
  events,
  outbox,
  rung,
  left,
  relayStore,
}: Workshop): Readonly<Record<string, string>> {
  const { records, heads, claims, accessEntries } = story.store;
  const clear = [...records.values()].flat().map((kept) => kept.clear);
  return {
    'clear parts': clear.join('\n'),
    heads: JSON.stringify([...heads.values()]),
    claims: JSON.stringify([...claims.values()]),
    readings: JSON.stringify([...accessEntries.values()]),
    bus: JSON.stringify(events),
    'message items': JSON.stringify(
      [...Object.values(relayStore)].map((one) => (one instanceof Map ? [...one] : one)),
    ),
    subjects: outbox.mails.map(({ subject }) => subject).join('\n'),
    'text messages': outbox.texts.map(({ text }) => text).join('\n'),
    alarms: JSON.stringify([rung, left]),
  };
}

function expectNone(places: Readonly<Record<string, string>>, values: readonly string[]) {
  const found = Object.entries(places).flatMap(([place, text]) =>
    values.filter((value) => text.includes(value)).map((value) => `${value} in ${place}`),
  );
  expect(found).toEqual([]);
}

describe('[R35] [7.2.1] nothing that tells who a person is stands outside the sealed parts', () => {
  test('after a whole case of whoever it may be, in log, bus, lists, subjects, text messages or alarms', async () => {
    const log = logLines();
    await fc.assert(
      fc.asyncProperty(anyPerson, async (person) => {
        const answers = givenAnswers(person);
        const workshop = makeWorkshop({}, makeCaseStory({ draft: { revision: 1, answers } }));
        await journey(workshop);
        expect(workshop.outbox.mails.some(({ text }) => text.includes('BL'))).toBe(true);
        const places = openPlaces(workshop);
        expectNone({ ...places, log: log.join('\n') }, personalOf(person));
        // The masked name is all that lists show of a person.
        expect(places.heads).toContain(maskName(person.operatorName));
      }),
      { numRuns: 4 },
    );
  });

  test('nor in what the API logs and refuses, nor in the paths it answers to', async () => {
    const log = logLines();
    await fc.assert(
      fc.asyncProperty(anyPerson, async (person) => {
        const story = makeCaseStory({ draft: { revision: 1, answers: givenAnswers(person) } });
        await journey(makeWorkshop({}, story), 'accepted');
        const world = makeWorld(story);
        await settlePeople(world);
        const refusals: string[] = [];
        const places = { caseId: 'c1', fileId: 'f', personId: 'p', command: 'accept', queue: 'intake' };
        for (const operation of OPERATIONS) {
          for (const name of [
            'the applicant',
            'another customer',
            'acceptance-officer',
            'auditor',
            'administrator',
          ]) {
            const of = PEOPLE[name]?.token === 'staff' ? 'staff' : 'customers';
            const token = { of, subject: name } as const;
            const typed = { number: person.operatorId, words: person.operatorName, contact: person.email };
            const request = validRequest(operation.operationId, places);
            const query = request.query && { ...request.query, ...('number' in request.query && typed) };
            const answer = await world.call(operation, { ...request, token, query });
            if (answer.status >= 300) refusals.push(JSON.stringify(answer));
          }
        }
        expectNone({ log: log.join('\n'), refusals: refusals.join('\n') }, personalOf(person));
        expectNone({ paths: OPERATIONS.map(({ path }) => path).join('\n') }, [
          'email',
          'mobile',
          'name',
          'token',
          'idTail',
        ]);
      }),
      { numRuns: 2 },
    );
  });
});
