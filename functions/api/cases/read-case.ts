import { NOT_FOUND } from '../../http/answers.ts';
import { readCase } from '../../http/contract/cases.ts';
import { route } from '../../http/route.ts';
import { openCase } from '../../use-cases/cases/case-access.ts';
import { clockView } from '../../use-cases/cases/clock-view.ts';
import { explainView } from '../../use-cases/cases/explain-view.ts';
import { identifyColleague, isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import type { StaffCases } from './routes.ts';

/** The case page: everything of the case, and exactly the commands that are open to this colleague. [7.2.3] */
export function readCaseRoute(cases: StaffCases) {
  return route(readCase, async ({ params: { caseId }, now, language }, login) => {
    const who = await identifyColleague(cases, login, now, true);
    if (isRefusal(who)) return { refusal: who };
    const opened = await openCase(cases, caseId, who, 'case-page', now);
    if (opened === undefined) return NOT_FOUND;
    const { current, reference } = opened;
    const { version, hall, state, personal } = current;
    const clock = clockView(state, reference.days, now, language);
    return {
      answer: {
        caseId,
        version,
        hall,
        state,
        answers: personal.answers,
        texts: personal.texts,
        fileNames: personal.fileNames,
        ...(clock !== undefined && { clock }),
        commands: explainView(current, reference, who, now, language),
        service: state.service,
      },
    };
  });
}
