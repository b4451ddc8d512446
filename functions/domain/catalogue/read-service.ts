import { type Service, service } from './service.ts';

/** A service file as the catalogue holds it; throws on what the published schema refuses. */
export function readService(file: unknown): Service {
  return service.parse(contentOf(file));
}

/** The file without the line that tells editors its schema. */
export function contentOf(file: unknown): unknown {
  if (typeof file !== 'object' || file === null) return file;
  const { $schema: _editor, ...content }: { $schema?: unknown } = file;
  return content;
}
