import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLE_REPORT, deployedFunctions } from '../../infra/bundle/bundle.ts';

interface Report {
  readonly outputs: Record<
    string,
    { readonly bytes: number; readonly inputs: Record<string, { readonly bytesInOutput: number }> }
  >;
}

/** One function as it is deployed: its file, what it weighs, and what of which module is in it, in bytes. */
export interface FunctionBundle {
  readonly file: string;
  readonly kilobytes: number;
  readonly inputs: ReadonlyMap<string, number>;
  /** Clients of the SDK by the service they call. */
  readonly clients: ReadonlySet<string>;
}

/** What esbuild made of every function, by its folder. */
export function bundlesIn(folder: string): ReadonlyMap<string, FunctionBundle> {
  const report: Report = JSON.parse(readFileSync(join(folder, BUNDLE_REPORT), 'utf8'));
  const made = new Map(Object.entries(report.outputs).map(([path, one]) => [path.split('/').at(-2), one]));
  return new Map(
    deployedFunctions().map((name) => {
      const place = name.replace('/', '-');
      const { bytes = Number.NaN, inputs: parts = {} } = made.get(place) ?? {};
      const inputs = new Map(
        Object.entries(parts).flatMap(([input, { bytesInOutput }]) =>
          bytesInOutput > 0 ? [[input, bytesInOutput] as const] : [],
        ),
      );
      const clients = new Set(
        [...inputs.keys()].flatMap((input) => /@aws-sdk\/client-([\w-]+)\//.exec(input)?.[1] ?? []),
      );
      const file = join(folder, place, 'index.mjs');
      return [name, { file, kilobytes: Math.round(bytes / 1024), inputs, clients }];
    }),
  );
}

/** The commands of one client that a bundle carries: what it can call. */
export function commandsOf({ inputs }: FunctionBundle, client: string): readonly string[] {
  const command = new RegExp(`@aws-sdk/client-${client}/.*/commands/(\\w+)Command\\.js$`);
  return [...inputs.keys()].flatMap((input) => command.exec(input)?.[1] ?? []);
}
