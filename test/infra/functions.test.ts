import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { ENVIRONMENT } from '../../functions/environment.ts';
import { deployedFunctions } from '../../infra/bundle/bundle.ts';
import { FUNCTIONS, POOL_TRIGGERS } from '../../infra/function-entries.ts';
import { bundlesIn, commandsOf } from '../support/bundles.ts';
import { permissionsOf, synthesized } from './support/stage.ts';

const local = synthesized('local');
const dev = synthesized('dev');
const prod = synthesized('prod');
const bundles = join(inject('synthesized'), 'functions');
const bundleOf = (folder: string) => join(bundles, folder.replace('/', '-'), 'index.mjs');
const folders = Object.keys(FUNCTIONS);

const deployed = (stage: typeof dev) =>
  new Map(
    stage.all('AWS::Lambda::Function').flatMap(({ is, stack }) => {
      const folder: string | undefined = is.Environment?.Variables.POWERTOOLS_SERVICE_NAME;
      return folder === undefined ? [] : [[folder, { is, stack }] as const];
    }),
  );

test('every folder of functions is deployed, and nothing else', () => {
  expect(folders.toSorted()).toEqual([...deployedFunctions()].toSorted());
  for (const stage of [local, dev, prod]) {
    expect([...deployed(stage).keys()].toSorted()).toEqual(folders.toSorted());
  }
});

test('the triggers of the customers’ pool stand beside it, all others in the stack that may go at any time', () => {
  const triggers: readonly string[] = POOL_TRIGGERS;
  for (const [folder, { stack }] of deployed(prod)) {
    expect([folder, stack]).toEqual([folder, triggers.includes(folder) ? 'data' : 'service']);
  }
});

describe.each(folders)('%s', (folder) => {
  /** `configured("recordsTable")`, as the bundle has it: what the function asks for at its start or later. */
  const asked = Object.entries(ENVIRONMENT)
    .filter(([name]) => new RegExp(`\\w\\("${name}"\\)`).test(readFileSync(bundleOf(folder), 'utf8')))
    .map(([, variable]) => variable)
    // Lambda tells each function its region itself; the stage is told to all.
    .filter((variable) => variable !== ENVIRONMENT.region && variable !== ENVIRONMENT.stage);

  test('is told exactly what it asks for', () => {
    for (const stage of [local, dev, prod]) {
      const {
        POWERTOOLS_SERVICE_NAME,
        [ENVIRONMENT.stage]: name,
        ...told
      } = deployed(stage).get(folder)?.is.Environment.Variables ?? {};
      expect([POWERTOOLS_SERVICE_NAME, name]).toEqual([folder, stage.name]);
      expect(Object.keys(told).toSorted()).toEqual(asked.toSorted());
    }
  });

  test('runs on Node 24, traced, with its own log group, in JSON', () => {
    for (const stage of [local, dev, prod]) {
      const { Runtime, Architectures, LoggingConfig, Handler, TracingConfig } =
        deployed(stage).get(folder)?.is ?? {};
      const x86 = folder === 'workflow/make-certificate';
      expect({ Runtime, Architectures, Handler }).toEqual({
        Runtime: 'nodejs24.x',
        Architectures: [x86 ? 'x86_64' : 'arm64'],
        Handler: 'index.handler',
      });
      expect(TracingConfig).toEqual({ Mode: 'Active' });
      expect(LoggingConfig).toEqual({ LogFormat: 'JSON', LogGroup: `/banli/${stage.name}/${folder}` });
      const groups = stage.all('AWS::Logs::LogGroup').map(({ is }) => is.LogGroupName);
      expect(groups).toContain(LoggingConfig.LogGroup);
    }
  });
});

test('an answer of the API comes before the gateway gives up; a trigger’s before the pool does', () => {
  for (const [folder, { is }] of deployed(prod)) {
    if (folder.startsWith('api/')) expect(is.Timeout).toBeLessThan(30);
    if (POOL_TRIGGERS.some((trigger) => trigger === folder)) expect(is.Timeout).toBeLessThanOrEqual(5);
  }
});

describe('bundles', () => {
  const made = bundlesIn(bundles);

  /** The service an action is of, and the client that calls it. */
  const CLIENTS: Readonly<Record<string, string>> = {
    dynamodb: 'dynamodb',
    kms: 'kms',
    s3: 's3',
    ses: 'ses',
    sns: 'sns',
    sqs: 'sqs',
    states: 'sfn',
    events: 'eventbridge',
    cloudwatch: 'cloudwatch',
    backup: 'backup',
    'cognito-idp': 'cognito-identity-provider',
  };

  test.each(folders)('%s carries no client that it may not use', (folder) => {
    const statements = permissionsOf(dev).get(folder) ?? [];
    const granted = statements.flatMap(({ Action }) =>
      Action.map((action) => CLIENTS[action.split(':')[0] ?? '']),
    );
    const usable = new Set(granted);
    // Signing in is nobody's right: the pool asks for no permission.
    if (folder === 'api/staff-sign-in') usable.add('cognito-identity-provider');
    expect(made.get(folder)?.clients.difference(usable)).toEqual(new Set());
  });

  test.each([...made])('%s carries no client that it does not call', (_, bundle) => {
    for (const client of bundle.clients)
      expect([client, commandsOf(bundle, client)]).not.toEqual([client, []]);
  });

  test('only the function that prints carries the printer, with fonts, native part and licence beside it', () => {
    const printing = folders.filter((folder) =>
      readFileSync(bundleOf(folder), 'utf8').includes('typst-ts-node'),
    );
    expect(printing).toEqual(['workflow/make-certificate']);
    const beside = join(bundles, 'workflow-make-certificate');
    const compiler = 'node_modules/@myriaddreamin/typst-ts-node-compiler';
    expect(readFileSync(join(beside, 'fonts/OFL.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE');
    expect(readFileSync(join(beside, compiler, 'LICENSE'), 'utf8')).toContain('Apache License');
    const native = `${compiler}-linux-x64-gnu/typst-ts-node-compiler.linux-x64-gnu.node`;
    expect(readFileSync(join(beside, native)).subarray(1, 4).toString()).toBe('ELF');
  });

  test('no function carries all of zod, whose languages alone are 350 KB', () => {
    const whole = [...made].filter(([, { inputs }]) =>
      [...inputs.keys()].some((input) => input.includes('zod/v4/classic')),
    );
    expect(whole.map(([name]) => name)).toEqual([]);
  });
});
