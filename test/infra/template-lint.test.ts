import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environmentFor, localRegion } from '../../local/aws.ts';
import { root } from '../../local/places.ts';
import { makeEnvironment, pythonOf } from '../../local/python.ts';

const RUN_LINT = 'import sys; from cfnlint.runner import main; sys.exit(main())';

let folder: string;

beforeAll(async () => {
  await makeEnvironment('lint');
  folder = await mkdtemp(join(tmpdir(), 'banli-lint-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(['local', 'dev', 'prod'])(
  'the templates of stage %s have nothing to complain about',
  async (stage) => {
    const assembly = join(folder, stage);
    await execa('cdk', ['synth', '--quiet', '--context', `stage=${stage}`, '--output', assembly], {
      cwd: root,
      preferLocal: true,
      localDir: root,
      // No account is asked: what a template needs to know stands in the repository.
      env: environmentFor('http://127.0.0.1:9', localRegion),
      extendEnv: false,
    });
    const templates = readdirSync(assembly).filter((name) => name.endsWith('.template.json'));
    expect(templates.length).toBeGreaterThanOrEqual(3);
    const lint = await execa(
      pythonOf('lint'),
      ['-c', RUN_LINT, '--format', 'parseable', '--', ...templates.map((name) => join(assembly, name))],
      { cwd: root, reject: false },
    );
    expect(lint.stdout.split('\n').filter(Boolean)).toEqual([]);
    expect(lint.exitCode).toBe(0);
  },
);
