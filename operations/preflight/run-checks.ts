import type { Check } from './check.ts';
import type { World } from './world.ts';

export interface Checked {
  readonly name: string;
  readonly state: 'ok' | 'missing' | 'unknown';
  readonly found: string;
  readonly todo: string;
}

/** All of them, one after another: what could not be asked is unknown, and never taken for ok. */
export async function runChecks(checks: readonly Check[], world: World): Promise<readonly Checked[]> {
  const checked: Checked[] = [];
  for (const { name, ask } of checks) {
    try {
      const { ok, found, todo } = await ask(world);
      checked.push({ name, found, todo, state: ok ? 'ok' : 'missing' });
    } catch (error) {
      const why = error instanceof Error ? `${error.name} ${error.message}`.slice(0, 160) : 'no answer';
      checked.push({
        name,
        state: 'unknown',
        found: why,
        todo: 'Ask again with credentials that may read this.',
      });
    }
  }
  return checked;
}

const MARK = { ok: '✔', missing: '✖', unknown: '?' } as const;

export function linesOf({ name, state, found, todo }: Checked): readonly string[] {
  return [`${MARK[state]} ${name}: ${found}`, ...(state === 'ok' ? [] : [`    → ${todo}`])];
}
