import { SourceMap } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import { root } from '../local/places.ts';

const origin = z.union([
  z.object({ fileName: z.string(), lineNumber: z.int(), columnNumber: z.int() }),
  z.strictObject({}),
]);

/** Each `index.mjs:<line>:<column>` of a logged place as `<file>:<line>:<column>` of the source, by the map of its bundle. */
export function placesIn(place: string, map: string): readonly string[] {
  const source = new SourceMap(JSON.parse(map));
  const bundle = pathToFileURL(join(root, 'dist', 'functions', 'any', 'index.mjs'));
  return [...place.matchAll(/index\.mjs:(\d+):(\d+)/g)].map(([frame, line, column]) => {
    const found = origin.parse(source.findOrigin(Number(line), Number(column)));
    if (!('fileName' in found)) return `${frame} (of no source)`;
    const file = relative(root, fileURLToPath(new URL(found.fileName, bundle)));
    return `${file}:${found.lineNumber}:${found.columnNumber}`;
  });
}
