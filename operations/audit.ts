/**
 * Asks the registry for advisories on every package of the lock file: `npm run audit`. Fails on a high or critical one without an
 * excuse that is dated (operations/supply/audit-excuses.json), and when the registry could not be asked: then nothing is known.
 */
import * as z from 'zod/mini';
import { beginCommand } from './command.ts';
import { scanDependencies } from './scan/dependencies.ts';
import excuses from './supply/audit-excuses.json' with { type: 'json' };
import { excuse, judgeAudit } from './supply/judge-audit.ts';

beginCommand();
const NOTHING_KNOWN = 2;

try {
  const today = new Date().toISOString().slice(0, 10);
  const judged = judgeAudit(await scanDependencies(), z.array(excuse).parse(excuses), today);
  for (const { what, where, severity } of judged.failing) console.log(`✖ ${severity}: ${what} (${where})`);
  for (const { seen, excuse: given } of judged.excused)
    console.log(`• excused until ${given.until}: ${seen.what}: ${given.reason}`);
  for (const { what, where, severity } of judged.noted) console.log(`• ${severity}: ${what} (${where})`);
  for (const { advisory } of judged.unused) console.log(`• ${advisory} is excused for nothing: take it off`);
  if (judged.failing.length > 0) {
    process.exitCode = 1;
    console.log(
      '  Raise the package, or excuse it with reason and day in operations/supply/audit-excuses.json.',
    );
  } else console.log('✔ No high or critical advisory without an excuse');
} catch (error) {
  process.exitCode = NOTHING_KNOWN;
  const unread = error instanceof z.core.$ZodError;
  const why = unread ? 'it answered, but not with advisories' : String(error).slice(0, 200);
  console.log(`✖ The registry gave no report, so nothing is known of any package: ${why}`);
  console.log('  Run it where a registry with advisories can be reached (npm config get registry).');
}
