import * as z from 'zod/mini';
import { service } from '../functions/domain/catalogue/service.ts';

/** A service file: what the catalogue holds, and the line by which editors find the schema. */
const serviceFile = z.strictObject({ $schema: z.exactOptional(z.string()), ...service.shape });

/** The published JSON Schema (draft 2020-12) of a service file. */
export function serviceFileSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(serviceFile, { target: 'draft-2020-12', reused: 'ref' });
  return { $schema, title: 'A service of the catalogue', ...schema };
}
