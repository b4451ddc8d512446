/** Something the person at the keyboard can put right; the message says in one line how. */
export function fault(advice: string): Error {
  return Object.assign(new Error(advice), { name: 'Fault' });
}

export function isFault(error: unknown): error is Error {
  return error instanceof Error && error.name === 'Fault';
}

/** Prints advice as one line, and anything unexpected in full. */
export function report(error: unknown): void {
  if (isFault(error)) console.error(`✖ ${error.message}`);
  else console.error(error);
}
