/** Writes services/service.schema.json from the schema the product parses service files with: one source of truth. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceFileSchema } from './schema.ts';

writeFileSync(
  join(import.meta.dirname, 'service.schema.json'),
  `${JSON.stringify(serviceFileSchema(), null, 2)}\n`,
);
