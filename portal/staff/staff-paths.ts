import type { Role } from '../../functions/domain/case/rule.ts';
import type { CaseState } from '../../functions/domain/case/state.ts';
import type { PublicGuide } from '../../functions/domain/catalogue/public-guide.ts';
import type { Page, SentAnswers, ServiceLine } from '../shared/api-types.ts';
import type { Session } from '../shared/session.ts';

interface Asked<Parameters, Answer> {
  parameters: Parameters;
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': Answer } } };
}
interface Sent<Parameters, Body, Answer> extends Asked<Parameters, Answer> {
  requestBody: { content: { 'application/json': Body } };
}
type Nothing = Record<never, never>;

export type QueueName =
  | 'mine'
  | 'intake'
  | 'review'
  | 'approval'
  | 'making'
  | 'issuing'
  | 'counter'
  | 'calls';

export type Challenge = 'one-time-password' | 'new-password' | 'set-up-one-time-password';

export type SignInStep =
  | { step: 'signed-in'; tokens: Session }
  | { step: 'challenge'; challenge: Challenge; session: string; secret?: string };

export interface Colleague {
  personId: string;
  hall: string;
  roles: Role[];
  onDutyUntil?: string;
  queues: QueueName[];
}

/** What lists show of a case: masked. */
export interface Card {
  status: CaseState['status'];
  service: string;
  receiptNumber?: string;
  name?: string;
  submittedAt?: string;
  dueAt?: string | null;
  warnAt?: string | null;
  outcome?: string | null;
  assignee?: string | null;
  uncollected?: boolean;
}

export interface ListedCase {
  caseId: string;
  version: number;
  card: Card;
}

export interface StaffClock {
  statutory: string;
  promised: string;
  binding: 'statutory' | 'promised';
  dueAt: string;
  dueDate: string;
  provisional: boolean;
  colour: 'green' | 'yellow' | 'red';
  trace: string[];
}

export interface OfferedCommand {
  command: string;
  open: boolean;
  why?: string;
  next?: string;
}

export interface StaffCase {
  caseId: string;
  version: number;
  hall: string;
  state: CaseState;
  answers: SentAnswers;
  /** What was written, by what it belongs to: `deficiency/<itemId>`, `opinion`, `note/<n>` … */
  texts: Record<string, string>;
  fileNames: Record<string, string>;
  clock?: StaffClock;
  commands: OfferedCommand[];
  service: { id: string; version: number };
}

export interface HistoryLine {
  version: number;
  at: string;
  effectiveAt: string;
  by: { kind: string; id: string; onBehalfOf?: string };
  event: string;
}

export type StaffService = PublicGuide & { version: number };

type OfCase = { path: { caseId: string } };
type Paged = { query?: { cursor?: string } };

/** The paths of the API that the staff pages call. */
export interface StaffPaths {
  '/public/staff-sign-in': { post: Sent<Nothing, { username: string; password: string }, SignInStep> };
  '/public/staff-sign-in/answer': {
    post: Sent<
      Nothing,
      { username: string; session: string; challenge: Challenge; response: string },
      SignInStep
    >;
  };
  '/public/staff-sign-in/refresh': { post: Sent<Nothing, { refreshToken: string }, Session> };
  '/public/services': { get: Asked<Paged, Page<ServiceLine>> };
  '/public/services/{serviceId}': {
    get: Asked<{ path: { serviceId: string }; query?: { version?: string } }, StaffService>;
  };
  '/staff/me': { get: Asked<Nothing, Colleague> };
  '/staff/me/duty': { post: Sent<Nothing, { onDuty: boolean }, { onDutyUntil?: string }> };
  '/staff/me/sign-out': { post: Asked<Nothing, unknown> };
  '/staff/me/reauthenticate': {
    post: Sent<Nothing, { password: string; code: string }, { provedUntil: string }>;
  };
  '/staff/queues/{queue}': { get: Asked<{ path: { queue: QueueName } } & Paged, Page<ListedCase>> };
  '/staff/search': { get: Asked<{ query: { number: string; cursor?: string } }, Page<ListedCase>> };
  '/staff/cases/{caseId}': { get: Asked<OfCase, StaffCase> };
  '/staff/cases/{caseId}/history': { get: Asked<OfCase & Paged, Page<HistoryLine>> };
  '/staff/cases/{caseId}/files/{fileId}': {
    get: Asked<{ path: { caseId: string; fileId: string } }, { url: string }>;
  };
  '/staff/cases/{caseId}/commands/{command}': {
    post: Sent<
      { header: { 'idempotency-key': string }; path: { caseId: string; command: string } },
      { seenVersion: number } & Record<string, unknown>,
      { version: number }
    >;
  };
}
