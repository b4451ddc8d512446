import {
  type BackupClient,
  type CopyJob,
  paginateListBackupJobs,
  paginateListCopyJobs,
  paginateListProtectedResourcesByBackupVault,
  paginateListRestoreJobs,
  type RestoreJobsListMember,
} from '@aws-sdk/client-backup';
import type { BackupFacts } from '../../domain/backup/backup.ts';
import type { Backups } from '../../ports/backups.ts';

export interface BackedUp {
  readonly vault: string;
  /** What each resource is called by AWS: its ARN ends with this. */
  readonly resources: Readonly<Record<string, string>>;
}

/** Restore tests run monthly: what ended before is no promise kept. */
const LOOK_BACK_DAYS = 40;

interface Ended {
  readonly arn: string;
  readonly at: string;
  readonly failed: boolean;
}

/** What AWS Backup did for a stage, by its own lists of jobs and of protected resources. */
export class AwsBackups implements Backups {
  readonly #client: BackupClient;
  readonly #of: BackedUp;
  readonly #now: () => number;

  constructor(client: BackupClient, of: BackedUp, now: () => number = () => Date.now()) {
    this.#client = client;
    this.#of = of;
    this.#now = now;
  }

  async facts(): Promise<readonly BackupFacts[]> {
    const since = new Date(this.#now() - LOOK_BACK_DAYS * 86_400_000);
    const [kept, backups, copies, restores] = await Promise.all([
      this.#protected(),
      this.#backups(since),
      this.#copies(since),
      this.#restores(since),
    ]);
    return Object.entries(this.#of.resources).map(([resource, name]) => {
      const own = (one: { readonly arn: string }) => one.arn.endsWith(name);
      const backupAt = latest([...kept.filter(own), ...backups.filter(own)]);
      const copyAt = latest(copies.filter(own));
      const restoreTestAt = latest(restores.filter(own));
      const failed = [
        ...(failsSince(backups.filter(own), backupAt) ? ['backup' as const] : []),
        ...(failsSince(copies.filter(own), copyAt) ? ['copy' as const] : []),
        ...(failsSince(restores.filter(own), restoreTestAt) ? ['restore-test' as const] : []),
      ];
      return {
        resource,
        ...(backupAt !== undefined && { backupAt }),
        ...(copyAt !== undefined && { copyAt }),
        ...(restoreTestAt !== undefined && { restoreTestAt }),
        failed,
      };
    });
  }

  async #protected(): Promise<readonly Ended[]> {
    const asked = { BackupVaultName: this.#of.vault };
    const found: Ended[] = [];
    for await (const { Results = [] } of paginateListProtectedResourcesByBackupVault(this.#paged(), asked)) {
      found.push(...Results.flatMap((one) => ended(one.ResourceArn, one.LastBackupTime, false)));
    }
    return found;
  }

  async #backups(since: Date): Promise<readonly Ended[]> {
    const asked = { ByBackupVaultName: this.#of.vault, ByCreatedAfter: since };
    const found: Ended[] = [];
    for await (const { BackupJobs = [] } of paginateListBackupJobs(this.#paged(), asked)) {
      found.push(
        ...BackupJobs.flatMap(({ ResourceArn, CompletionDate, CreationDate, State }) =>
          ended(ResourceArn, CompletionDate ?? CreationDate, outcomeOf(State)),
        ),
      );
    }
    return found;
  }

  async #copies(since: Date): Promise<readonly Ended[]> {
    const found: Ended[] = [];
    for await (const { CopyJobs = [] } of paginateListCopyJobs(this.#paged(), { ByCreatedAfter: since })) {
      found.push(
        ...CopyJobs.flatMap(({ ResourceArn, CompletionDate, CreationDate, State }: CopyJob) =>
          ended(ResourceArn, CompletionDate ?? CreationDate, outcomeOf(State)),
        ),
      );
    }
    return found;
  }

  async #restores(since: Date): Promise<readonly Ended[]> {
    const found: Ended[] = [];
    for await (const { RestoreJobs = [] } of paginateListRestoreJobs(this.#paged(), {
      ByCreatedAfter: since,
    })) {
      found.push(
        ...RestoreJobs.flatMap((job: RestoreJobsListMember) =>
          ended(job.SourceResourceArn, job.CompletionDate ?? job.CreationDate, outcomeOf(job.Status)),
        ),
      );
    }
    return found;
  }

  #paged() {
    return { client: this.#client };
  }
}

/** Whether a job failed; what still runs is neither. */
function outcomeOf(state: string | undefined): boolean | undefined {
  if (state === 'COMPLETED') return false;
  return state === 'FAILED' || state === 'ABORTED' || state === 'EXPIRED' || state === 'PARTIAL'
    ? true
    : undefined;
}

function ended(arn: string | undefined, at: Date | undefined, failed: boolean | undefined): readonly Ended[] {
  if (arn === undefined || at === undefined || failed === undefined) return [];
  return [{ arn, at: at.toISOString(), failed }];
}

function latest(jobs: readonly Ended[]): string | undefined {
  const good = jobs.filter(({ failed }) => !failed).map(({ at }) => at);
  return good.toSorted().at(-1);
}

/** A failed try counts until one after it did not fail. */
function failsSince(jobs: readonly Ended[], goodAt: string | undefined): boolean {
  return jobs.some(({ failed, at }) => failed && (goodAt === undefined || at > goodAt));
}
