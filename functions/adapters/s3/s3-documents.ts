import {
  CopyObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { verdictOf } from '../../domain/papers/scanner-verdict.ts';
import { DOCUMENT_PREFIX } from '../../environment.ts';
import {
  type CleanFile,
  copiesOf,
  type Documents,
  type FileKey,
  type IssuedCopies,
  type IssuedCopy,
  type OfferedFile,
  type UploadOffer,
} from '../../ports/documents.ts';
import { linkVersion, standingVersion } from './versions.ts';

/** The tag GuardDuty puts on what it scanned. */
const SCAN_STATUS = 'GuardDutyMalwareScanStatus';
const OFFER_SECONDS = 600;

/** Uploads go to `quarantine/`; what was inspected and is clean is copied, that very version, to `clean/`. */
export class S3Documents implements Documents, IssuedCopies {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async offerUpload({
    mediaType,
    bytes,
    sha256,
    note,
    ...file
  }: FileKey & OfferedFile): Promise<UploadOffer> {
    return createPresignedPost(this.#client, {
      Bucket: this.#bucket,
      Key: quarantineKey(file),
      Expires: OFFER_SECONDS,
      // Each field is a condition of the form's signature as well: S3 refuses other bytes than those of the hash.
      Fields: {
        'Content-Type': mediaType,
        'x-amz-checksum-algorithm': 'SHA256',
        'x-amz-checksum-sha256': base64(sha256),
        'x-amz-meta-note': note,
      },
      Conditions: [['content-length-range', bytes, bytes]],
    });
  }

  async arrived(file: FileKey) {
    try {
      const {
        ContentLength = 0,
        VersionId = '',
        Metadata = {},
      } = await this.#client.send(new HeadObjectCommand({ Bucket: this.#bucket, Key: quarantineKey(file) }));
      return { bytes: ContentLength, objectVersion: VersionId, note: Metadata.note ?? '' };
    } catch (error) {
      // Who may not list the bucket is told 403 for an object that is not there.
      if (error instanceof S3ServiceException && [403, 404].includes(error.$metadata.httpStatusCode ?? 0))
        return undefined;
      throw error;
    }
  }

  async readQuarantined({ objectVersion, ...file }: FileKey & { readonly objectVersion: string }) {
    return this.#read(quarantineKey(file), objectVersion);
  }

  async verdict({ objectVersion, ...file }: FileKey & { readonly objectVersion: string }) {
    const { TagSet = [] } = await this.#client.send(
      new GetObjectTaggingCommand({
        Bucket: this.#bucket,
        Key: quarantineKey(file),
        VersionId: objectVersion,
      }),
    );
    const status = TagSet.find(({ Key }) => Key === SCAN_STATUS)?.Value;
    return status === undefined ? undefined : verdictOf(status);
  }

  async release({ objectVersion, mediaType, ...file }: Parameters<Documents['release']>[0]): Promise<string> {
    const version = objectVersion === '' ? '' : `?versionId=${encodeURIComponent(objectVersion)}`;
    const { VersionId = '' } = await this.#client.send(
      new CopyObjectCommand({
        Bucket: this.#bucket,
        Key: cleanKey(file),
        CopySource: `${this.#bucket}/${quarantineKey(file)}${version}`,
        ContentType: mediaType,
        MetadataDirective: 'REPLACE',
        // The scanner's tags stay where it put them: S3 would ask for the right to tag what is clean.
        TaggingDirective: 'REPLACE',
      }),
    );
    return VersionId;
  }

  async readClean(file: CleanFile): Promise<Uint8Array> {
    return this.#read(cleanKey(file), file.cleanVersion);
  }

  async keepCopy(copy: IssuedCopy, pdf: Uint8Array): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: copyKey(copy),
        Body: pdf,
        ContentType: 'application/pdf',
        ChecksumSHA256: base64(copy.sha256),
      }),
    );
  }

  async linkCopy(copy: IssuedCopy, fileName: string): Promise<string> {
    return this.#link({ Key: copyKey(copy), sha256: copy.sha256 }, fileName);
  }

  async link(file: CleanFile, fileName: string): Promise<string> {
    return this.#link({ Key: cleanKey(file), VersionId: file.cleanVersion }, fileName);
  }

  async #link(
    { Key, sha256, VersionId }: { Key: string; sha256?: string; VersionId?: string | undefined },
    fileName: string,
  ): Promise<string> {
    const object = { Bucket: this.#bucket, Key };
    return linkVersion(this.#client, {
      ...object,
      VersionId: VersionId ?? (await standingVersion(this.#client, { ...object, ...(sha256 && { sha256 }) })),
      ResponseContentDisposition: `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    });
  }

  async #read(key: string, version = ''): Promise<Uint8Array> {
    const { Body } = await this.#client.send(
      new GetObjectCommand({ Bucket: this.#bucket, Key: key, ...(version !== '' && { VersionId: version }) }),
    );
    if (Body === undefined) throw new Error('An object without a body');
    return Body.transformToByteArray();
  }
}

function base64(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}

function quarantineKey({ caseId, fileId }: FileKey): string {
  return `${DOCUMENT_PREFIX.quarantine}${caseId}/${fileId}`;
}

function copyKey({ certificateId, sha256 }: IssuedCopy): string {
  return `${DOCUMENT_PREFIX.issued}${copiesOf(certificateId)}${sha256}.pdf`;
}

function cleanKey({ caseId, fileId }: FileKey): string {
  return `${DOCUMENT_PREFIX.clean}${caseId}/${fileId}`;
}
