import { config } from '../../shared/config.ts';
import { instantInWords, todayAtHall } from '../../shared/dates.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { Panel } from '../../shared/panel.tsx';
import reading from '../../shared/reading.module.css';
import { RowList } from '../../shared/row-list.tsx';
import { Tag } from '../../shared/tag.tsx';
import { useAccountWords } from '../words.ts';
import { documentsState, missingDocuments, pageState, sendState, type TaskState } from './progress.ts';
import type { CaseAndService } from './with-case.tsx';

/** What is left to do, in any order but the last [U4]. */
export function TaskListPage({ own, service }: CaseAndService) {
  const { say, pick, language } = useAccountWords();
  const answers = own.draft?.answers ?? {};
  const today = todayAtHall();
  const base = `/cases/${own.caseId}`;
  const tasks = service.form.pages.map((page) => ({
    id: page.id,
    title: pick(page.title),
    to: `${base}/form/${page.id}`,
    state: pageState(service, page, answers, today),
  }));
  const papers = documentsState(service, answers, own.documents);
  const send = sendState(service, answers, today);
  const done = [...tasks, { state: papers }].filter(({ state }) => state === 'completed').length;
  return (
    <div className={reading.flow}>
      <PageHeading title={pick(service.names)} />
      <p>{say('tasks.done', { done, all: tasks.length + 1 })}</p>
      {own.draft?.keptUntil === undefined ? null : (
        <Panel tone="quiet">
          <p>{say('tasks.kept-until', { at: instantInWords(own.draft.keptUntil, language) })}</p>
        </Panel>
      )}
      <h2>{say('tasks.fill-in')}</h2>
      <RowList>
        {tasks.map(({ id, title, to, state }) => (
          <RowList.Row key={id} to={to} title={title} state={<State state={state} />} />
        ))}
      </RowList>
      <h2>{say('tasks.hand-in')}</h2>
      <RowList>
        <RowList.Row
          to={papers === 'cannot-start-yet' ? undefined : `${base}/documents`}
          title={say('documents.title')}
          state={<State state={papers} />}
        >
          {papers === 'cannot-start-yet'
            ? say('tasks.documents.first')
            : say('tasks.documents.missing', {
                count: missingDocuments(service, answers, own.documents).length,
              })}
        </RowList.Row>
        <RowList.Row
          to={send === 'cannot-start-yet' ? undefined : `${base}/check`}
          title={say('tasks.check')}
          state={<State state={send} />}
        >
          {send === 'cannot-start-yet' ? say('tasks.check.first') : ''}
        </RowList.Row>
      </RowList>
      <p className={reading.quiet}>{say('tasks.counter', { phone: config().hall.phone })}</p>
    </div>
  );
}

/** "Completed" is plain black text; what cannot start yet is grey and no link; red is for errors alone. */
function State({ state }: { state: TaskState }) {
  const { say } = useAccountWords();
  const text = say(`task.${state}`);
  if (state === 'completed') return text;
  if (state === 'cannot-start-yet') return <Tag tone="quiet">{text}</Tag>;
  return <Tag tone={state === 'in-progress' ? 'running' : 'plain'}>{text}</Tag>;
}
