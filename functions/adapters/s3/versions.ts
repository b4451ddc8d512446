import {
  GetObjectCommand,
  type GetObjectCommandInput,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const LINK_SECONDS = 60;

/** A link to one version, for a minute: what is put over it later is never opened by it. [R33] */
export async function linkVersion(
  client: S3Client,
  version: GetObjectCommandInput & { readonly VersionId: string },
): Promise<string> {
  return getSignedUrl(client, new GetObjectCommand(version), { expiresIn: LINK_SECONDS });
}

/**
 * The version that stands under a name now. Where the hash is given of the bytes that were kept there (hex), anything
 * else that stands there is an error: S3 keeps the hash each version was put with.
 */
export async function standingVersion(
  client: S3Client,
  { sha256, ...object }: { readonly Bucket: string; readonly Key: string; readonly sha256?: string },
): Promise<string> {
  const { VersionId = '', ChecksumSHA256 = '' } = await client.send(
    new HeadObjectCommand({ ...object, ChecksumMode: 'ENABLED' }),
  );
  if (sha256 !== undefined && Buffer.from(ChecksumSHA256, 'base64').toString('hex') !== sha256)
    throw new Error(`${object.Key} is not what was kept under this name`);
  return VersionId;
}

/** Every version and delete marker under a prefix, by pages: the SDK has no paginator for them. */
export async function* pagesOfVersions(
  client: S3Client,
  place: { readonly Bucket: string; readonly Prefix: string },
): AsyncGenerator<ListObjectVersionsCommandOutput> {
  let from: { KeyMarker?: string; VersionIdMarker?: string } = {};
  for (;;) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({ ...place, ...from }),
    );
    yield page;
    if (page.IsTruncated !== true || page.NextKeyMarker === undefined) return;
    from = {
      KeyMarker: page.NextKeyMarker,
      ...(page.NextVersionIdMarker && { VersionIdMarker: page.NextVersionIdMarker }),
    };
  }
}
