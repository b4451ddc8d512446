/**
 * Builds the portal and puts it where the edge of a stage reads it, in each of its regions:
 * `npm run publish-portal -- --stage dev`. What was built before is published as it is by naming its folder behind it.
 */
import { resolve } from 'node:path';
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { S3Client } from '@aws-sdk/client-s3';
import { type StageConfig, stageConfig } from '../infra/config.ts';
import { EDGE_REGION, servingRegions } from '../infra/edge/names.ts';
import { buildPortal, portalFolder } from '../local/build-portal.ts';
import { invalidate } from './portal/invalidate.ts';
import { publishPortal } from './portal/publish-portal.ts';
import { readBuilt } from './portal/read-built.ts';
import { S3Portal } from './portal/s3-portal.ts';
import { readStageOutputs, takeStageEnvironment } from './stage-environment.ts';

const {
  stage,
  words: [folder],
} = await takeStageEnvironment();
const config = stageConfig(stage);
const places = await findPlaces(config);
const distribution = config.edge && (await outputOf(EDGE_REGION, 'DistributionId'));
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

/** The bucket of every region that may serve. The local stage alone may be without its second region. */
async function findPlaces({ region: first, ...others }: StageConfig): Promise<readonly S3Portal[]> {
  const found: S3Portal[] = [];
  for (const region of servingRegions({ region: first, ...others })) {
    const isOptional = stage === 'local' && region !== first;
    const bucket = await outputOf(region, 'PortalBucketName', isOptional);
    const forcePathStyle = process.env.AWS_ENDPOINT_URL !== undefined;
    if (bucket) found.push(new S3Portal(new S3Client({ region, forcePathStyle }), { region, bucket }));
  }
  return found;
}

async function outputOf(region: string, name: string, isOptional = false): Promise<string> {
  const value = (await readStageOutputs(stage, region)).get(name);
  if (value === undefined && !isOptional)
    throw new Error(`Stage ${stage} has no ${name} in ${region}: npm run deploy -- --stage ${stage}`);
  return value ?? '';
}
