import { judgeBackups } from '../../domain/backup/backup.ts';
import { hoursBetween, onTimeShare } from '../../domain/statistics/figures.ts';
import { readBackups, readFigures, readHealth } from '../../http/contract/operations.ts';
import { route } from '../../http/route.ts';
import { identifyColleague, isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import { askHealth } from '../../use-cases/operations/ask-health.ts';
import { identifyOperator } from '../../use-cases/operations/identify-operator.ts';
import { heldDrills } from './drills.ts';
import type { Operating } from './routes.ts';

const DAY = 86_400_000;

export function healthRoutes(operating: Operating) {
  const { backups, figures } = operating;
  return [
    /** Whoever works here may know what does not work. [2.3.1] */
    route(readHealth, async ({ now }, login) => {
      const who = await identifyColleague(operating, login, now, false);
      if (isRefusal(who)) return { refusal: who };
      const { state, parts } = await askHealth(operating, now);
      return {
        answer: { state, asOf: now, parts: parts.map((one) => ({ ...one, ringing: [...one.ringing] })) },
      };
    }),
    route(readFigures, async ({ now }, login) => {
      const who = await identifyOperator(operating, login, now, 'see');
      if (isRefusal(who)) return { refusal: who };
      const yesterday = new Date(Date.parse(now) - DAY).toISOString().slice(0, 13);
      const kept = await Promise.all(
        hoursBetween(yesterday, now.slice(0, 13)).map((hour) => figures.hour(hour)),
      );
      const known = kept.filter((one) => one !== undefined);
      const hours = known.map((one) => one.figures);
      const levels = known.at(-1)?.levels;
      const share = onTimeShare(hours);
      return {
        answer: {
          hours: hours.map(({ hour, submitted, closed, onTime, late }) => ({
            ...{ hour, submitted, closed, onTime, late },
          })),
          ...(levels !== undefined && { levels: { ...levels } }),
          ...(share !== undefined && { onTimeShare: share }),
        },
      };
    }),
    /** What was promised against what was done; a stage that makes no backups shows what was rehearsed. [2.3.4] */
    route(readBackups, async ({ now }, login) => {
      const who = await identifyOperator(operating, login, now, 'see');
      if (isRefusal(who)) return { refusal: who };
      const facts = await backups.facts();
      const { items } = await heldDrills(operating);
      return {
        answer: {
          made: facts !== undefined,
          resources: judgeBackups(facts ?? [], now).map(({ resource, lines }) => ({
            resource,
            lines: [...lines],
          })),
          rehearsals: items.filter(({ card }) => card.subject === 'restore'),
        },
      };
    }),
  ];
}
