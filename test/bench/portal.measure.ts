import { test } from 'vitest';
import { ACCOUNT, buildChunks, OPEN, scriptOf, weight } from '../portal/support/weight.ts';
import { type Figure, verdictOf } from './figure.ts';
import { keepFigures } from './keep.ts';

const PAGES = [
  { what: 'guide', modules: [...OPEN, 'customer/guide-page.tsx'], most: 95 },
  { what: 'tracking', modules: [...OPEN, 'customer/track-page.tsx'], most: 95 },
  { what: 'a page of the form, in all', modules: [...ACCOUNT, 'form/form-page.tsx'], most: 140 },
] as const;

test('[P10] what a customer loads', async () => {
  const chunks = await buildChunks();
  const libraries = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.includes('/react-dom/')));
  const reference = `the chunk that holds react-dom: ${weight(libraries ? [libraries] : []).toFixed(0)} KB`;
  const figures = PAGES.map(({ what, modules, most }) => {
    const kilobytes = weight(scriptOf(chunks, ...modules));
    return {
      goal: 'P10',
      what: `${what}: script and words, gzip -9`,
      measured: `${kilobytes.toFixed(0)} KB`,
      reference,
      aim: `≤ ${most} KB`,
      verdict: verdictOf(kilobytes <= most),
    } satisfies Figure;
  });
  await keepFigures('portal', figures);
});
