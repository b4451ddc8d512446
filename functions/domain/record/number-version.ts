import { NO_HASH } from './chain.ts';
import type { NextOf, RecordTypes, VersionOf } from './definition.ts';
import type { Author, RecentCommand, RecordRef } from './version.ts';

/** A repeat is recognised in the newest version itself for this many commands; older ones are searched for. */
const RECENT_COMMANDS = 8;

export interface Numbering {
  readonly ref: RecordRef;
  readonly schemaVersion: number;
  readonly now: string;
  /** The epoch of the time; an older one is left with the next version. */
  readonly epoch: number;
  readonly effectiveAt?: string;
  readonly by: Author;
  readonly commandId: string;
  readonly bodyMac: string;
  /** Hash of the newest version. */
  readonly previousHash?: string;
}

/**
 * Gives the next version its place: one after the newest, also where the epoch was raised, dated never before it.
 * `effectiveAt` is what the law dates: the due instant of an effect, else the instant of the request.
 */
export function numberVersion<T extends RecordTypes>(
  current: VersionOf<T> | undefined,
  next: NextOf<T>,
  { ref, schemaVersion, now, epoch, by, commandId, bodyMac, previousHash, ...dated }: Numbering,
): VersionOf<T> {
  const version = (current?.version ?? 0) + 1;
  const at = current !== undefined && current.at > now ? current.at : now;
  const recent: RecentCommand[] = [...(current?.recent ?? []), { commandId, version, bodyMac }];
  return {
    kind: ref.kind,
    id: ref.id,
    hall: next.hall,
    epoch: Math.max(current?.epoch ?? 1, epoch),
    version,
    schemaVersion,
    at,
    effectiveAt: next.effectiveAt ?? dated.effectiveAt ?? now,
    by,
    commandId,
    bodyMac,
    recent: recent.slice(-RECENT_COMMANDS),
    event: next.event,
    state: next.state,
    personal: next.personal,
    messages: next.messages ?? [],
    followUps: next.followUps ?? [],
    claims: next.claims ?? current?.claims ?? [],
    bodies: (next.bodies ?? []).map((body) => body.sha256),
    ...(next.nextDueAt === undefined ? {} : { nextDueAt: next.nextDueAt }),
    previousHash: previousHash ?? NO_HASH,
  };
}
