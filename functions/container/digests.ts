import { hash } from 'node:crypto';
import { S3Digests } from '../adapters/s3/s3-digests.ts';
import { configured } from '../config.ts';
import { makeClient } from './files.ts';

export function makeDigests() {
  return new S3Digests(makeClient(), configured('digestsBucket'));
}

export function sha256Bytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(hash('sha256', bytes, 'buffer'));
}
