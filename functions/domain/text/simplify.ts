import { TRADITIONAL_TO_SIMPLIFIED } from './simplified.gen.ts';

let table: ReadonlyMap<string, string> | undefined;

/**
 * Traditional characters as their simplified form, everything else as it is. Character by character: 髮 and 發 become
 * the same 发, which is right for finding and wrong for writing, so no person is ever shown the result.
 */
export function simplify(text: string): string {
  table ??= readTable();
  let simplified = '';
  for (const character of text) simplified += table.get(character) ?? character;
  return simplified;
}

function readTable(): ReadonlyMap<string, string> {
  const characters = [...TRADITIONAL_TO_SIMPLIFIED];
  const pairs = new Map<string, string>();
  for (let at = 0; at < characters.length; at += 2) pairs.set(characters[at] ?? '', characters[at + 1] ?? '');
  return pairs;
}
