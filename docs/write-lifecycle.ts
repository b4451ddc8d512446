/** Writes docs/lifecycle.md from the table of commands: `npm run lifecycle`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lifecycleDocument } from '../functions/domain/case/lifecycle-diagram.ts';

writeFileSync(join(import.meta.dirname, 'lifecycle.md'), lifecycleDocument());
