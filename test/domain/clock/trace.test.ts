import { describe, expect, test } from 'vitest';
import { describeTrace, type TraceStep } from '../../../functions/domain/clock/trace.ts';
import { SENTENCES } from '../../../functions/domain/clock/trace-words.ts';
import { LANGUAGES } from '../../../functions/domain/language.ts';
import { givenDays } from '../../support/given/calendar.ts';
import { dueDateGiven as due, givenPause } from '../../support/given/limit.ts';

describe('the trace of a date', () => {
  test('tells receipt, rule, first day, what was passed over, the count, and the answer', () => {
    expect(describeTrace(due('2026-02-12', { amount: 5 }).trace, 'en')).toEqual([
      'Received on 12 February 2026.',
      'The limit is 5 working days (Article 1).',
      'Counting begins on 13 February 2026.',
      '14 February 2026 is a make-up working day and counts.',
      '15 February 2026 to 23 February 2026 (Spring Festival): holiday, 9 days not counted.',
      'Counting 5 working days leads to 26 February 2026.',
      'Due on 26 February 2026.',
    ]);
  });

  test('speaks both Chinese scripts', () => {
    const { trace } = due('2026-03-06', { unit: 'calendar-day', amount: 8 });
    expect(describeTrace(trace, 'zh-Hant')).toEqual([
      '2026年3月6日收到。',
      '期限為 8 日（第一條）。',
      '自2026年3月7日起算。',
      '計滿 8 日為2026年3月14日。',
      '2026年3月14日非工作日，順延至2026年3月16日。',
      '到期日：2026年3月16日。',
    ]);
    expect(describeTrace(trace, 'zh-Hans')[4]).toBe('2026年3月14日非工作日，顺延至2026年3月16日。');
  });

  test('counts one working day in the singular, and weekends together', () => {
    expect(describeTrace(due('2026-03-06', { amount: 1 }).trace, 'en')).toEqual(
      expect.arrayContaining([
        'The limit is 1 working day (Article 1).',
        'Weekends and other rest days: 2 days not counted.',
      ]),
    );
  });

  test('says when something came, where it counts as received later', () => {
    const [first] = describeTrace(due('2026-03-06T09:00:00Z', { cutOff: '16:00' }).trace, 'en');
    expect(first).toBe(
      'Came in on 6 March 2026, after the cut-off hour or on no working day, and so counts as received on 9 March 2026.',
    );
  });

  test('names pauses in the service’s words, and says of overlapping ones what counts once', () => {
    const pauses = [
      givenPause('2026-03-03', '2026-03-06', { capWorkingDays: 2 }),
      givenPause('2026-03-04', '2026-03-06', { type: 'appraisal' }),
    ];
    const named = (type: string) => ({ 'expert-review': 'expert review' })[type] ?? 'appraisal';
    expect(describeTrace(due('2026-03-02', {}, { pauses }).trace, 'en', named).slice(2, 6)).toEqual([
      'The clock stood still after 3 March 2026 until 5 March 2026 (expert review): 2 days.',
      'The pause reached its limit of 2 working days; the clock runs on after 5 March 2026 (expert review).',
      'The clock stood still after 4 March 2026 until 6 March 2026 (appraisal): 2 days.',
      'It already stood still for another reason on 1 day of these; they count once (appraisal).',
    ]);
  });

  test('says why a closed hall’s days do not count [8.1.2]', () => {
    const reason = { 'zh-Hant': '颱風', 'zh-Hans': '台风', en: 'Typhoon, cost $& more' };
    const index = givenDays({
      closures: [{ from: '2026-03-03', to: '2026-03-04', reason, basis: 'notice 7' }],
    });
    const { trace } = due('2026-03-02', {}, { index });
    expect(describeTrace(trace, 'zh-Hant')).toContain(
      '2026年3月3日至2026年3月4日停止辦公（颱風），2 日不計。',
    );
    expect(describeTrace(trace, 'en').join(' ')).toContain('(Typhoon, cost $& more): the hall is closed');
  });

  test('says that a date is provisional, and that it was extended', () => {
    const extensions = [{ amount: 2, reason: 'approved' }];
    const sentences = describeTrace(due('2026-12-30', {}, { extensions }).trace, 'en');
    expect(sentences).toContain('Extended by 2 working days with approval.');
    expect(sentences).toContain('Counting 5 working days leads to 7 January 2027.');
    expect(sentences).toContain(
      'The holidays of 2027 are not published yet; the date is provisional and will be settled by 31 December 2026.',
    );
  });

  test('has one sentence a step in each language, with the same facts in each', () => {
    const holes = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).toSorted();
    for (const [step, said] of Object.entries(SENTENCES)) {
      for (const language of LANGUAGES) expect(holes(said[language]), step).toEqual(holes(said.en));
    }
  });

  test('says each of two make-up days in a row', () => {
    const years = [{ year: 2026, notice: 'No. 1', holidays: [], makeUpDays: ['2026-03-07', '2026-03-08'] }];
    const { trace, dueDate } = due('2026-03-06', {}, { index: givenDays({ years }) });
    expect(dueDate).toBe('2026-03-09');
    expect(trace.filter(({ step }) => step === 'make-up-day')).toHaveLength(2);
  });

  test('says of a limit in hours when it came, whatever the cut-off hour', () => {
    const { trace } = due('2026-03-06T12:00:00Z', { unit: 'hour', amount: 2, cutOff: '16:00' });
    expect(describeTrace(trace, 'en')[0]).toBe('Received on 6 March 2026.');
  });

  test('says of two holidays that meet which is which', () => {
    const steps = due('2025-09-30', { amount: 1 }).trace;
    const holidays = steps.filter((step): step is Extract<TraceStep, { name: unknown }> => 'name' in step);
    expect(holidays.map(({ from, to, name }) => [from, to, name.en])).toEqual([
      ['2025-10-01', '2025-10-05', 'National Day'],
      ['2025-10-06', '2025-10-06', 'Mid-Autumn Festival'],
      ['2025-10-07', '2025-10-08', 'National Day'],
    ]);
  });
});
