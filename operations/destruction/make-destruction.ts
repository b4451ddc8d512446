import { setTimeout as pause } from 'node:timers/promises';
import { S3Client } from '@aws-sdk/client-s3';
import { configured } from '../../functions/config.ts';
import { makeKernel } from '../../functions/container/kernel.ts';
import { stageConfig } from '../../infra/config.ts';
import { AwsDestruction } from './aws-destruction.ts';

/** What the commands that destroy, or destroy again after a restore, work with. */
export function makeDestruction(stage: string) {
  const { kernel, references, client, store, relay } = makeKernel();
  const names = {
    table: configured('recordsTable'),
    archive: configured('archiveBucket'),
    documents: configured('documentsBucket'),
  };
  const s3 = new S3Client({ forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined });
  return {
    kernel,
    references,
    destruction: new AwsDestruction(names, { documents: client, s3, store, relay }),
    backupKeptDays: stageConfig(stage).backupKeptDays,
    pause: (milliseconds: number) => pause(milliseconds),
    say: (line: string) => console.log(line),
  };
}
