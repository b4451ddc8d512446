import type * as z from 'zod/mini';
import type { AnswerProblem, Answers } from '../catalogue/answers.ts';
import type { Service } from '../catalogue/service.ts';
import type { DayIndex } from '../clock/calendar.ts';
import type { Given, NextOf, RecordTypes, VersionOf } from '../record/definition.ts';
import type { Finder } from '../record/head.ts';
import type { Refusal, Verdict } from '../refusal.ts';
import type { CaseEvent, CasePersonal, CaseState, CaseStatus } from './state.ts';

export const ROLES = [
  'acceptance-officer',
  'reviewer',
  'approver',
  'issuer',
  'back-office',
  'supervisor',
  'archivist',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** What a command on a case is judged by, loaded beforehand. */
export interface CaseReference {
  readonly service: Service;
  readonly serviceVersion: number;
  readonly days: DayIndex;
  readonly calendarVersion: number;
  /** The working copy of the draft, at submission. */
  readonly draft?: { readonly revision: number; readonly answers: Answers };
  readonly receiptNumber?: string;
  readonly finders?: readonly Finder[];
  /** Whether an officer saw this customer's papers before. */
  readonly assurance?: 'contact' | 'checked';
  readonly sha256: (text: string) => string;
}

/** A command as it is given: its name, and the fields of its form. */
export interface CaseCommand {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface CaseTypes extends RecordTypes {
  readonly state: CaseState;
  readonly personal: CasePersonal;
  readonly event: CaseEvent;
  readonly command: CaseCommand;
  readonly reference: CaseReference;
}

export type CurrentCase = VersionOf<CaseTypes>;
export type NextCase = NextOf<CaseTypes>;
export type CaseVerdict = Verdict<NextCase>;

/** Who may give a command at all; the permission matrix adds relation and hall. */
export type Giver =
  | { readonly kind: 'customer' }
  /** `ofStep`: of these roles, the one that the open step is for. */
  | { readonly kind: 'staff'; readonly roles: readonly Role[]; readonly ofStep?: boolean }
  | { readonly kind: 'system' };

/**
 * One row of the lifecycle: what a command is called, in which statuses it may be given and by whom, what it leads
 * to, the form it needs, why it may be closed now, and what it makes of the case.
 */
export interface CommandRule<Status extends CaseStatus, Input> {
  readonly command: string;
  readonly from: readonly Status[];
  readonly to: readonly CaseStatus[];
  readonly by: Giver;
  /** The small form: field names and types; the command's own `type` is not in it. */
  readonly input: z.ZodMiniType<Input>;
  /** May land on a newer version than the one seen. */
  readonly commutes?: boolean;
  /** Why it is closed to this person now, before any form is filled in. */
  readonly closed?: (
    current: StatusCase<Status>,
    given: Given<unknown, CaseReference>,
  ) => Refusal | undefined;
  readonly decide: (
    current: StatusCase<Status>,
    input: Input,
    given: Given<unknown, CaseReference>,
  ) => CaseVerdict;
}

export type StatusCase<Status extends CaseStatus> = Omit<CurrentCase, 'state'> & {
  readonly state: Extract<CaseState, { status: Status }>;
};

/** A rule whose input is checked when it is used: what the table holds. */
export interface AnyCommandRule {
  readonly command: string;
  readonly from: readonly CaseStatus[];
  readonly to: readonly CaseStatus[];
  readonly by: Giver;
  readonly input: z.ZodMiniType;
  readonly commutes: boolean;
  readonly closed: (current: CurrentCase, given: Given<unknown, CaseReference>) => Refusal | undefined;
  readonly decide: (
    current: CurrentCase,
    input: unknown,
    given: Given<unknown, CaseReference>,
  ) => CaseVerdict;
}

/** A refusal that names fields of the form. */
export function refuseFields(kind: string, problems: readonly AnswerProblem[]): CaseVerdict {
  return {
    accepted: false,
    refusal: { kind, facts: { fields: problems.map(({ path, kind: problem }) => `${path}:${problem}`) } },
  };
}
