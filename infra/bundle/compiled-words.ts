/** Stands in bundles where words are compiled: those beside a bundle are already, and it carries no parser for them. */
export function compile(message: string): string {
  return message;
}
