/** Filed papers and certificates, under Object Lock: what is kept is never overwritten. */
export interface Archive {
  /** Keeping the same bytes again is no error. */
  keep(
    key: string,
    bytes: Uint8Array,
    given: { readonly mediaType: string; readonly sha256: string },
  ): Promise<void>;
  read(key: string): Promise<Uint8Array>;
  /** A link to one object, for at most a minute. */
  link(key: string, fileName: string): Promise<string>;
}
