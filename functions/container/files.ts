import { S3Client } from '@aws-sdk/client-s3';
import { S3Archive } from '../adapters/s3/s3-archive.ts';
import { S3Copies } from '../adapters/s3/s3-copies.ts';
import { S3Documents } from '../adapters/s3/s3-documents.ts';
import { configured } from '../config.ts';

/** Path style where the cloud is at one address (the local cloud); AWS itself is addressed by bucket. */
export function makeClient() {
  return new S3Client({ forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined });
}

export function makeDocuments() {
  return new S3Documents(makeClient(), configured('documentsBucket'));
}

export function makeArchive() {
  const mode = configured('archiveLock') === 'COMPLIANCE' ? 'COMPLIANCE' : 'GOVERNANCE';
  return new S3Archive(makeClient(), configured('archiveBucket'), mode);
}

export function makeCopies() {
  return new S3Copies(makeClient(), {
    documents: configured('documentsBucket'),
    archive: configured('archiveBucket'),
  });
}
