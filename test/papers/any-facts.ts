import fc from 'fast-check';
import type { MessageFacts } from '../../functions/domain/papers/message-facts.ts';
import { every, explained, RESULTS, SAMPLES, text } from './facts.ts';

/** What a person may have typed: any characters, markup and template code among them. */
export const typed: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '</p><script>alert(1)</script>',
    '{{#blocks}}{{{hall}}}{{/blocks}}',
    '{count, plural, other {#}}',
    '\\u003cscript\\u003e',
    '=cmd|calc',
    '" onmouseover="alert(1)',
  ),
);

/** A person's name of at least two Han characters, none of which the words themselves use. */
export const personName: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...'鄧龐璿驊麒瑋翀旻淇昀'), { minLength: 2, maxLength: 4 })
  .map((characters) => characters.join(''));

const date = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

const longText = fc
  .tuple(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }))
  .map(([hant, hans, en]) => text(hant, hans, en));

/** Facts of every kind with whatever lengths, and a person's name wherever a person may be named. */
export const anyFacts: fc.Arbitrary<{ readonly facts: MessageFacts; readonly names: readonly string[] }> = fc
  .record({
    name: personName,
    other: personName,
    wrote: typed,
    dueDate: date,
    caseNumber: fc.string({ minLength: 1, maxLength: 60 }),
    hotline: fc.string({ minLength: 3, maxLength: 40, unit: fc.constantFrom(...'0123456789-+ ') }),
    window: longText,
    count: fc.integer({ min: 1, max: 400 }),
    result: fc.constantFrom(...RESULTS),
  })
  .map(({ name, other, wrote, dueDate, caseNumber, hotline, window, count, result }) => {
    const own = { ...every, addressee: name, caseNumber, hall: { ...every.hall, hotline } };
    const open = Array.from({ length: count }, () => ({ what: window, why: `${wrote}${other}` }));
    const due = explained(dueDate);
    const facts: MessageFacts = {
      code: { ...SAMPLES.code, hall: own.hall },
      receipt: { ...SAMPLES.receipt, ...own, filedFor: name, filedBy: other, checkedBy: due },
      notice: { ...SAMPLES.notice, ...own, items: open, respondBy: due, furtherBecause: `${wrote}${other}` },
      acceptance: { ...SAMPLES.acceptance, ...own, promised: due },
      correction: { ...SAMPLES.correction, ...own, items: open, respondBy: due },
      result: { ...result, ...own, ...('ground' in result ? { ground: `${wrote}${other}` } : {}) },
      'pick-up': { ...SAMPLES['pick-up'], ...own, window, lastDay: dueDate },
      'file-lost': { ...SAMPLES['file-lost'], ...own, items: open },
      'lapse-warning': { ...SAMPLES['lapse-warning'], ...own, items: open, respondBy: dueDate },
    };
    return { facts, names: [name, other] };
  });
