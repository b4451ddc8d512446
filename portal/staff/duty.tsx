import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf } from '../shared/api.ts';
import { Button } from '../shared/button.tsx';
import { timeInWords } from '../shared/dates.ts';
import { ProblemPanel } from '../shared/problem-view.tsx';
import styles from './duty.module.css';
import { meQuery, useMe } from './queries.ts';
import { api } from './session.ts';
import { useWords } from './words.ts';

/** Whether I am on duty, and the way off it. Off duty no case opens, and each page offers the way on. */
export function Duty() {
  const { say } = useWords();
  const { data: me } = useMe();
  const change = useChangeDuty();
  if (me === undefined) return null;
  const onDuty = me.onDutyUntil !== undefined;
  return (
    <section className={styles.bar} aria-label={say('duty')}>
      <div className={styles.inner}>
        <p role="status">
          {me.onDutyUntil === undefined
            ? say('duty.off')
            : say('duty.on', { until: timeInWords(me.onDutyUntil) })}
          <span className={styles.roles}>{me.roles.map((role) => say(`role.${role}`)).join(' · ')}</span>
        </p>
        {onDuty ? (
          <Button look="plain" busy={change.isPending} onPress={() => change.mutate(false)}>
            {say('duty.go-off')}
          </Button>
        ) : null}
      </div>
      {change.error === null ? null : <ProblemPanel error={change.error} />}
    </section>
  );
}

export function useChangeDuty() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (onDuty: boolean) => answerOf(api().POST('/staff/me/duty', { body: { onDuty } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: meQuery().queryKey });
      // Whatever was refused or allowed before the switch is asked anew.
      await client.invalidateQueries();
    },
  });
}
