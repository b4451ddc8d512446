import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase, doerOf, isSamePerson, withoutReviewer, withText } from '../next-case.ts';

/**
 * The reviewer signs the opinion: every line of the standard is answered and met, the text's hash is on the record and
 * cannot change; handling opens. A high score asks for the opinion of a second reviewer first. Refused with a line unanswered, and to whoever accepted the case. [2.2.1] [2.2.2] [3.5.1]
 */
export const signOpinion = defineCommand({
  command: 'sign-opinion',
  from: ['in-review'],
  to: ['in-review', 'in-handling'],
  by: { kind: 'staff', roles: ['reviewer'] },
  input: z.strictObject({
    opinion: z.string().check(z.minLength(2), z.maxLength(600)),
    /** The reviewer proved again who they are, a moment ago. */
    reauthenticated: z.literal(true),
  }),
  closed: ({ state }, { actor, reference: { service } }) => {
    const mayNot = service.review.notThePersonWho.includes('accepted');
    if ((mayNot && isSamePerson(actor, state.accepted)) || isSamePerson(actor, state.firstReviewed)) {
      return { kind: 'four-eyes' };
    }
    if (state.reviewer === undefined || !isSamePerson(actor, state.reviewer))
      return { kind: 'not-your-case' };
    const answered = new Set(state.findings.map(({ lineId }) => lineId));
    const open = service.reviewChecklist.filter(({ id }) => !answered.has(id)).map(({ id }) => id);
    if (open.length > 0) return { kind: 'lines-unanswered', facts: { lines: open } };
    const failed = state.findings.filter(({ finding }) => finding === 'not-met').map(({ lineId }) => lineId);
    if (failed.length > 0) return { kind: 'lines-not-met', facts: { lines: failed } };
    return undefined;
  },
  decide: (current, { opinion }, { actor, reference }) => {
    const { state, personal } = current;
    const opinionHash = reference.sha256(opinion);
    const signed = { opinionHash, reauthenticated: true };
    if (state.risk?.path === 'enhanced' && state.firstReviewed === undefined) {
      const { unassigned } = withoutReviewer(state, false);
      return acceptCase(
        current,
        { type: 'first-opinion-signed', ...signed },
        { ...unassigned, firstReviewed: doerOf(actor), findings: [] },
        { personal: withText(personal, 'first-opinion', opinion) },
      );
    }
    const { findings: _findings, reviewDueAt: _due, reviewer: _reviewer, ...rest } = state;
    return acceptCase(
      current,
      { type: 'opinion-signed', ...signed },
      { ...rest, status: 'in-handling', reviewed: doerOf(actor), opinionHash, done: [] },
      { personal: withText(personal, 'opinion', opinion) },
    );
  },
});
