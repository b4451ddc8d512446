import { refusedFields } from '../../http/answers.ts';
import { giveCaseCommand as operation } from '../../http/contract/cases.ts';
import { route } from '../../http/route.ts';
import { giveCaseCommand } from '../../use-cases/cases/give-case-command.ts';
import { identifyColleague, isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import type { StaffCases } from './routes.ts';

/**
 * A colleague's command on a case. Whether they proved again who they are is not what the form says but what is kept
 * of the proof. [3.5.1]
 */
export function giveCaseCommandRoute(cases: StaffCases) {
  return route(
    operation,
    async ({ params: { caseId, command }, body, now, language, idempotencyKey }, login) => {
      const who = await identifyColleague(cases, login, now, true);
      if (isRefusal(who)) return { refusal: who };
      const { seenVersion, ...form } = body;
      const signs = command === 'sign-opinion';
      if (signs && !(await cases.proofs.isProved(who.session.personId, now))) {
        return { refusal: { kind: 'prove-again-who-you-are' } };
      }
      const answer = await giveCaseCommand(cases, {
        caseId,
        command: { ...form, ...(signs && { reauthenticated: true }), type: command },
        asker: who.asker,
        actor: who.actor,
        key: idempotencyKey,
        seenVersion,
        now,
      });
      if (!answer.done) return refusedFields(answer.refusal, language);
      return { answer: { version: answer.record.version.version } };
    },
  );
}
