import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTopicCommand, ListTopicsCommand } from '@aws-sdk/client-sns';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientsFor, localRegion } from '../../../local/aws.ts';
import { startEmulator } from '../../../local/emulator.ts';
import { root } from '../../../local/places.ts';
import { freePort, isTaken, until } from '../../../local/ports.ts';

let folder: string;
let port: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banli emulator '));
  port = await freePort();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('an emulator keeps its state over a stop', async () => {
  const options = { folder, port, region: localRegion };
  const first = await startEmulator(options);
  await clientsFor(first.endpoint, localRegion).sns.send(new CreateTopicCommand({ Name: 'kept' }));
  await first.stop();
  expect(await isTaken(port)).toBe(false);
  const second = await startEmulator(options);
  const { Topics } = await clientsFor(second.endpoint, localRegion).sns.send(new ListTopicsCommand());
  await second.stop();
  expect(Topics?.map(({ TopicArn }) => TopicArn?.split(':').at(-1))).toEqual(['kept']);
});

test('an emulator ends when the process that started it is killed', async () => {
  const script = `
    import { startEmulator } from '${root}/local/emulator.ts';
    await startEmulator(${JSON.stringify({ folder, port, region: localRegion })});
    process.kill(process.pid, 'SIGKILL');`;
  const owner = await execa(process.execPath, ['--input-type=module', '--eval', script], { reject: false });
  expect(owner.signal).toBe('SIGKILL');
  expect(await until(async () => !(await isTaken(port)), 10)).toBe(true);
});

test('a second emulator over the same state is refused', async () => {
  const first = await startEmulator({ folder, port, region: localRegion });
  const second = startEmulator({ folder, port: await freePort(), region: localRegion });
  await expect(second).rejects.toThrow('already running');
  await first.stop();
});

test('a taken port is named in the advice', async () => {
  const first = await startEmulator({ folder, port, region: localRegion });
  const other = await mkdtemp(join(tmpdir(), 'banli-emulator-'));
  await expect(startEmulator({ folder: other, port, region: localRegion })).rejects.toThrow(
    `Port ${port} is taken`,
  );
  await Promise.all([first.stop(), rm(other, { recursive: true })]);
});
