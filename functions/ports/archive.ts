/** A filed paper by its name in the archive: under the case, with its hash, so that a name never means two things. */
export interface Paper {
  readonly key: string;
  readonly version: string;
  readonly bytes: number;
}

/** Filed papers and certificates, under Object Lock: what is kept is never overwritten. */
export interface Archive {
  /**
   * Keeps a paper under legal hold, since when its retention begins is still open. `key` carries the hash of the
   * bytes: one that is there already is the same paper, and no error.
   */
  keep(
    key: string,
    bytes: Uint8Array,
    given: { readonly mediaType: string; readonly sha256: string },
  ): Promise<void>;
}

/** The locks of a case's papers; they follow its record, which alone decides. */
export interface ArchiveLocks {
  /** Sets until when every paper of a case is kept (first free day; none: no date), and its hold. Answers how many. */
  lock(caseId: string, given: { readonly until?: string; readonly hold: boolean }): Promise<number>;
}

/** What the archivist's routes read, and nothing else does. [6.3.1] */
export interface ArchiveReader {
  papers(caseId: string): Promise<readonly Paper[]>;
  /** A link to one paper, for at most a minute. */
  link(paper: Paper): Promise<string>;
}

/** Where the papers of a case lie. */
export function paperKey(caseId: string, name: string, sha256: string, extension: string): string {
  return `${papersOf(caseId)}${name}-${sha256}.${extension}`;
}

export function papersOf(caseId: string): string {
  return `cases/${caseId}/`;
}
