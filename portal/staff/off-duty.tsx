import { Button } from '../shared/button.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { ProblemPanel } from '../shared/problem-view.tsx';
import reading from '../shared/reading.module.css';
import { useChangeDuty } from './duty.tsx';
import { useWords } from './words.ts';

/** What stands where cases would, for whoever is off duty. */
export function OffDuty() {
  const { say } = useWords();
  const change = useChangeDuty();
  return (
    <div className={reading.flow}>
      <PageHeading title={say('duty.off.title')} />
      <p className={reading.lead}>{say('duty.off.text')}</p>
      {change.error === null ? null : <ProblemPanel error={change.error} />}
      <Button busy={change.isPending} onPress={() => change.mutate(true)}>
        {say('duty.go-on')}
      </Button>
    </div>
  );
}
