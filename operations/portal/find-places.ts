import { S3Client } from '@aws-sdk/client-s3';
import type { StageConfig } from '../../infra/config.ts';
import { servingRegions } from '../../infra/edge/names.ts';
import { readStageOutputs } from '../stage-environment.ts';
import { S3Portal } from './s3-portal.ts';

/** The bucket from which a region of a stage serves the portal; `undefined` before its first deployment. */
export async function placeIn({ stage }: StageConfig, region: string): Promise<S3Portal | undefined> {
  const bucket = (await readStageOutputs(stage, region)).get('PortalBucketName');
  const forcePathStyle = process.env.AWS_ENDPOINT_URL !== undefined;
  return bucket === undefined
    ? undefined
    : new S3Portal(new S3Client({ region, forcePathStyle }), { region, bucket });
}

/** The bucket of every region that may serve. The local stage alone may be without its second region. */
export async function findPlaces(config: StageConfig): Promise<readonly S3Portal[]> {
  const { stage } = config;
  const found: S3Portal[] = [];
  for (const region of servingRegions(config)) {
    const place = await placeIn(config, region);
    if (place !== undefined) found.push(place);
    else if (stage !== 'local' || region === config.region)
      throw new Error(`Stage ${stage} has no portal in ${region}: npm run deploy -- --stage ${stage}`);
  }
  return found;
}
