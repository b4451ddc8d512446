import { Logger } from '@aws-lambda-powertools/logger';

/** What is done, in the words of the glossary; a log line's code is one of these and how it went. */
export const LOGGED_ACTIONS = [
  'REQUEST',
  'VERSION',
  'HEAD',
  'RELAY',
  'PARK_RECORD',
  'DELIVER_MESSAGE',
  'DELIVERY_REPORT',
  'FOLLOW_UP',
  'LOCK_ARCHIVE',
  'ADVANCE_WORKFLOW',
  'WORKFLOW_TASK',
  'WORKFLOW_STATUS',
  'SWEEP_DEADLINES',
  'PERFORM_DUE',
  'RECONCILE',
  'SEAL_DIGEST',
  'INSPECT_DOCUMENT',
  'SIGN_IN',
  'ACTIVE_REGION',
  'STATISTICS',
  'ACTIVATE_REGION',
  'WATCH_REGION',
  'LATE_ARRIVAL',
] as const;

type LoggedAction = (typeof LOGGED_ACTIONS)[number];

export const LOGGED_COURSES = ['STARTED', 'COMPLETED', 'REFUSED', 'FAILED', 'LEFT'] as const;

/** `REQUEST_STARTED`, `RELAY_FAILED` … `LEFT`: left to another part that will do it. */
export type LogCode = `${LoggedAction}_${(typeof LOGGED_COURSES)[number]}`;

/** Ids, codes and counts only. Never an event, body, header, token, record or anything a person typed. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

const logger = new Logger({ serviceName: 'banli' });

/** Puts ids on every later line of this invocation; called once at the edge of each handler. */
export function startLog(context: LogFacts): void {
  logger.resetKeys();
  logger.appendKeys(context);
}

export function log(code: LogCode, facts: LogFacts = {}): void {
  logger.info(code, { code, ...facts });
}

/** The unexpected, once, at the edge: the error's name and place, never its message, which may quote what a person typed. */
export function logFailure(code: LogCode, error: unknown, facts: LogFacts = {}): void {
  const name = error instanceof Error ? error.name : typeof error;
  const place = error instanceof Error ? placeOf(error) : '';
  logger.error(code, { code, ...facts, error: name, place });
}

function placeOf(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return frames
    .slice(0, 5)
    .map((line) => line.trim())
    .join(' < ');
}
