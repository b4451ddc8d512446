import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { STAGES } from './config.ts';

// `npm run deploy -- --stage <name>`: the whole of a stage, with the credentials of whoever runs it. What follows
// after the name goes to the CDK command as it stands, as in `-- --stage dev --require-approval never`.
const { values, tokens } = parseArgs({
  options: { stage: { type: 'string' } },
  strict: false,
  tokens: true,
});

const stage = STAGES.find((name) => name === values.stage && name !== 'local');
if (stage === undefined) {
  const names = STAGES.filter((name) => name !== 'local').join(' or ');
  console.error(
    `✖ Name the stage: npm run deploy -- --stage ${names} (the local cloud is deployed by npm start).`,
  );
  process.exitCode = 1;
} else {
  const given = tokens.find((token) => token.kind === 'option' && token.name === 'stage');
  const rest = process.argv
    .slice(2)
    .toSpliced(given?.index ?? 0, given?.kind === 'option' && given.inlineValue ? 1 : 2);
  const root = join(import.meta.dirname, '..');
  const result = await execa('cdk', ['deploy', '--all', '--context', `stage=${stage}`, ...rest], {
    cwd: root,
    preferLocal: true,
    localDir: root,
    stdio: 'inherit',
    reject: false,
  });
  process.exitCode = result.exitCode ?? 1;
}
