import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { localPath } from '../../local/places.ts';

/** The layers whose tests carry scenarios, in the order in which they are told. */
export const TRACED_LAYERS = ['unit', 'faults', 'infra', 'integration', 'region', 'browser'] as const;
export type TracedLayer = (typeof TRACED_LAYERS)[number];

/** A test that ran and passed, and what it says it proves. */
export interface Scenario {
  readonly ids: readonly string[];
  readonly title: string;
}

const shape = z.array(z.object({ ids: z.array(z.string()), title: z.string() }));

/** `[3.2.2]`, `[1.2]`, `[R7]`, `[U18]`: ids of clauses and promises, wherever they stand in a title. */
const ID = /\[(\d(?:\.\d){1,2}|[RU]\d{1,2})\]/g;

/** What a title says it proves; `undefined` when it names nothing. Seeds that a runner adds are no part of it. */
export function scenarioOf(title: string): Scenario | undefined {
  const ids = [...title.matchAll(ID)].flatMap(([, id]) => (id === undefined ? [] : [id]));
  if (ids.length === 0) return undefined;
  const words = title
    .replace(ID, '')
    .replaceAll(' > ', ', ')
    .replace(/\(with seed=-?\d+\)/, '');
  return { ids: [...new Set(ids)], title: words.replace(/\s+/g, ' ').trim() };
}

/** For whole runs only: one of some files or titles says nothing of the others, and changes nothing here. */
export function writeTrace(layer: string, titles: readonly string[]): void {
  const scenarios = titles.map(scenarioOf).filter((scenario) => scenario !== undefined);
  mkdirSync(localPath('trace'), { recursive: true });
  writeFileSync(traceFile(layer), JSON.stringify(scenarios, null, 1));
}

/** What a layer's last whole run has shown; `undefined` when it has not run since the last `npm test` began. */
export function readTrace(layer: TracedLayer): readonly Scenario[] | undefined {
  try {
    return z.parse(shape, JSON.parse(readFileSync(traceFile(layer), 'utf8')));
  } catch {
    return undefined;
  }
}

function traceFile(layer: string): string {
  return localPath('trace', `${layer}.json`);
}
