import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readService } from '../functions/domain/catalogue/read-service.ts';
import { calendarDefinition } from '../functions/domain/catalogue-records/calendar-record.ts';
import { CATALOGUE, serviceDefinition } from '../functions/domain/catalogue-records/service-record.ts';
import { giveCommand } from '../functions/use-cases/record/give-command.ts';
import type { RecordKernel } from '../functions/use-cases/record/kernel.ts';

const ROOT = join(import.meta.dirname, '..');
const OPERATOR = { kind: 'system', id: 'operator' } as const;

/** Publishes every service file of the repository; a file that stands as it is published already is left alone. */
export async function publishServices(
  kernel: RecordKernel,
  stage: string,
  now: string,
): Promise<readonly string[]> {
  const files = readdirSync(join(ROOT, 'services')).filter((name) => isData(name, 'service.schema.json'));
  for (const name of files) {
    const file = readService(read('services', name));
    const key = kernel.sha256(JSON.stringify(file));
    const answer = await giveCommand(kernel, serviceDefinition, {
      id: file.id,
      command: { type: 'publish', hall: CATALOGUE.hall, file },
      actor: OPERATOR,
      key,
      now,
      reference: async () => ({ stage }),
    });
    if (!answer.done) throw new Error(`${name} may not be published: ${JSON.stringify(answer.refusal)}`);
  }
  return files;
}

/** Publishes the calendar of a hall with every published year. */
export async function publishCalendar(kernel: RecordKernel, hall: string, now: string): Promise<void> {
  const years = readdirSync(join(ROOT, 'calendars')).filter((name) => /^cn-\d{4}\.json$/.test(name));
  const own = readObject(`${hall}.json`);
  const calendar = { ...own, years: years.map((name) => read('calendars', name)) };
  const answer = await giveCommand(kernel, calendarDefinition, {
    id: hall,
    command: { type: 'publish', hall, calendar },
    actor: OPERATOR,
    key: kernel.sha256(JSON.stringify(calendar)),
    now,
    reference: async () => undefined,
  });
  if (!answer.done) throw new Error(`The calendar may not be published: ${JSON.stringify(answer.refusal)}`);
}

function isData(name: string, schema: string): boolean {
  return name.endsWith('.json') && name !== schema;
}

function read(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, folder, name), 'utf8'));
}

function readObject(name: string): object {
  const value = read('calendars', name);
  if (typeof value !== 'object' || value === null) throw new TypeError(`${name} holds no calendar`);
  return value;
}
