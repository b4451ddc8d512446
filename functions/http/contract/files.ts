import * as z from 'zod/mini';
import { defineOperation, TAKES_NOTHING } from '../define-operation.ts';
import { id, ofCase, ofFile, versionAnswer } from './shared.ts';

export const offerUpload = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'offerUpload',
  summary: 'A form to upload one file with, straight to quarantine',
  audience: 'me',
  method: 'POST',
  path: '/me/cases/{caseId}/documents',
  params: ofCase,
  body: z.strictObject({
    documentId: id,
    fileName: z.string().check(z.minLength(1), z.maxLength(200)),
    bytes: z.int(),
    mediaType: z.string().check(z.maxLength(80)),
    sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  }),
  answer: z.object({ fileId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
  status: 201,
});

export const confirmUpload = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'confirmUpload',
  summary: 'The upload has arrived: pins its version and has it inspected',
  audience: 'me',
  method: 'POST',
  path: '/me/cases/{caseId}/documents/{fileId}/confirm',
  params: ofFile,
  answer: versionAnswer,
});

export const removeUpload = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'removeUpload',
  summary: 'Takes back a file that was not handed in yet',
  audience: 'me',
  method: 'DELETE',
  path: '/me/cases/{caseId}/documents/{fileId}',
  params: ofFile,
  answer: versionAnswer,
});

export const linkCertificate = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'linkCertificate',
  summary: 'A link to my certificate, for a minute',
  audience: 'me',
  method: 'GET',
  path: '/me/cases/{caseId}/certificate',
  params: ofCase,
  answer: z.object({ url: z.string() }),
});

export const linkDocument = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'linkDocument',
  summary: 'A link to a clean document, for a minute; opening it is on record',
  audience: 'staff',
  method: 'GET',
  path: '/staff/cases/{caseId}/files/{fileId}',
  params: ofFile,
  answer: z.object({ url: z.string() }),
});

export const files = [offerUpload, confirmUpload, removeUpload, linkCertificate, linkDocument];
