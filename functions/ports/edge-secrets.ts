/** The word by which the API knows that a request came through the edge. Only its hashes are kept: who reads them cannot say it. */
export interface EdgeSecrets {
  /** SHA-256 (hex) of the values that stand: one, two during a rotation, none until the first. At most a minute old. */
  standing(now: string): Promise<readonly string[]>;
}

export interface EdgeSecretKeeper {
  /** Where the edge keeps its own values, beside the hashes: so that nobody has to ask the edge's region. */
  read(): Promise<{ readonly hashes: readonly string[]; readonly store?: string }>;
  keep(kept: { readonly hashes: readonly string[]; readonly store: string }): Promise<void>;
}

/** A function may know what stands this long; a value is taken away later than it was replaced by so much. */
export const EDGE_SECRET_CACHE_SECONDS = 60;
