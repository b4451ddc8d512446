import type { ExportedRecord } from '../../domain/proof/statements.ts';
import type { KeptVersion } from '../../domain/record/chain.ts';
import type { RecordRef } from '../../domain/record/version.ts';
import type { Signer } from '../../ports/proof.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { signStatement } from './sign.ts';

export interface Exporting {
  readonly store: Pick<RecordStore, 'versionsAfter'>;
  readonly signer: Signer;
  readonly sha256: (bytes: string | Uint8Array) => string;
}

const VERSIONS_A_PAGE = 50;
/** What one answer can carry; only number series and services of many years grow beyond it. */
const MOST_VERSIONS = 500;

/**
 * All versions of a record as they are kept, personal parts as hashes only, signed as a whole: whoever has it can follow
 * the chain without us. `too-long` for what no answer can carry; `undefined` for what is not there.
 */
export async function exportRecord(
  { store, signer, sha256 }: Exporting,
  ref: RecordRef,
  now: string,
): Promise<ExportedRecord | 'too-long' | undefined> {
  const versions: KeptVersion[] = [];
  for (;;) {
    const after = versions.at(-1) ?? { epoch: 1, version: 0 };
    const page = await store.versionsAfter(ref, after, VERSIONS_A_PAGE);
    versions.push(...page);
    if (page.length === 0) break;
    if (versions.length > MOST_VERSIONS) return 'too-long';
  }
  const newest = versions.at(-1);
  if (newest === undefined) return undefined;
  const signed = await signStatement(signer, {
    type: 'banli-record' as const,
    record: { kind: ref.kind, id: ref.id },
    exportedAt: now,
    versions: versions.length,
    newest: newest.hash,
  });
  return {
    ...signed,
    versions: versions.map(({ epoch, version, clear, hash, sealed }) => ({
      epoch,
      version,
      clear,
      hash,
      ...(sealed !== undefined && { sealedSha256: sha256(sealed) }),
    })),
  };
}
