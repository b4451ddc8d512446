import { readService } from '../../../functions/domain/catalogue/read-service.ts';
import { allQuestions } from '../../../functions/domain/catalogue/visible-questions.ts';
import type { SentAnswers } from '../../../portal/shared/api-types.ts';
import file from '../../../services/sole-trader-registration.json' with { type: 'json' };

const scope = allQuestions(readService(file)).find(({ id }) => id === 'scopeCodes');

/** A whole application for the sample service, with nothing wrong in it. Names and numbers are made up. */
export const ANSWERS: SentAnswers = {
  operatorName: '王小明',
  operatorId: '11010519491231002X',
  domicile: '示例市東湖區湖濱路 8 號 3 樓',
  contactName: '王小明',
  mobile: '+8613800000001',
  form: 'personal',
  region: 'east',
  premises: '示例市東湖區湖濱路 8 號',
  premisesUse: 'leased',
  leaseEnd: '2030-12-31',
  scopeCodes: scope?.type === 'choices' ? scope.choices.slice(0, 1).map(({ value }) => value) : [],
  delivery: 'counter',
  declared: true,
};
