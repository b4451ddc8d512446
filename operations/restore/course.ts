import type { DrillStep } from '../../functions/domain/drill/drill-state.ts';

/** The course of a command that files itself as a drill: its steps with their times, said as they go. */
export function makeCourse(say: (line: string) => void) {
  const startedAt = new Date().toISOString();
  const steps: DrillStep[] = [];
  return {
    say,
    async step<T>(name: string, work: () => Promise<T>): Promise<T> {
      const begun = new Date().toISOString();
      say(`▸ ${name}`);
      const done = await work();
      steps.push({ name, startedAt: begun, endedAt: new Date().toISOString(), ok: true });
      return done;
    },
    /** What `fileDrill` is told; where the verdict is no, the last comparison is the step that failed. */
    end(passed: boolean) {
      return {
        startedAt,
        endedAt: new Date().toISOString(),
        steps: steps.map((step) => (step.name === 'compare' ? { ...step, ok: passed } : step)),
      };
    },
    seconds: () => Math.round((Date.now() - Date.parse(startedAt)) / 100) / 10,
  };
}
