import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildMailSkeleton } from '../../functions/papers/build-mail.ts';

test('the mail skeleton in use is the one that mail.mjml makes', async () => {
  const generated = new URL('../../functions/papers/mail-skeleton.gen.ts', import.meta.url);
  expect(await readFile(generated, 'utf8')).toBe(await buildMailSkeleton());
});
