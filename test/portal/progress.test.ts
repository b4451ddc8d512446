import { describe, expect, test } from 'vitest';
import { readService } from '../../functions/domain/catalogue/read-service.ts';
import {
  documentsState,
  missingDocuments,
  pageState,
  sendState,
} from '../../portal/customer/account/progress.ts';
import type { PublicService } from '../../portal/shared/api-types.ts';
import file from '../../services/sole-trader-registration.json' with { type: 'json' };
import { ANSWERS } from './support/answers.ts';

const TODAY = '2026-03-02';

function setup() {
  const service = { ...readService(file), version: 1 } as unknown as PublicService;
  const page = (id: string) => {
    const found = service.form.pages.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no page ${id}`);
    return found;
  };
  return { service, page };
}

describe('[U4] the task list', () => {
  test('a page nobody answered is not started, with optional questions only too', () => {
    const { service, page } = setup();
    expect(pageState(service, page('operator'), {}, TODAY)).toBe('not-started');
    expect(pageState(service, page('operator'), { operatorName: ' ' }, TODAY)).toBe('not-started');
  });

  test('a page with a missing or a wrong answer is in progress, and never completed', () => {
    const { service, page } = setup();
    expect(pageState(service, page('operator'), { operatorName: '王小明' }, TODAY)).toBe('in-progress');
    const wrong = { ...ANSWERS, operatorId: '110105194912310021' };
    expect(pageState(service, page('operator'), wrong, TODAY)).toBe('in-progress');
    expect(pageState(service, page('operator'), ANSWERS, TODAY)).toBe('completed');
  });

  test('a question whose condition is not met does not hold a page back', () => {
    const { service, page } = setup();
    const own = { ...ANSWERS, premisesUse: 'own', leaseEnd: '' };
    expect(pageState(service, page('premises'), own, TODAY)).toBe('completed');
    expect(pageState(service, page('premises'), { ...own, premisesUse: 'leased' }, TODAY)).toBe(
      'in-progress',
    );
  });

  test('papers cannot start while an answer that decides on them is open', () => {
    const { service } = setup();
    const { premisesUse: _open, ...others } = ANSWERS;
    expect(documentsState(service, others, [])).toBe('cannot-start-yet');
    expect(documentsState(service, ANSWERS, [])).toBe('not-started');
  });

  test('a refused file is no paper handed in', () => {
    const { service } = setup();
    const handed = missingDocuments(service, ANSWERS, []).map(({ id }) => ({
      documentId: id,
      state: 'clean' as const,
    }));
    expect(documentsState(service, ANSWERS, handed)).toBe('completed');
    const [first, ...rest] = handed;
    if (first === undefined) throw new Error('no paper is needed');
    expect(documentsState(service, ANSWERS, [{ ...first, state: 'refused' }, ...rest])).toBe('in-progress');
  });

  test('sending opens when every answer is right, and does not wait for papers', () => {
    const { service } = setup();
    expect(sendState(service, ANSWERS, TODAY)).toBe('not-started');
    expect(sendState(service, { ...ANSWERS, declared: false }, TODAY)).toBe('cannot-start-yet');
  });
});
