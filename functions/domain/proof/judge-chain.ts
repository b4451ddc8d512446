import { NO_HASH } from '../record/chain.ts';
import { hexOf, utf8Of } from './bytes.ts';
import { type Finding, finding } from './findings.ts';
import type { Sha256Bytes } from './merkle-tree.ts';
import { jsonOf } from './signed.ts';
import type { ExportedRecord } from './statements.ts';

type Exported = ExportedRecord['versions'][number];

/**
 * Judges the versions of an exported record by themselves: each by its own hash, then their order, then that each
 * follows the one before. Needs no key of the record; a destroyed one changes nothing.
 */
export function judgeChain(
  { versions, statement }: Pick<ExportedRecord, 'versions' | 'statement'>,
  sha256: Sha256Bytes,
): readonly Finding[] {
  const found = [
    ...versions.flatMap((one) => judgeVersion(one, sha256)),
    ...judgeOrder(versions, statement.after?.version ?? 0),
    ...judgeEnd(versions, statement),
  ];
  return found.length > 0 ? found : judgeLinks(versions, statement.after?.hash ?? NO_HASH);
}

function judgeVersion(exported: Exported, sha256: Sha256Bytes): readonly Finding[] {
  const { version, epoch, clear, hash, sealedSha256 } = exported;
  if (hexOf(sha256(utf8Of(clear))) !== hash) return [finding('version-changed', version)];
  const said = clearOf(exported);
  if (said.version !== version || said.epoch !== epoch) return [finding('version-changed', version)];
  return said.sealedSha256 === sealedSha256 ? [] : [finding('sealed-part-changed', version)];
}

/** Numbers rise by one. What is there twice was put in; what is lacking was taken out; what goes down was moved. */
function judgeOrder(versions: readonly Exported[], after: number): readonly Finding[] {
  const found: Finding[] = [];
  const seen = new Set<number>();
  let highest = after;
  for (const { version } of versions) {
    if (seen.has(version)) found.push(finding('version-inserted', version));
    else if (version < highest) found.push(finding('versions-reordered', version));
    seen.add(version);
    highest = Math.max(highest, version);
  }
  for (let version = after + 1; version < highest; version += 1) {
    if (!seen.has(version)) found.push(finding('version-missing', version));
  }
  return found;
}

function judgeEnd(
  versions: readonly Exported[],
  { versions: count, newest }: ExportedRecord['statement'],
): readonly Finding[] {
  if (versions.some(({ hash }) => hash === newest) && versions.length >= count) return [];
  if (versions.length < count) return [finding('version-missing', `${versions.length} of ${count} are here`)];
  return [finding('version-replaced', versions.at(-1)?.version ?? count)];
}

function judgeLinks(versions: readonly Exported[], before: string): readonly Finding[] {
  let previous = before;
  for (const [n, exported] of versions.entries()) {
    if (clearOf(exported).previousHash !== previous)
      return [finding('version-replaced', versions[n - 1]?.version ?? exported.version)];
    previous = exported.hash;
  }
  return [];
}

function clearOf({ clear }: Exported): Readonly<Record<string, unknown>> {
  const parsed = jsonOf(clear);
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}
