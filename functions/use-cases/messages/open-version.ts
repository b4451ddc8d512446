import { caseDefinition } from '../../domain/case/case.ts';
import type { CaseTypes, CurrentCase } from '../../domain/case/rule.ts';
import { readVersion } from '../../domain/record/read-version.ts';
import type { Position } from '../../domain/record/version.ts';
import type { RecordKernel } from '../record/kernel.ts';
import type { LoadedRecord } from '../record/load-record.ts';

/** The version that asked for a message: its words are of that moment, whatever came after. */
export async function openVersionAt(
  { store }: Pick<RecordKernel, 'store'>,
  newest: LoadedRecord<CaseTypes>,
  position: Position,
): Promise<CurrentCase> {
  const { version, key } = newest;
  if (version.version === position.version && version.epoch === position.epoch) return version;
  const kept = await store.versionAt({ kind: 'case', id: version.id }, position);
  if (kept === undefined || key === undefined)
    throw new Error(`case/${version.id} has no version ${position.version}`);
  const { epoch, version: number } = position;
  return readVersion(caseDefinition, kept, (sealed) =>
    key.open({ part: 'personal', epoch, version: number }, sealed),
  );
}
