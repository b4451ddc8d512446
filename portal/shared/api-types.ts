import type { operations } from './api.gen.ts';

type Json<Answered> = Answered extends { content: { 'application/json': infer Body } } ? Body : never;

/** What an operation of the API answers, by its id. */
export type AnswerOf<Id extends keyof operations> = operations[Id]['responses'] extends {
  200: infer Answered;
}
  ? Json<Answered>
  : operations[Id]['responses'] extends { 201: infer Made }
    ? Json<Made>
    : never;

/** A service as anyone may read it: guide, form and documents, in all languages. */
export type PublicService = AnswerOf<'readGuide'>;
export type ServicesPage = AnswerOf<'listServices'>;
export type OwnCase = AnswerOf<'readOwnCase'>;
export type OwnFile = OwnCase['documents'][number];
export type Notice = NonNullable<OwnCase['notice']>;
export type NoticeItem = Notice['items'][number];
export type ClockView = NonNullable<OwnCase['clock']>;
/** Answers as they travel; `Answers` of the catalogue is the same, never to be changed. */
export type SentAnswers = NonNullable<OwnCase['answers']>;
export type CaseLine = AnswerOf<'listOwnCases'>['items'][number];
/** Anyone's view of where a case stands [U17]. */
export type TrackingView = AnswerOf<'trackCase'>;
export type CertificateView = AnswerOf<'verifyCertificate'>;
