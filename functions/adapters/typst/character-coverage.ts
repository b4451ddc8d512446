import { closeSync, openSync, readSync } from 'node:fs';

const TABLE_RECORD_BYTES = 16;
const GROUP_BYTES = 12;

/** Every code point a TrueType font file has a glyph for: its `cmap` table in format 12 (OpenType spec, "cmap"). */
export function codePointsOf(fontFile: string): ReadonlySet<number> {
  const cmap = readTable(fontFile, 'cmap');
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, n) => cmap.readUInt32BE(8 + 8 * n));
  const whole = subtables.find((offset) => cmap.readUInt16BE(offset) === 12);
  if (whole === undefined) throw new Error(`${fontFile} has no character map of the whole of Unicode`);
  const codePoints = new Set<number>();
  const groups = cmap.readUInt32BE(whole + 12);
  for (let group = 0; group < groups; group++) {
    const at = whole + 16 + GROUP_BYTES * group;
    const last = cmap.readUInt32BE(at + 4);
    for (let codePoint = cmap.readUInt32BE(at); codePoint <= last; codePoint++) codePoints.add(codePoint);
  }
  return codePoints;
}

/** The characters of these texts for which no family has a glyph in all its weights; spaces and marks that print nothing aside. */
export function charactersMissingIn(
  families: readonly (readonly ReadonlySet<number>[])[],
  texts: readonly string[],
): readonly string[] {
  const characters = new Set(texts.flatMap((text) => [...text]));
  return [...characters].filter((character) => {
    if (/^[\s\p{Default_Ignorable_Code_Point}]$/u.test(character)) return false;
    const codePoint = character.codePointAt(0) ?? 0;
    return !families.some((weights) => weights.every((weight) => weight.has(codePoint)));
  });
}

/** Reads one table only: the files are 7 to 10 MB, and Typst maps them itself. */
function readTable(fontFile: string, tag: string): Buffer {
  const file = openSync(fontFile, 'r');
  try {
    const tables = read(file, 4, 2).readUInt16BE(0);
    const directory = read(file, 12, TABLE_RECORD_BYTES * tables);
    const at = Array.from({ length: tables }, (_, n) => TABLE_RECORD_BYTES * n).find(
      (offset) => directory.toString('latin1', offset, offset + 4) === tag,
    );
    if (at === undefined) throw new Error(`${fontFile} has no table ${tag}`);
    return read(file, directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12));
  } finally {
    closeSync(file);
  }
}

function read(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  readSync(file, buffer, 0, length, position);
  return buffer;
}
