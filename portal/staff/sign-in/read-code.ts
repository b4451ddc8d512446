/** The digits of a code typed with spaces or full-width figures, or pasted. */
export function readCode(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '');
}
