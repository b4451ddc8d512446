import type { ScannerVerdict } from '../domain/papers/scanner-verdict.ts';

export interface UploadOffer {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Uploaded papers: offered into quarantine, inspected there, and only what is clean is ever opened by staff. */
export interface Documents {
  /** A form that takes these bytes alone, as this type, for ten minutes; `note` (sealed) comes back on arrival. */
  offerUpload(file: FileKey & OfferedFile): Promise<UploadOffer>;
  /** What has arrived in quarantine; `undefined` while nothing has. */
  arrived(
    file: FileKey,
  ): Promise<{ readonly bytes: number; readonly objectVersion: string; readonly note: string } | undefined>;
  readQuarantined(file: FileKey & { readonly objectVersion: string }): Promise<Uint8Array>;
  /** What the scanner has noted on this version; `undefined` while it has not scanned it. */
  verdict(file: FileKey & { readonly objectVersion: string }): Promise<ScannerVerdict | undefined>;
  /** Copies the inspected version to the clean prefix, and answers which version that made there. */
  release(file: FileKey & { readonly objectVersion: string; readonly mediaType: string }): Promise<string>;
  readClean(file: CleanFile): Promise<Uint8Array>;
  /** A link to the released version, for at most a minute; what was put over it since is never opened by it. */
  link(file: CleanFile, fileName: string): Promise<string>;
}

export interface OfferedFile {
  readonly mediaType: string;
  readonly bytes: number;
  /** Hex, of the bytes. */
  readonly sha256: string;
  readonly note: string;
}

/** A file of a record by what was released of it; records of the first days name no version. */
export interface CleanFile extends FileKey {
  readonly cleanVersion?: string;
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
