import * as z from 'zod/mini';
import { publicGuideShape } from '../../domain/catalogue/public-guide.ts';
import { defineOperation, TAKES_NOTHING } from '../define-operation.ts';
import { cursor, id, localized, pageOf } from './shared.ts';

export const listServices = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'listServices',
  summary: 'Finds services by everyday words',
  audience: 'public',
  method: 'GET',
  path: '/public/services',
  query: z.strictObject({ words: z.exactOptional(z.string().check(z.maxLength(100))), cursor }),
  answer: pageOf(z.object({ id: z.string(), name: localized, summary: localized, sample: z.boolean() })),
});

export const readGuide = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'readGuide',
  summary: 'Guide, form and documents of a service in force, in all languages',
  audience: 'public',
  method: 'GET',
  path: '/public/services/{serviceId}',
  params: z.strictObject({ serviceId: id }),
  query: z.strictObject({ version: z.exactOptional(z.string().check(z.regex(/^\d{1,9}$/))) }),
  answer: z.object({ ...publicGuideShape, version: z.int() }),
});

export const guides = [listServices, readGuide];
