import type { Reporter, TestModule, TestSpecification, Vitest } from 'vitest/node';
import { writeTrace } from './trace.ts';

/** Notes, for each project that ran whole, which scenarios ran and passed. */
export default class TraceReporter implements Reporter {
  #vitest: Vitest | undefined;
  #whole = new Map<string, boolean>();

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  async onTestRunStart(specifications: readonly TestSpecification[]): Promise<void> {
    const vitest = this.#vitest;
    if (vitest === undefined) return;
    const byTitle = vitest.config.testNamePattern !== undefined;
    const all = await vitest.globTestSpecifications();
    for (const { name } of vitest.projects) {
      const files = all.filter(({ project }) => project.name === name);
      const chosen = specifications.filter(({ project }) => project.name === name);
      if (chosen.length > 0) this.#whole.set(name, !byTitle && chosen.length === files.length);
    }
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const [layer, whole] of this.#whole) {
      const own = modules.filter(({ project }) => project.name === layer);
      if (whole) writeTrace(layer, own.flatMap(passedTitles));
    }
  }
}

/** The whole path of titles: a description and its test are often one sentence. */
function passedTitles({ children }: TestModule): readonly string[] {
  return [...children.allTests('passed')].map(({ fullName }) => fullName);
}
