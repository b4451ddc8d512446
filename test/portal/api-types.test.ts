import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, test } from 'vitest';
import { root } from '../../local/places.ts';

test('the types the pages call the API by are those of its description', async () => {
  const made = astToString(
    await openapiTS(new URL(`file://${join(root, 'functions/http/openapi.gen.json')}`)),
  );
  const kept = readFileSync(join(root, 'portal/shared/api.gen.ts'), 'utf8');
  expect(kept.slice(kept.indexOf('export interface paths'))).toBe(
    made.slice(made.indexOf('export interface paths')),
  );
});
