import type { Language } from '../../functions/domain/language.ts';
import type {
  CaseLine,
  CertificateView,
  Me,
  OwnCase,
  Page,
  PublicService,
  Reading,
  SentAnswers,
  ServiceLine,
  TrackingView,
} from './api-types.ts';
import type { Session } from './session.ts';

interface Answered<Answer> {
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': Answer } } };
}
interface Asked<Parameters, Answer> extends Answered<Answer> {
  parameters: Parameters;
}
interface Sent<Parameters, Body, Answer> extends Asked<Parameters, Answer> {
  requestBody: { content: { 'application/json': Body } };
}
type Nothing = Record<never, never>;
type OfCase = { path: { caseId: string } };
type OfFile = { path: { caseId: string; fileId: string } };
type Once = { header: { 'idempotency-key': string } };
type Command = { seenVersion: number } & Record<string, unknown>;

/** The paths of the API that the pages call. */
export interface paths {
  '/public/services': {
    get: Asked<{ query?: { words?: string; cursor?: string } }, Page<ServiceLine>>;
  };
  '/public/services/{serviceId}': { get: Asked<{ path: { serviceId: string } }, PublicService> };
  '/public/sign-in': {
    post: Sent<
      Nothing,
      { contact: string; idTail: string; language: Language },
      { loginId: string; session: string; channel: 'mail' | 'sms'; maskedContact: string; expiresAt: string }
    >;
  };
  '/public/sign-in/answer': {
    post: Sent<Nothing, { loginId: string; session: string; code: string }, Session>;
  };
  '/public/sign-in/refresh': { post: Sent<Nothing, { refreshToken: string }, Session> };
  '/public/tracking': {
    post: Sent<Nothing, { receiptNumber: string; secondFact: string }, TrackingView>;
  };
  '/public/certificates/{number}': {
    get: Asked<{ path: { number: string }; query: { code: string } }, CertificateView>;
  };
  '/me': { get: Asked<Nothing, Me> };
  '/me/sign-out': { post: Asked<Nothing, unknown> };
  '/me/cases': {
    get: Asked<{ query?: { cursor?: string } }, Page<CaseLine>>;
    post: Sent<Once, { serviceId: string }, { caseId: string; version: number }>;
  };
  '/me/cases/{caseId}': { get: Asked<OfCase, OwnCase> };
  '/me/cases/{caseId}/draft': {
    put: Sent<OfCase, { revision: number; answers: SentAnswers }, { revision: number; savedAt: string }>;
  };
  '/me/cases/{caseId}/documents': {
    post: Sent<
      OfCase,
      { documentId: string; fileName: string; bytes: number; mediaType: string },
      { fileId: string; url: string; fields: Record<string, string> }
    >;
  };
  '/me/cases/{caseId}/documents/{fileId}/confirm': { post: Asked<OfFile, unknown> };
  '/me/cases/{caseId}/documents/{fileId}': { delete: Asked<OfFile, unknown> };
  '/me/cases/{caseId}/commands/{command}': {
    post: Sent<Once & { path: { caseId: string; command: string } }, Command, { version: number }>;
  };
  '/me/cases/{caseId}/certificate': { get: Asked<OfCase, { url: string }> };
  '/me/cases/{caseId}/readers': {
    get: Asked<OfCase & { query?: { cursor?: string } }, Page<Reading>>;
  };
}
