import { hash } from 'node:crypto';
import type { MemoryCloud } from './cloud.ts';
import { AwsError, type WireAnswer, type WireCall } from './wire.ts';

const xml = (body: string): WireAnswer => ({
  status: 200,
  bytes: Buffer.from(body),
  headers: { 'content-type': 'application/xml' },
});

function within(cloud: MemoryCloud, bucket: string, prefix = '') {
  return [...cloud.objects]
    .filter(([place]) => place.startsWith(`${bucket}/${prefix}`))
    .map(([place, versions]) => ({ key: place.slice(bucket.length + 1), versions }));
}

function listed(cloud: MemoryCloud, bucket: string, prefix?: string): WireAnswer {
  const contents = within(cloud, bucket, prefix).map(
    ({ key, versions }) =>
      `<Contents><Key>${key}</Key><Size>${versions.at(-1)?.bytes.byteLength}</Size></Contents>`,
  );
  return xml(`<ListBucketResult><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`);
}

function versionsListed(cloud: MemoryCloud, bucket: string, prefix?: string): WireAnswer {
  const found = within(cloud, bucket, prefix).flatMap(({ key, versions }) =>
    versions.map(
      ({ bytes, version }) =>
        `<Version><Key>${key}</Key><VersionId>${version}</VersionId><Size>${bytes.byteLength}</Size></Version>`,
    ),
  );
  return xml(`<ListVersionsResult><IsTruncated>false</IsTruncated>${found.join('')}</ListVersionsResult>`);
}

/** What S3 does with objects and their versions. */
export function serveObject(cloud: MemoryCloud, { operation, given }: WireCall): WireAnswer {
  const { bucket, key, headers, query = {}, body } = given;
  const place = `${bucket}/${key}`;
  if ('list-type' in query) return listed(cloud, bucket, query.prefix);
  if ('versions' in query) return versionsListed(cloud, bucket, query.prefix);
  // Locks are what the record says, however often they are set; a real bucket shows that they hold.
  if ('retention' in query || 'legal-hold' in query) return { status: 200, bytes: new Uint8Array() };
  if (headers['if-none-match'] === '*' && cloud.objects.has(place))
    throw new AwsError('PreconditionFailed', 412);
  if (operation === 'PUTObject') {
    const version = cloud.putObject(place, Buffer.from(body), headers['x-amz-meta-note']);
    return { status: 200, bytes: new Uint8Array(), headers: { 'x-amz-version-id': version } };
  }
  if (operation === 'CopyObject') {
    const [source = '', version = ''] = String(headers['x-amz-copy-source']).split('?versionId=');
    const found = cloud.object(source, version);
    const copy = cloud.putObject(place, found.bytes, found.note);
    const copied = '<CopyObjectResult><ETag>"e"</ETag></CopyObjectResult>';
    return { status: 200, bytes: Buffer.from(copied), headers: { 'x-amz-version-id': copy } };
  }
  const { bytes, version, note } = cloud.object(place, query.versionId);
  const facts = {
    'content-length': String(bytes.byteLength),
    'x-amz-version-id': version,
    'x-amz-checksum-sha256': hash('sha256', bytes, 'base64'),
  };
  const noted = note === undefined ? facts : { ...facts, 'x-amz-meta-note': note };
  return { status: 200, bytes: operation === 'HEADObject' ? new Uint8Array() : bytes, headers: noted };
}
