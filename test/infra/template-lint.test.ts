import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../../local/places.ts';
import { makeEnvironment, pythonOf } from '../../local/python.ts';
import { synthesized } from './support/stage.ts';

const RUN_LINT = 'import sys; from cfnlint.runner import main; sys.exit(main())';

beforeAll(() => makeEnvironment('lint'));

test.each(['local', 'dev', 'prod'] as const)(
  'the templates of stage %s have nothing to complain about',
  async (name) => {
    const { folder } = synthesized(name);
    const templates = readdirSync(folder).filter((file) => file.endsWith('.template.json'));
    expect(templates.length).toBeGreaterThanOrEqual(3);
    const lint = await execa(
      pythonOf('lint'),
      ['-c', RUN_LINT, '--format', 'parseable', '--', ...templates.map((file) => join(folder, file))],
      { cwd: root, reject: false },
    );
    expect(lint.stdout.split('\n').filter(Boolean)).toEqual([]);
    expect(lint.exitCode).toBe(0);
  },
);
