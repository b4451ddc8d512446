import { publishingRefusals } from '../../../functions/domain/catalogue/publishing-refusals.ts';
import type { Service } from '../../../functions/domain/catalogue/service.ts';
import { givenService } from './service.ts';

const service = givenService();

export function said(text: string) {
  return { 'zh-Hant': text, 'zh-Hans': text, en: text };
}

/** Why a service with these changes may not be published. */
export function refusalsOf(overrides: Partial<Record<keyof Service, unknown>>, stage = 'dev') {
  return publishingRefusals({ ...structuredClone(service), ...overrides }, stage);
}

/** Why a service that asks these questions and little else may not be published. */
export function refusalsOfForm(...questions: readonly unknown[]) {
  return refusalsOf({
    form: { pages: [{ id: 'page', title: said('問'), questions }] },
    documents: [],
    risk: { ...service.risk, rules: [] },
    result: { ...service.result, fields: [], published: [] },
  });
}
