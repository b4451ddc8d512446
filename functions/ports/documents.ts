import type { ScannerVerdict } from '../domain/papers/scanner-verdict.ts';

export interface UploadOffer {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Uploaded papers: offered into quarantine, inspected there, and only what is clean is ever opened by staff. */
export interface Documents {
  /** A form that takes one object of this type and size at most, for ten minutes; `note` (sealed) comes back on arrival. */
  offerUpload(
    file: FileKey & { readonly mediaType: string; readonly mostBytes: number; readonly note: string },
  ): Promise<UploadOffer>;
  /** What has arrived in quarantine; `undefined` while nothing has. */
  arrived(
    file: FileKey,
  ): Promise<{ readonly bytes: number; readonly objectVersion: string; readonly note: string } | undefined>;
  readQuarantined(file: FileKey & { readonly objectVersion: string }): Promise<Uint8Array>;
  /** What the scanner has noted on this version; `undefined` while it has not scanned it. */
  verdict(file: FileKey & { readonly objectVersion: string }): Promise<ScannerVerdict | undefined>;
  /** Copies the inspected version to the clean prefix. */
  release(file: FileKey & { readonly objectVersion: string; readonly mediaType: string }): Promise<void>;
  readClean(file: FileKey): Promise<Uint8Array>;
  /** A link to one clean object, for at most a minute. */
  link(file: FileKey, fileName: string): Promise<string>;
}

/** Where the copies of a certificate lie, below the prefix of copies: each with its hash. */
export function copiesOf(certificateId: string): string {
  return `${certificateId}/`;
}

/** Copies of certificates, for whoever they were issued to; the archive itself is the archivist's. */
export interface IssuedCopies {
  /** A run that died may leave one that was never issued: the record names the one that was, by its hash. */
  keepCopy(copy: IssuedCopy, pdf: Uint8Array): Promise<void>;
  /** A link to the copy, for at most a minute. */
  linkCopy(copy: IssuedCopy, fileName: string): Promise<string>;
}

export interface IssuedCopy {
  readonly certificateId: string;
  readonly sha256: string;
}

export interface FileKey {
  readonly caseId: string;
  readonly fileId: string;
}
