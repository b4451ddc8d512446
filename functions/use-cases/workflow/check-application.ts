import { caseDefinition } from '../../domain/case/case.ts';
import { scoreRisk } from '../../domain/catalogue/score-risk.ts';
import type { RecordLists } from '../../ports/record-lists.ts';
import { loadRecord } from '../record/load-record.ts';
import type { StageAnswer, Task } from './ask-stage.ts';
import { type CaseTasks, commandByTask, runTask } from './case-task.ts';

const MOST_COUNTED = 10;

/** Intake: scores the application's risk by the service's rules before an officer opens it. [2.2.2] */
export async function checkApplication(
  tasks: CaseTasks & { readonly lists: Pick<RecordLists, 'find'> },
  task: Task,
  now: string,
): Promise<StageAnswer> {
  return runTask(tasks, task, 'check', async ({ state, visit }) => {
    const loaded = await loadRecord(tasks.kernel, caseDefinition, task.caseId);
    if (loaded === undefined || state.status === 'draft') return;
    const { service } = await tasks.references.ofCase(state);
    const address = state.finders.find(({ field }) => field === 'address');
    const atAddress = address && (await tasks.lists.find('address', address.value, { limit: MOST_COUNTED }));
    const others = (atAddress?.records ?? []).filter(({ id }) => id !== task.caseId);
    const score = scoreRisk(service, loaded.version.personal.answers, { casesAtAddress: others.length });
    const { points, reasons, path } = score;
    const command = { type: 'record-check', points, reasons: [...reasons], path };
    await commandByTask(tasks, task.caseId, `check/${visit}`, command, now);
  });
}
