/**
 * Builds the portal and puts it where the edge of a stage reads it, in each of its regions:
 * `npm run publish-portal -- --stage dev`. What was built before is published as it is by naming its folder behind it.
 */
import { resolve } from 'node:path';
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { stageConfig } from '../infra/config.ts';
import { EDGE_REGION } from '../infra/edge/names.ts';
import { buildPortal, portalFolder } from '../local/build-portal.ts';
import { findPlaces } from './portal/find-places.ts';
import { invalidate } from './portal/invalidate.ts';
import { publishPortal } from './portal/publish-portal.ts';
import { readBuilt } from './portal/read-built.ts';
import { readStageOutputs, takeStageEnvironment } from './stage-environment.ts';

const {
  stage,
  words: [folder],
} = await takeStageEnvironment();
const config = stageConfig(stage);
const places = await findPlaces(config);
const distribution = config.edge && (await readStageOutputs(stage, EDGE_REGION)).get('DistributionId');
if (config.edge && distribution === undefined)
  throw new Error(`Stage ${stage} has no edge yet: npm run deploy -- --stage ${stage}`);
if (folder === undefined) await buildPortal();
const files = await readBuilt(folder === undefined ? portalFolder : resolve(folder), config);
const now = new Date().toISOString();
await publishPortal({ files, places, now, say: console.log });
if (distribution !== undefined) {
  const client = new CloudFrontClient({ region: EDGE_REGION });
  const paths = await invalidate(client, distribution, { files, now });
  console.log(`  The edge asks again for ${paths.length} paths, everywhere within minutes.`);
}
console.log(`✔ The portal of ${stage} is published in ${places.map(({ region }) => region).join(', ')}`);
