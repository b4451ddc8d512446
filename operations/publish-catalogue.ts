import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readService } from '../functions/domain/catalogue/read-service.ts';
import { calendarDefinition } from '../functions/domain/catalogue-records/calendar-record.ts';
import { CATALOGUE, serviceDefinition } from '../functions/domain/catalogue-records/service-record.ts';
import { hallCalendar } from '../functions/domain/clock/calendar.ts';
import { giveCommand } from '../functions/use-cases/record/give-command.ts';
import type { RecordKernel } from '../functions/use-cases/record/kernel.ts';
import { loadRecord } from '../functions/use-cases/record/load-record.ts';

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
    const standing = await loadRecord(kernel, serviceDefinition, file.id);
    if (isDeepStrictEqual(standing?.version.state, file)) continue;
    const answer = await giveCommand(kernel, serviceDefinition, {
      id: file.id,
      command: { type: 'publish', hall: CATALOGUE.hall, file },
      actor: OPERATOR,
      key: keyAfter(kernel, standing, file),
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
  const calendar = hallCalendar.parse({ ...own, years: years.map((name) => read('calendars', name)) });
  const standing = await loadRecord(kernel, calendarDefinition, hall);
  if (isDeepStrictEqual(standing?.version.state, calendar)) return;
  const answer = await giveCommand(kernel, calendarDefinition, {
    id: hall,
    command: { type: 'publish', hall, calendar },
    actor: OPERATOR,
    key: keyAfter(kernel, standing, calendar),
    now,
    reference: async () => undefined,
  });
  if (!answer.done) throw new Error(`The calendar may not be published: ${JSON.stringify(answer.refusal)}`);
}

/** Names the version it follows: what stood there before may be published again, as when a closure is called off. */
function keyAfter(
  kernel: RecordKernel,
  standing: { readonly version: { readonly version: number } } | undefined,
  content: unknown,
): string {
  return kernel.sha256(`${standing?.version.version ?? 0}/${JSON.stringify(content)}`);
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
