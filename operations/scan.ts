/**
 * Scans what a stage is made of, and files what it sees in the register of findings: `npm run scan -- --stage prod`,
 * monthly and after each change of dependencies; words after it choose among `dependencies`, `templates`, `permissions`. Dependencies by the registry's advisories, templates by the rules of AWS
 * Solutions and the linter, permissions by what may do too much. A scan that could not run files nothing and says so.
 */
import { scanDependencies } from './scan/dependencies.ts';
import { scanPermissions } from './scan/permissions.ts';
import { scanTemplates } from './scan/templates.ts';
import { takeStageEnvironment } from './stage-environment.ts';

const { stage, words } = await takeStageEnvironment();
// The container reads its configuration when it is loaded.
const { makeKernel } = await import('../functions/container/kernel.ts');
const { takeScan } = await import('../functions/use-cases/findings/take-scan.ts');
const records = makeKernel();
const at = new Date().toISOString();

let synthesis: ReturnType<typeof scanTemplates> | undefined;
const synthesized = () => (synthesis ??= scanTemplates(stage));
const scans = {
  dependencies: scanDependencies,
  templates: async () => (await synthesized()).seen,
  permissions: async () => scanPermissions((await synthesized()).templates),
};
for (const [source, look] of Object.entries(scans)) {
  if (words.length > 0 && !words.includes(source)) continue;
  try {
    const { reported, mended } = await takeScan(records, { source, seen: await look(), at });
    console.log(`✔ ${source}: ${reported} seen, ${mended} no longer there`);
  } catch (error) {
    process.exitCode = 1;
    console.log(
      `✖ ${source} could not be scanned: ${error instanceof Error ? error.message.slice(0, 200) : ''}`,
    );
    console.log('  Nothing was filed or mended for it. Mend the cause and run it again.');
  }
}
