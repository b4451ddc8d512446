/** Writes functions/http/openapi.gen.json from the contract: `npm run openapi`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from './openapi-document.ts';

writeFileSync(join(import.meta.dirname, 'openapi.gen.json'), `${JSON.stringify(openApiDocument())}\n`);
