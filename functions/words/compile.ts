import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

/** Compiles an ICU text; throws on one that is not well formed (Lingui's own would print it as it is). */
export function compile(message: string): CompiledMessage {
  return compileMessageOrThrow(message);
}
