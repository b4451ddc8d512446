/**
 * Makes known again what was written between two instants, with its messages, follow-ups and events:
 * `npm run replay -- --stage dev 2026-03-02T01:00:00Z 2026-03-02T03:30:00Z`. For what a consumer took and lost; what was done is not
 * done again, since each consumer compares with the record or holds a claim. Goes hour by hour: run it again from the
 * last hour it printed.
 */
import { hoursBetween } from '../functions/domain/statistics/figures.ts';
import { invoke } from './invoke.ts';
import { takeStageEnvironment } from './stage-environment.ts';

const {
  stage,
  words: [from = '', until = new Date().toISOString()],
} = await takeStageEnvironment();
if (!(Date.parse(from) < Date.parse(until)))
  throw new Error('Say from when, and until when if not now, as 2026-03-02T01:00:00Z');
const first = new Date(from).toISOString();
const last = new Date(until).toISOString();
for (const hour of hoursBetween(first.slice(0, 13), last.slice(0, 13))) {
  const begins = `${hour}:00:00.000Z`;
  const ends = `${hour}:59:59.999Z`;
  const span = { from: begins < first ? first : begins, until: ends > last ? last : ends };
  console.log(`✔ ${hour}: ${await invoke(`banli-${stage}-reconcile`, { replay: span })}`);
}
