import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { root } from '../../local/places.ts';

const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
/** What operators run: `npm run <name>` and the file behind it. */
const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const [, file] = /^node (operations\/\S+\.ts)$/.exec(script) ?? [];
  return file === undefined ? [] : [[name, file] as const];
});

const run = (...words: readonly string[]) =>
  execa('node', words, { cwd: root, preferLocal: true, localDir: root, reject: false });

test('[R41] every command says at its head how it is given, which is its --help', async () => {
  expect(commands.length).toBeGreaterThan(20);
  for (const [name, file] of commands) {
    const text = readFileSync(join(root, file), 'utf8');
    expect(text, file).toMatch(new RegExp(`^/\\*\\*[^]*?npm run ${name}\\b[^]*?\\*/`));
    expect(text, file).toMatch(/beginCommand\(|takeStageEnvironment\(|--help/);
  }
  const { stdout, exitCode } = await run('operations/redrive.ts', '--help');
  expect({ exitCode, stdout }).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^Gives the messages of a dead-letter queue back/),
  });
  expect(stdout).not.toContain('*/');
});

test('[R41] a command that is refused says so in one line, and ends with 1', async () => {
  const { stderr, exitCode } = await run('operations/reconcile.ts', '--stage', 'nowhere');
  expect({ stderr, exitCode }).toEqual({
    exitCode: 1,
    stderr: '✖ Unknown stage "nowhere": use one of local, dev, prod',
  });
  const unknown = await run('operations/reconcile.ts', '--stag', 'dev');
  expect(unknown.exitCode).toBe(1);
  expect(unknown.stderr.split('\n')).toHaveLength(1);
});

test('[R41] [R43] what a command can see by itself it refuses before it asks anybody', async () => {
  const region = await run('operations/activate-region.ts', '--stage', 'prod');
  expect(region).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/^✖ Say --region, one of \S+, \S+$/),
  });
  const removal = await run('operations/remove-stage.ts', '--stage', 'prod');
  expect(removal).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/^✖ Stage prod is removed by no command/),
  });
});
