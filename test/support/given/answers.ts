import type { Answers } from '../../../functions/domain/catalogue/answers.ts';
import { idCheckCharacter } from '../../../functions/domain/catalogue/numbers.ts';

/** A made-up but well-formed identity number. */
export function givenNationalId(first17 = '11010119491231000'): string {
  return `${first17}${idCheckCharacter(first17)}`;
}

/** A complete, valid application of a made-up person. */
export function givenAnswers(overrides: Answers = {}): Answers {
  return {
    operatorName: '王小明',
    operatorId: givenNationalId('11010119900307451'),
    domicile: '示例市東湖區長樂路 8 號',
    contactName: '王小明',
    mobile: '+8613900000001',
    email: 'wang@example.org',
    form: 'personal',
    businessName: '小明雜貨店',
    region: 'east',
    premises: '示例市東湖區長樂路 10 號一樓',
    premisesUse: 'leased',
    leaseEnd: '2028-12-31',
    scopeCodes: ['5211'],
    delivery: 'counter',
    declared: true,
    ...overrides,
  };
}
