import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoDbActiveRegion } from '../../functions/adapters/dynamodb/active-region.ts';
import type { Regime } from '../../functions/ports/active-region.ts';
import { describeTable } from './empty-table.ts';
import { loadTable, scanned } from './export-table.ts';
import { protectTable } from './protect-table.ts';

export interface Preparing {
  readonly dynamo: DynamoDBClient;
  readonly documents: DynamoDBDocumentClient;
  /** What a rehearsal compared and kept. */
  readonly copy: string;
  /** Empty, of the same shape, with a stream. */
  readonly target: string;
  readonly region: string;
  readonly protect: boolean;
  readonly say: (line: string) => void;
}

export interface Prepared {
  readonly streamArn: string;
  readonly items: number;
  /** Closed for commands until it is opened; in an epoch above every version it holds. */
  readonly regime: Regime;
}

/**
 * Fills the empty table that the stage goes on with, recoverable to any second, and closes it in a new epoch. A table that
 * was restored is not taken itself: it cannot be given strong replicas, which only an empty one may have.
 */
export async function prepareTable(preparing: Preparing, now: string): Promise<Prepared> {
  const { dynamo, copy, target, protect, say } = preparing;
  const made = await describeTable(dynamo, target);
  await protectTable(dynamo, target, { deletion: protect });
  const items = await loadTable(dynamo, scanned(dynamo, copy), target);
  say(`${items} items loaded into ${target}`);
  const regime = await closeInNewEpoch(preparing, now);
  return { streamArn: made.LatestStreamArn ?? '', items, regime };
}

async function closeInNewEpoch({ documents, target, region, say }: Preparing, now: string): Promise<Regime> {
  const regions = new DynamoDbActiveRegion(documents, target, { own: region, first: region });
  const standing = await regions.regime();
  const epoch = (standing?.epoch ?? 1) + 1;
  const regime = { region, epoch, closed: true, since: now, by: 'operator' };
  if (!(await regions.replace(standing, regime))) throw new Error(`Somebody else works on ${target}`);
  say(`Closed for commands, in epoch ${epoch}`);
  return regime;
}
