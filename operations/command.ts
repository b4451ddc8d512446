import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** How a command was given: its options, and the words beside them. */
export interface Given {
  readonly stage: string;
  readonly region: string | undefined;
  readonly words: readonly string[];
}

/**
 * Begins an operator's command: `--help` prints the comment at its head and is all it does. From then on whatever the command
 * refuses, or a service refuses to it, ends it as one line and exit code 1; only a fault of our own keeps its stack.
 */
export function beginCommand(): Given {
  process.on('uncaughtException', end);
  const { values, positionals } = parseArgs({
    options: { stage: { type: 'string' }, region: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(helpOf(process.argv[1] ?? ''));
    process.exit(0);
  }
  return { stage: values.stage ?? '', region: values.region, words: positionals };
}

/** The word that follows another, as the arn in `role <arn>`. */
export function wordAfter(words: readonly string[], word: string): string | undefined {
  const at = words.indexOf(word);
  return at === -1 ? undefined : words[at + 1];
}

function helpOf(file: string): string {
  const [, comment = ''] = /^\/\*\*(.*?)\*\//s.exec(readFileSync(file, 'utf8')) ?? [];
  return comment.replaceAll(/^ \* ?/gm, '').trim();
}

function end(error: unknown): never {
  console.error(`✖ ${lineOf(error)}`);
  if (isFlaw(error)) console.error(error.stack);
  process.exit(1);
}

/** The SDK's errors say by their name what they are; one that tried several addresses has a code and no words. */
function lineOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return [error.name === 'Error' ? '' : error.name, error.message || code].filter(Boolean).join(': ');
}

function isFlaw(error: unknown): error is Error {
  const flaws = [TypeError, ReferenceError, RangeError, SyntaxError];
  return flaws.some((flaw) => error instanceof flaw) && !Object.hasOwn(Object(error), 'code');
}
