import { readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  normaliseAnswers,
  normaliseMobile,
  normaliseNumber,
} from '../../../functions/domain/catalogue/normalise.ts';
import {
  ageOn,
  creditCheck,
  creditCodeProblem,
  idCheckCharacter,
  makeReceiptNumber,
  nationalIdProblem,
  organisationCheck,
  readReceiptNumber,
} from '../../../functions/domain/catalogue/numbers.ts';
import { publishingRefusals } from '../../../functions/domain/catalogue/publishing-refusals.ts';
import { readService } from '../../../functions/domain/catalogue/read-service.ts';
import { requiredDocuments } from '../../../functions/domain/catalogue/required-documents.ts';
import { scoreRisk } from '../../../functions/domain/catalogue/score-risk.ts';
import { validateAnswers } from '../../../functions/domain/catalogue/validate-answers.ts';
import { serviceFileSchema } from '../../../services/schema.ts';
import { givenAnswers, givenNationalId } from '../../support/given/answers.ts';
import { givenService, serviceFile } from '../../support/given/service.ts';

const service = givenService();
const TODAY = '2026-03-02';
const check = (overrides: Parameters<typeof givenAnswers>[0]) =>
  validateAnswers(service, normaliseAnswers(service, givenAnswers(overrides)), TODAY);
const strip = ({ $schema: _schema, ...file }: Record<string, unknown>) => file;

describe('answers', () => {
  test('that are complete have no problem', () => {
    expect(check({})).toEqual([]);
  });

  test.each<[string, Parameters<typeof givenAnswers>[0], { path: string; kind: string }]>([
    ['a missing name', { operatorName: '' }, { path: 'operatorName', kind: 'required' }],
    ['a name of one character', { operatorName: '王' }, { path: 'operatorName', kind: 'too-short' }],
    [
      'a wrong check digit',
      { operatorId: '110101199003074510' },
      { path: 'operatorId', kind: 'national-id-wrong-check' },
    ],
    [
      'a birth date that is none',
      { operatorId: givenNationalId('11010119900230451') },
      { path: 'operatorId', kind: 'national-id-wrong-birth-date' },
    ],
    ['a short id', { operatorId: '1101' }, { path: 'operatorId', kind: 'national-id-wrong-length' }],
    ['letters for a mobile', { mobile: 'abc' }, { path: 'mobile', kind: 'not-a-mobile' }],
    ['half an e-mail address', { email: 'wang@' }, { path: 'email', kind: 'not-an-email' }],
    ['a lease that has ended', { leaseEnd: '2026-03-01' }, { path: 'leaseEnd', kind: 'date-before-today' }],
    ['30 February', { leaseEnd: '2027-02-30' }, { path: 'leaseEnd', kind: 'not-a-date' }],
    ['a choice that is not offered', { region: 'north' }, { path: 'region', kind: 'not-a-choice' }],
    ['nothing chosen', { scopeCodes: [] }, { path: 'scopeCodes', kind: 'required' }],
    ['an unticked declaration', { declared: false }, { path: 'declared', kind: 'not-declared' }],
  ])('with %s are refused at that field [3.3.2]', (_what, overrides, problem) => {
    expect(check(overrides)).toMatchObject([problem]);
  });

  test('of a hidden question are neither asked nor kept', () => {
    const answers = normaliseAnswers(service, givenAnswers({ premisesUse: 'own', leaseEnd: '2020-01-01' }));
    expect(answers.leaseEnd).toBeUndefined();
    expect(check({ premisesUse: 'own', leaseEnd: '2020-01-01' })).toEqual([]);
  });

  test('in a list are checked entry by entry', () => {
    expect(check({ form: 'family', familyMembers: [{ name: '王', id: givenNationalId() }] })).toMatchObject([
      { path: 'familyMembers/0/name', kind: 'too-short' },
    ]);
  });

  test('accept rare characters, middle dots and any script in names [U11]', () => {
    for (const operatorName of ['𠮷野家', '阿布都·热合曼', 'Zoë O’Neill', '㛃明'])
      expect(check({ operatorName })).toEqual([]);
  });

  test('drop spaces, hyphens, brackets and full-width digits in numbers [U10] [R25]', () => {
    const id = givenNationalId('11010119491231000');
    expect(normaliseNumber(' １１０１０１ 19491231 000８ ')).toBe(id);
    expect(normaliseNumber('11010119900307451x')).toBe('11010119900307451X');
    expect(normaliseMobile('(139) 0000-0001')).toBe('+8613900000001');
    expect(normaliseMobile('00852 5123 4567')).toBe('+85251234567');
  });

  test('lose invisible and direction-changing characters, and keep markup as text [R23]', () => {
    const answers = normaliseAnswers(
      service,
      givenAnswers({ businessName: '店\u202e<b>\u200b\u0000鋪</b>' }),
    );
    expect(answers.businessName).toBe('店<b>鋪</b>');
  });
});

describe('documents', () => {
  test('asked for follow from the answers, the same for whoever reads them [U1]', () => {
    expect(requiredDocuments(service, givenAnswers()).map(({ id }) => id)).toEqual([
      'identity',
      'premises-lease',
    ]);
    expect(
      requiredDocuments(service, givenAnswers({ premisesUse: 'own', scopeCodes: ['6210'] })).map(
        ({ id }) => id,
      ),
    ).toEqual(['identity', 'premises-own', 'prior-licence']);
  });
});

