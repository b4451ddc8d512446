import { extname } from 'node:path';

/** One file of the built portal, by its path below the portal's address, as `assets/staff-1a2b.js`. */
export interface PortalFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Named by the hash of what is in it: the same name never means another content. */
export function isNamedByContent(name: string): boolean {
  return name.startsWith('assets/');
}

/** How a file is served, by the edge and by the local portal alike. */
export function headersOf(name: string): { readonly contentType: string; readonly cacheControl: string } {
  return {
    contentType: TYPES[extname(name)] ?? 'application/octet-stream',
    cacheControl: isNamedByContent(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}
