import { ENVIRONMENT } from '../../functions/environment.ts';
import type { StageConfig } from '../../infra/config.ts';
import { servedTableName } from '../../infra/names.ts';
import { openEdgeStore } from '../edge/edge-store.ts';

export type EdgeSwitched = 'switched' | 'no-edge' | 'not-switched';

/**
 * Lets the edge send people to this region, by its data plane: the store's name stands in the table, so that no control
 * plane is asked. It never throws: a region that works without the edge is better than an activation that stops here.
 */
export async function switchEdge({ stage, edge }: StageConfig, region: string): Promise<EdgeSwitched> {
  if (edge === undefined) {
    console.log(`  Stage ${stage} has no edge: people go to ${region} by its own address.`);
    return 'no-edge';
  }
  try {
    process.env[ENVIRONMENT.recordsTable] = servedTableName(stage);
    process.env.AWS_REGION = region;
    // The container reads its configuration when it is loaded.
    const { makeEdgeKeeper } = await import('../../functions/container/edge.ts');
    const { store } = await makeEdgeKeeper().read();
    if (store === undefined) throw new Error('the table does not name its store: npm run turn-origin-secret');
    await openEdgeStore(store).put('active-region', region);
    return 'switched';
  } catch (error) {
    console.log(`  The edge was not switched: ${error instanceof Error ? error.message : String(error)}`);
    return 'not-switched';
  }
}
