import * as z from 'zod/mini';
import { type Service, service } from './service.ts';

/** A service file as the catalogue holds it; throws on what the published schema refuses. */
export function readService(file: unknown): Service {
  const { $schema: _editor, ...content } = z.record(z.string(), z.unknown()).parse(file);
  return service.parse(content);
}
