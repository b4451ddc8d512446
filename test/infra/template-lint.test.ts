import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../../local/places.ts';
import { makeEnvironment, pythonOf } from '../../local/python.ts';
import { INLAND } from './support/inland.ts';
import { synthesized } from './support/stage.ts';

const RUN_LINT = 'import sys; from cfnlint.runner import main; sys.exit(main())';

beforeAll(() => makeEnvironment('lint'));

const ALL = /\.template\.json$/;
/** The stacks in which it is unlike dev; looking through all once more would take half a minute. */
const OWN = /-(data|service)\.template\.json$/;

// Each linter is a process of its own, and waits for no other stage's.
test.concurrent.each([
  ['local', ALL],
  ['dev', ALL],
  ['prod', ALL],
  [INLAND, OWN],
] as const)('the templates of stage %s have nothing to complain about', async (name, which) => {
  const { folder } = synthesized(name);
  const templates = readdirSync(folder).filter((file) => which.test(file));
  expect(templates.length).toBeGreaterThanOrEqual(2);
  const lint = await execa(
    pythonOf('lint'),
    ['-c', RUN_LINT, '--format', 'parseable', '--', ...templates.map((file) => join(folder, file))],
    { cwd: root, reject: false },
  );
  expect(lint.stdout.split('\n').filter(Boolean)).toEqual([]);
  expect(lint.exitCode).toBe(0);
});
