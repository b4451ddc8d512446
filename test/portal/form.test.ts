import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readService } from '../../functions/domain/catalogue/read-service.ts';
import { allQuestions } from '../../functions/domain/catalogue/visible-questions.ts';
import { readContact } from '../../portal/customer/account/contact.ts';
import { fileProblem, mediaTypeOf } from '../../portal/customer/account/form/file-problems.ts';
import { offersFor } from '../../portal/customer/account/form/offers.ts';
import { readIdTail } from '../../portal/customer/id-tail.ts';
import type { PublicService } from '../../portal/shared/api-types.ts';
import { dateFromParts, partsOfDate } from '../../portal/shared/date-parts.ts';
import file from '../../services/sole-trader-registration.json' with { type: 'json' };
import { ANSWERS } from './support/answers.ts';

const MEGABYTE = 1024 * 1024;

describe('the contact to sign in with', () => {
  test('is refused when it is neither a mobile number nor an address', () => {
    for (const typed of ['', '12345', 'somebody', 'a@b', '@example.org', '138 0000 000']) {
      expect(readContact(typed), typed).toBeUndefined();
    }
  });

  test('[U10] is read with spaces, hyphens, brackets and full-width digits', () => {
    expect(readContact('１３８-0000 0001')).toBe('+8613800000001');
    expect(readContact('(+852) 5500 0001')).toBe('+85255000001');
    expect(readContact(' wang @example.org ')).toBe('wang@example.org');
  });

  test('[U10] the end of an identity number may be typed in small letters and full width', () => {
    expect(readIdTail('００2x')).toBe('002X');
    expect(readIdTail('02X')).toBeUndefined();
  });
});

describe('a chosen file', () => {
  const paper = {
    mediaTypes: ['application/pdf', 'image/jpeg'] as ('application/pdf' | 'image/jpeg')[],
    maxBytes: 10 * MEGABYTE,
  };
  const room = { count: 0, most: 20 };

  test('[U12] is refused for exactly what is wrong with it', () => {
    const problem = (given: Partial<File>, place = room) =>
      fileProblem({ name: 'lease.pdf', type: 'application/pdf', size: 5, ...given }, paper, place);
    expect(problem({ type: 'application/msword', name: 'lease.doc' })).toBe('wrong-type');
    expect(problem({ type: '', name: 'lease' })).toBe('wrong-type');
    expect(problem({ size: 0 })).toBe('empty');
    expect(problem({ size: 10 * MEGABYTE + 1 })).toBe('too-large');
    expect(problem({}, { count: 20, most: 20 })).toBe('too-many');
    expect(problem({ size: 10 * MEGABYTE })).toBeUndefined();
  });

  test('is known by its ending where the system gives no type', () => {
    expect(mediaTypeOf({ name: 'SCAN.JPG', type: '' })).toBe('image/jpeg');
  });
});

describe('[U6] what was given before', () => {
  const service = { ...readService(file), version: 1 } as unknown as PublicService;
  const offers = (id: string, answers = ANSWERS, contact?: string) => {
    const question = allQuestions(service).find((one) => one.id === id);
    if (question === undefined) throw new Error(`no question ${id}`);
    return offersFor(question, service, answers, contact);
  };

  test('is not offered to questions of another kind, to earlier ones, or when it stands there already', () => {
    expect(offers('businessName')).toEqual([]);
    expect(offers('domicile')).toEqual([]);
    expect(offers('contactName')).toEqual([]);
    expect(offers('mobile', { ...ANSWERS, mobile: '138 0000 0001' }, '+8613800000001')).toEqual([]);
  });

  test('a second address offers the first, a contact the name, the sign-in its mobile number', () => {
    const { premises: _p, contactName: _c, mobile: _m, ...answers } = ANSWERS;
    expect(offers('premises', answers)).toEqual([ANSWERS.domicile]);
    expect(offers('contactName', answers)).toEqual([ANSWERS.operatorName]);
    expect(offers('mobile', answers, '+8613800000001')).toEqual(['+8613800000001']);
  });

  test('a mail address is not offered as a mobile number', () => {
    const { mobile: _m, ...answers } = ANSWERS;
    expect(offers('mobile', answers, 'wang@example.org')).toEqual([]);
  });
});

describe('a date in three boxes', () => {
  property.prop([fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })])(
    'comes back as it was kept',
    (date) => {
      const kept = date.toISOString().slice(0, 10);
      expect(dateFromParts(partsOfDate(kept))).toBe(kept);
    },
  );

  property.prop([fc.record({ year: fc.string(), month: fc.string(), day: fc.string() })])(
    'is never taken for a real date unless it has the form of one',
    (parts) => {
      const date = dateFromParts(parts);
      expect(date === '' || date.split('-').length >= 3).toBe(true);
    },
  );

  test('[U10] takes full-width digits, and nothing for nothing', () => {
    expect(dateFromParts({ year: '２０２７', month: '３', day: '27' })).toBe('2027-03-27');
    expect(dateFromParts({ year: '', month: ' ', day: '' })).toBe('');
  });
});
