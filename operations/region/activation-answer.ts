import * as z from 'zod/mini';

const progress = z.object({
  from: z.string(),
  now: z.exactOptional(z.string()),
  startedAt: z.string(),
  stepStartedAt: z.string(),
  steps: z.array(
    z.object({
      name: z.string(),
      startedAt: z.string(),
      endedAt: z.string(),
      ok: z.boolean(),
      note: z.exactOptional(z.string()),
    }),
  ),
  figures: z.record(z.string(), z.number()),
  missing: z.array(z.string()),
  drillId: z.exactOptional(z.string()),
});

const answer = z.union([
  z.object({ refused: z.enum(['already-active', 'switched-by-another']) }),
  z.object({
    done: z.boolean(),
    progress,
    waitSeconds: z.exactOptional(z.number()),
    needs: z.exactOptional(z.literal('edge')),
  }),
]);
export type ActivationSaid = z.infer<typeof answer>;

export function readAnswer(said: unknown): ActivationSaid {
  return answer.parse(said);
}

const REFUSALS = {
  'already-active': 'This region is the active one already, and nothing of an activation is left to do.',
  'switched-by-another': 'Somebody else switched at this moment: ask who, and give the command again.',
} as const;

const shown = { steps: 0 };

/** Each step once, when it has ended; at the end what it came to. */
export function report(said: ActivationSaid): void {
  if ('refused' in said) {
    console.log(`✘ ${REFUSALS[said.refused]}`);
    return;
  }
  const { steps, figures, missing, drillId, now, startedAt, stepStartedAt } = said.progress;
  for (const { name, ok, note, startedAt: from, endedAt } of steps.slice(shown.steps)) {
    const seconds = Math.round((Date.parse(endedAt) - Date.parse(from)) / 1000);
    console.log(`${ok ? '✔' : '✘'} ${name} (${seconds} s)${note === undefined ? '' : `: ${note}`}`);
  }
  shown.steps = steps.length;
  if (said.waitSeconds !== undefined) {
    console.log(`… ${now}: the other region may act for another ${said.waitSeconds} s`);
  }
  if (!said.done) return;
  const seconds = Math.round((Date.parse(stepStartedAt) - Date.parse(startedAt)) / 1000);
  console.log(`Active since ${startedAt}, all brought over in ${seconds} s. Filed as ${drillId}.`);
  console.log(
    Object.entries(figures)
      .map(([name, count]) => `  ${name}: ${count}`)
      .join('\n'),
  );
  if (missing.length > 0) {
    console.log(
      'Not arrived here (uploads were asked for again; filed papers are for a person to look after):',
    );
    for (const one of missing) console.log(`  ${one}`);
  }
}
