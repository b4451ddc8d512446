import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { fault } from './fault.ts';

/** The outputs of all stacks in one map. */
export type Outputs = Readonly<Record<string, string>>;

const fileShape = z.record(z.string(), z.record(z.string(), z.string()));

export async function readOutputs(file: string): Promise<Outputs> {
  const stacks = fileShape.parse(JSON.parse(await readFile(file, 'utf8')));
  return Object.assign({}, ...Object.values(stacks));
}

export function outputOf(outputs: Outputs, name: string): string {
  const value = outputs[name];
  if (value === undefined)
    throw fault(`The deployed stacks have no output ${name}: deploy again after \`npm run reset\`.`);
  return value;
}
