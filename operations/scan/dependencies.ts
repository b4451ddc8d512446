import { execFile } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Severity } from '../../functions/domain/operations/severity.ts';
import type { Seen } from '../../functions/use-cases/findings/take-scan.ts';

const ROOT = join(import.meta.dirname, '../..');

const advisory = z.object({
  url: z.string(),
  title: z.string(),
  severity: z.string(),
  range: z.string(),
});
const report = z.object({
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisory])) })),
});

const SEVERITY_OF: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  high: 'high',
  moderate: 'moderate',
};

/** What `npm audit --json` says, an advisory and package a finding; throws when the registry gave no report. */
export function readAudit(text: string): readonly Seen[] {
  const { vulnerabilities } = report.parse(JSON.parse(text));
  const seen = Object.entries(vulnerabilities).flatMap(([name, { via }]) =>
    via.flatMap((one) =>
      typeof one === 'string'
        ? []
        : [
            {
              what: `${one.url.split('/').at(-1) ?? one.url} ${one.title}`.slice(0, 200),
              where: `${name} ${one.range}`.slice(0, 200),
              severity: SEVERITY_OF[one.severity] ?? 'low',
            },
          ],
    ),
  );
  return seen;
}

/** Asks the registry about every package of the lock file. */
export async function scanDependencies(): Promise<readonly Seen[]> {
  return readAudit(await audit());
}

/** The command fails where it finds something: its text is what counts. */
function audit(): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 };
    execFile('npm', ['audit', '--json'], options, (error, stdout) => {
      if (stdout === '') reject(error ?? new Error('npm audit said nothing'));
      else resolve(stdout);
    });
  });
}
