import { useState } from 'react';
import { Button } from '../../shared/button.tsx';
import { TickField } from '../../shared/choice-field.tsx';
import { Panel } from '../../shared/panel.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { TextField } from '../../shared/text-field.tsx';
import { useWords } from '../words.ts';
import { type DestructionList, type ListAct, useActOnList } from './archive-queries.ts';

const ACTS: readonly ListAct[] = ['review', 'approve', 'reject'];

/** Review, approve, reject: exactly what the API leaves open; an approval is confirmed with what it leads to. */
export function ListActs({ list }: { list: DestructionList }) {
  const { say } = useWords();
  const [chosen, setChosen] = useState<ListAct>();
  const open = ACTS.filter((act) => list.commands.some((one) => one.command === act && one.open));
  const closed = list.commands.filter(({ open: can }) => !can);
  if (list.commands.length === 0) return null;
  return (
    <section aria-labelledby="list-acts">
      <h2 id="list-acts">{say('acts.title')}</h2>
      <div className={reading.row}>
        {open.map((act) => (
          <Button key={act} look="secondary" onPress={() => setChosen(act)}>
            {say(`list.act.${act}`)}
          </Button>
        ))}
      </div>
      {chosen === undefined ? null : <ActForm key={chosen} list={list} act={chosen} />}
      {closed.map(({ command, why }) => (
        <p key={command} className={reading.quiet}>
          {why}
        </p>
      ))}
    </section>
  );
}

function ActForm({ list, act }: { list: DestructionList; act: ListAct }) {
  const { say } = useWords();
  const [sure, setSure] = useState(false);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const give = useActOnList(list.listId, list.version);
  const missing = act === 'reject' ? text.trim().length < 2 : !sure;
  const error = tried && missing ? say(`list.act.${act}.missing`) : undefined;
  return (
    <Panel tone={act === 'reject' ? 'quiet' : 'wrong'} title={say(`list.act.${act}`)}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!missing && !give.isPending)
            give.mutate(act === 'reject' ? { act, text: text.trim() } : { act });
        }}
      >
        {act === 'reject' ? (
          <TextField
            id="reject-text"
            label={say('archive.list.rejection')}
            value={text}
            onChange={setText}
            error={error}
          />
        ) : (
          <TickField
            id={`sure-${act}`}
            label={say(`list.act.${act}.sure`, { count: list.items.length })}
            ticked={sure}
            onChange={setSure}
            error={error}
          />
        )}
        {give.error === null ? null : <ProblemPanel error={give.error} />}
        <Button type="submit" look={act === 'approve' ? 'grave' : 'primary'} busy={give.isPending}>
          {say(`list.act.${act}`)}
        </Button>
      </form>
    </Panel>
  );
}
