import { setTimeout as pause } from 'node:timers/promises';
import { S3Client } from '@aws-sdk/client-s3';
import { configured } from '../../functions/config.ts';
import { makeKernel } from '../../functions/container/kernel.ts';
import { stageConfig } from '../../infra/config.ts';
import { AwsDestruction, type DestructionPlaces, type RegionalBuckets } from './aws-destruction.ts';

/** What the commands that destroy, or destroy again after a restore, work with. */
export function makeDestruction(stage: string) {
  const { kernel, references, client, store, relay } = makeKernel();
  const { region, replica, backupKeptDays } = stageConfig(stage);
  const others = replica === undefined ? [] : [bucketsIn(replica.region, region)];
  const places: DestructionPlaces = {
    table: configured('recordsTable'),
    regions: [bucketsIn(region, region), ...others],
  };
  return {
    kernel,
    references,
    destruction: new AwsDestruction(places, { documents: client, store, relay }),
    backupKeptDays,
    pause: (milliseconds: number) => pause(milliseconds),
    say: (line: string) => console.log(line),
  };
}

/** Buckets are named by their region at the end; the configuration knows those of the first. */
function bucketsIn(region: string, first: string): RegionalBuckets {
  const there = (name: string) => `${name.slice(0, name.length - first.length)}${region}`;
  return {
    s3: new S3Client({ region, forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined }),
    archive: there(configured('archiveBucket')),
    documents: there(configured('documentsBucket')),
  };
}
