import type { Session } from '../../../functions/domain/people/session.ts';
import type { Colleagues } from '../../../functions/ports/colleagues.ts';

/** A colleague on duty, with everything in order. */
export function givenSession(overrides: Partial<Session> = {}): Session {
  return {
    personId: 'person-reviewer',
    hall: 'hall-1',
    roles: ['reviewer'],
    services: [],
    onDutyUntil: '2099-01-01T00:00:00Z',
    leftAt: null,
    frozenAt: null,
    agreementUntil: '2099-01-01T00:00:00Z',
    trainingUntil: '2099-01-01T00:00:00Z',
    source: 1,
    ...overrides,
  };
}

/** Colleagues of a hall in memory; the list may be changed between two acts. */
export function givenColleagues(
  sessions: Session[] = [givenSession()],
): Colleagues & { sessions: Session[] } {
  return {
    sessions,
    session: async (personId) => sessions.find((one) => one.personId === personId),
    keepSession: async (session) => void sessions.push(session),
    inHall: async (hall) => sessions.filter((one) => one.hall === hall),
  };
}
