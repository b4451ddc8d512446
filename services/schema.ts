import * as z from 'zod/mini';
import { service } from '../functions/domain/catalogue/service.ts';

/** The published JSON Schema (draft 2020-12) of a service file. */
export function serviceFileSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(service, { target: 'draft-2020-12', reused: 'ref' });
  return { $schema, title: 'A service of the catalogue', ...schema };
}
