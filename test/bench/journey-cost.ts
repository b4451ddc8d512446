import { keptVersionOf } from '../../functions/adapters/dynamodb/items.ts';
import { RECORD_KINDS } from '../../functions/domain/record/version.ts';
import { cloud } from '../integration/support/cloud.ts';
import type { RecordedCall } from '../integration/support/recorded-calls.ts';
import { type Figure, verdictOf } from './figure.ts';
import { PRICES } from './prices.ts';
import { recordWrites } from './writes.ts';

const MOST_DOLLARS = 2;

export const tally = (calls: readonly RecordedCall[], action: RegExp) =>
  calls.filter((one) => action.test(one.action)).length;

/** Units that the versions of a journey, their heads and index entries took in one region, and how many versions. */
async function writtenFor(caseId: string): Promise<{ stored: number; versions: number }> {
  const items = (await cloud.dump(cloud.output('RecordsTableName'))).filter(
    ({ sk, clear }) => String(sk).startsWith('v#') && String(clear).includes(caseId),
  );
  const writes = [...Map.groupBy(items, ({ pk }) => String(pk)).values()].flatMap((kept) => {
    const versions = kept.map(keptVersionOf).toSorted((one, other) => one.version - other.version);
    const kind = RECORD_KINDS.find((one) => one === kept[0]?.kind);
    return kind === undefined ? [] : recordWrites({ kind, id: String(kept[0]?.id) }, versions);
  });
  return { stored: writes.reduce((sum, { units }) => sum + units, 0), versions: items.length };
}

/** Counts times prices; each write is stored in two regions, each read a consistent one of two units. */
export async function costFigures(
  calls: readonly RecordedCall[],
  caseId: string,
  transitions: number,
): Promise<Figure[]> {
  const { stored, versions } = await writtenFor(caseId);
  const writes = calls.filter(
    ({ action, resource }) => /dynamodb:(PutItem|UpdateItem)/.test(action) && /records/.test(resource),
  ).length;
  // Beside versions and heads: small items, as a rule on one of the lists of work.
  const events = versions + tally(calls, /^ses:/) * 2 + 8;
  const small = Math.max(0, writes - 2 * versions) * 2;
  const reads = tally(calls, /dynamodb:(Query|GetItem|BatchGetItem)/);
  const functions = new Set(calls.map(({ principal }) => principal)).size;
  const mails = tally(calls, /^ses:/);
  const lines: readonly (readonly [string, number, number])[] = [
    ['DynamoDB write units, two regions, indexes', 2 * (stored + small), PRICES.dynamodbWriteUnits],
    ['DynamoDB read units', reads * 2, PRICES.dynamodbReadUnits],
    ['state transitions', transitions, PRICES.stepFunctionsTransitions],
    ['KMS requests', tally(calls, /^kms:(?!Sign|GetPublicKey)/), PRICES.kmsRequests],
    ['signatures by KMS', tally(calls, /^kms:(Sign|GetPublicKey)/), PRICES.kmsSignatures],
    ['mails, with two one-time codes', mails + 2, PRICES.sesMails],
    ['events on the bus', events, PRICES.eventBridgeEvents],
    // Each event goes to one queue: sent, received, deleted.
    ['requests of the queues', events * 3, PRICES.sqsRequests],
    ['files put', tally(calls, /^s3:Put/) + 2, PRICES.s3Puts],
    ['requests to the API', 60, PRICES.httpApiRequests],
    ['invocations of functions', 60 + transitions + 60, PRICES.lambdaRequests],
    [
      'gigabyte-seconds at 512 MB and 60 ms',
      Math.round((60 + transitions + 60) * 0.03),
      PRICES.lambdaGigabyteSeconds,
    ],
  ];
  const dollars = (count: number, price: number) => (count * price) / 1000;
  const total = lines.reduce((sum, [, count, price]) => sum + dollars(count, price), 0);
  const figures: Figure[] = lines.map(([what, count, price]) => ({
    goal: 'P1',
    what: `one case: ${what}`,
    measured: count.toLocaleString('en'),
    reference: `USD ${dollars(count, price).toFixed(3)} per 1,000 cases`,
    aim: '',
    verdict: 'stated',
  }));
  figures.push({
    goal: 'P1',
    what: `1,000 cases, whole journey, two regions, ${functions} functions`,
    measured: `USD ${total.toFixed(2)}`,
    reference: `prices in test/bench/prices.ts; SMS, sign-in and the idle month apart`,
    aim: `≤ USD ${MOST_DOLLARS.toFixed(2)}`,
    verdict: verdictOf(total <= MOST_DOLLARS),
  });
  return figures;
}
