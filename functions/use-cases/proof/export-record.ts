import type { ExportedRecord } from '../../domain/proof/statements.ts';
import type { KeptVersion } from '../../domain/record/chain.ts';
import type { Position, RecordRef } from '../../domain/record/version.ts';
import type { Signer } from '../../ports/proof.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { signStatement } from './sign.ts';

export interface Exporting {
  readonly store: Pick<RecordStore, 'versionsAfter' | 'versionAt'>;
  readonly signer: Signer;
  readonly sha256: (bytes: string | Uint8Array) => string;
}

const VERSIONS_A_PAGE = 50;
/** What one answer can carry; only number series and rosters of many years grow beyond it. */
export const VERSIONS_A_PART = 500;

/**
 * The versions of a record as they are kept, personal parts as hashes only, signed as a whole: whoever has it can follow
 * the chain without us. A long record comes in parts, each from the version after the last one's; `undefined` for what
 * is not there.
 */
export async function exportRecord(
  { store, signer, sha256 }: Exporting,
  ref: RecordRef,
  now: string,
  from?: Position,
): Promise<ExportedRecord | undefined> {
  const before = from && (await store.versionAt(ref, from));
  const versions = await versionsFrom(store, ref, before ?? { epoch: 1, version: 0 });
  const newest = versions.at(-1);
  if (newest === undefined || (from !== undefined && before === undefined)) return undefined;
  const more = (await store.versionsAfter(ref, newest, 1)).length > 0;
  const signed = await signStatement(signer, {
    type: 'banli-record' as const,
    record: { kind: ref.kind, id: ref.id },
    exportedAt: now,
    ...(before && { after: { epoch: before.epoch, version: before.version, hash: before.hash } }),
    versions: versions.length,
    newest: newest.hash,
    ...(more && { more }),
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

async function versionsFrom(
  store: Exporting['store'],
  ref: RecordRef,
  after: Position,
): Promise<readonly KeptVersion[]> {
  const versions: KeptVersion[] = [];
  while (versions.length < VERSIONS_A_PART) {
    const page = await store.versionsAfter(ref, versions.at(-1) ?? after, VERSIONS_A_PAGE);
    if (page.length === 0) break;
    versions.push(...page);
  }
  return versions;
}
