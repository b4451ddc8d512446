import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

const compiled = new Map<string, CompiledMessage>();

/** Compiles an ICU text, once a process; throws on one that is not well formed (Lingui's own would print it as it is). */
export function compile(message: string): CompiledMessage {
  const known = compiled.get(message);
  if (known !== undefined) return known;
  const made = compileMessageOrThrow(message);
  compiled.set(message, made);
  return made;
}

/** The names of all arguments of an ICU text, those inside plural and select branches too, sorted. */
export function argumentsOf(message: string): readonly string[] {
  return [...new Set(namesIn(compile(message)))].sort();
}

/** Compiled: text, `[name]`, or `[name, type, format]`, where plural and select keep a branch per case. */
function namesIn(part: unknown): string[] {
  if (!Array.isArray(part)) return [];
  return part.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return [];
    const [name, , format]: unknown[] = token;
    const branches = typeof format === 'object' && format !== null ? Object.values(format) : [];
    return [String(name), ...branches.flatMap(namesIn)];
  });
}