describe('risk', () => {
  test('adds the points of each rule that hits and names it [2.2.2]', () => {
    expect(scoreRisk(service, givenAnswers(), {})).toEqual({ points: 0, reasons: [], path: 'simple' });
    expect(scoreRisk(service, givenAnswers({ scopeCodes: ['6210'] }), { casesAtAddress: 5 })).toEqual({
      points: 50,
      reasons: ['same-address', 'prior-licence-scope'],
      path: 'normal',
    });
    expect(scoreRisk(service, givenAnswers({ scopeCodes: ['6210'] }), { discredited: 1 }).path).toBe(
      'enhanced',
    );
  });
});

describe('publishing', () => {
  const refusals = (change: (file: ReturnType<typeof givenService>) => unknown, stage = 'dev') =>
    publishingRefusals(change(structuredClone(service)), stage);

  test('takes the files of the repository', () => {
    expect(publishingRefusals(strip(serviceFile()), 'dev')).toEqual([]);
    expect(readService(serviceFile()).id).toBe('sole-trader-registration');
  });

  test('is refused without a legal basis, naming the path [1.3.1] [R27]', () => {
    const { legalBasis: _missing, ...limit } = service.limits.statutory;
    expect(refusals((file) => ({ ...file, limits: { ...file.limits, statutory: limit } }))).toMatchObject([
      { path: 'limits/statutory/legalBasis' },
    ]);
  });

  test('is refused with a text missing in one language [1.3.1]', () => {
    expect(refusals((file) => ({ ...file, names: { ...file.names, en: '' } }))).toMatchObject([
      { path: 'names/en' },
    ]);
  });

  test('is refused with a document called "other material" [1.3.1]', () => {
    const [first, ...rest] = service.documents;
    const vague = { ...first, name: { 'zh-Hant': '其他材料', 'zh-Hans': '其他材料', en: 'Other material' } };
    expect(refusals((file) => ({ ...file, documents: [vague, ...rest] }))).toEqual([
      { path: 'documents/0/name', kind: 'other-material' },
    ]);
  });

  test('is refused with a document that does not say who issues it [U2]', () => {
    const [first, ...rest] = service.documents;
    const { issuedBy: _missing, ...document } = first ?? {};
    expect(refusals((file) => ({ ...file, documents: [document, ...rest] }))).toMatchObject([
      { path: 'documents/0/issuedBy' },
    ]);
  });

  test('is refused online only without an article [1.3.2]', () => {
    expect(refusals((file) => ({ ...file, channels: ['online'] }))).toEqual([
      { path: 'channels', kind: 'online-only-without-article' },
    ]);
  });

  test('is refused in prod while it is a sample [1.3.1]', () => {
    expect(publishingRefusals(strip(serviceFile()), 'prod')).toEqual([
      { path: 'verifiedOn', kind: 'sample-not-verified' },
    ]);
  });

  test('is refused where a condition names a question that is not asked [R27]', () => {
    const [first, ...rest] = service.documents;
    const lost = { ...first, requiredIf: { question: 'nobody', isOneOf: ['x'] } };
    expect(refusals((file) => ({ ...file, documents: [lost, ...rest] }))).toEqual([
      { path: 'documents/0/requiredIf', kind: 'unknown-question' },
    ]);
  });

  test('is described by the published JSON Schema, which is made from the parser’s own', () => {
    const published: unknown = JSON.parse(
      readFileSync(new URL('../../../services/service.schema.json', import.meta.url), 'utf8'),
    );
    expect(published).toEqual(JSON.parse(JSON.stringify(serviceFileSchema())));
  });
});

describe('numbers', () => {
  test('of the standards hold', () => {
    expect(idCheckCharacter('11010119491231000')).toBe('8');
    expect(organisationCheck('MA000000')).toBe('7');
    expect(creditCheck('92110101MA0000007')).toBe('P');
    expect(creditCodeProblem('92110101MA0000007P')).toBeUndefined();
    expect(ageOn('110101200803020000', '2024-03-01')).toBe(15);
    expect(ageOn('110101200803020000', '2024-03-02')).toBe(16);
  });

  test.prop([fc.nat(16), fc.nat(9)])(
    'one wrong digit of an identity number never passes [R25]',
    (at, digit) => {
      const id = givenNationalId('11010119900307451');
      const wrong = id.slice(0, at) + String(digit) + id.slice(at + 1);
      expect(nationalIdProblem(wrong) === undefined).toBe(wrong === id);
    },
  );

  test.prop([fc.array(fc.nat(31), { minLength: 8, maxLength: 8 }), fc.nat(16), fc.nat(35)])(
    'a receipt number reads back, and one wrong character never passes',
    (draws, at, other) => {
      let n = 0;
      const number = makeReceiptNumber(TODAY, () => draws[n++] ?? 0);
      expect(readReceiptNumber(` ${number.toLowerCase().slice(0, 8)}-${number.slice(8)} `)).toBe(number);
      const wrong =
        number.slice(0, at) + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(other) + number.slice(at + 1);
      expect(readReceiptNumber(wrong) === undefined).toBe(wrong !== number);
    },
  );
});
