import { joinedBytes } from './bytes.ts';

/** Begins the line, a comment to every reader of PDF, that carries the signature over all other bytes of the file. */
const MARK = '\n%banli ';
/** The line stands before this last keyword, so that the file's own table of places stays true. */
const BEFORE = '\nstartxref';

/** Puts the line into a file that has none. */
export function withSealLine(file: Uint8Array, jws: string): Uint8Array {
  const at = lastIndexOf(file, BEFORE);
  if (at < 0) throw new TypeError('No end of a PDF file');
  return joinedBytes(file.subarray(0, at), ascii(`${MARK}${jws}`), file.subarray(at));
}

/** The signature in the line, and the file as it was before; `undefined` where no line is. */
export function splitSealLine(file: Uint8Array): { jws: string; rest: Uint8Array } | undefined {
  const start = lastIndexOf(file, MARK);
  if (start < 0) return undefined;
  const end = file.indexOf(0x0a, start + 1);
  if (end < 0) return undefined;
  const jws = String.fromCharCode(...file.subarray(start + MARK.length, end));
  return { jws, rest: joinedBytes(file.subarray(0, start), file.subarray(end)) };
}

function lastIndexOf(file: Uint8Array, text: string): number {
  const wanted = ascii(text);
  for (let at = file.length - wanted.length; at >= 0; at -= 1) {
    if (wanted.every((byte, n) => file[at + n] === byte)) return at;
  }
  return -1;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
