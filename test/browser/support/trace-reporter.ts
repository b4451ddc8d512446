import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { writeTrace } from '../../policy/trace.ts';

/** Whatever else is said on the command line chooses some tests. */
const WHOLE_RUN = /^(test|--config(=.*)?|--pass-with-no-tests|--reporter(=.*)?|.*playwright\.config\.ts)$/;

/** Notes which scenarios ran and passed in the browser, when all of them ran. */
export default class TraceReporter implements Reporter {
  readonly #titles: string[] = [];

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === 'passed' && test.outcome() === 'expected') this.#titles.push(pathOf(test));
  }

  onEnd(): void {
    if (process.argv.slice(2).every((word) => WHOLE_RUN.test(word))) writeTrace('browser', this.#titles);
  }
}

/** From the outermost description on: project and file come before it. */
function pathOf(test: TestCase): string {
  return test.titlePath().slice(3).join(' > ');
}
