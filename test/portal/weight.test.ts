import { beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT, buildChunks, type Chunks, OPEN, scriptOf as scriptIn, weight } from './support/weight.ts';

let chunks: Chunks = [];
const scriptOf = (...modules: readonly string[]) => scriptIn(chunks, ...modules);

beforeAll(async () => {
  chunks = await buildChunks();
}, 60_000);

describe('what a page weighs (gzip -9, words in it)', () => {
  test('[P10] guide and tracking are within 95 KB', () => {
    expect(weight(scriptOf(...OPEN, 'customer/guide-page.tsx'))).toBeLessThanOrEqual(95);
    expect(weight(scriptOf(...OPEN, 'customer/track-page.tsx'))).toBeLessThanOrEqual(95);
  });

  test('[P10] a page of the form is within 140 KB in all', () => {
    expect(weight(scriptOf(...ACCOUNT, 'form/form-page.tsx'))).toBeLessThanOrEqual(140);
    expect(weight(scriptOf(...ACCOUNT, 'form/documents-page.tsx'))).toBeLessThanOrEqual(140);
    expect(weight(scriptOf(...ACCOUNT, 'form/check-page.tsx'))).toBeLessThanOrEqual(140);
  });

  test('[P10] the open pages load neither TanStack Query, nor the form, nor anything of the staff', () => {
    const loaded = scriptOf(...OPEN, 'customer/guide-page.tsx', 'customer/track-page.tsx').flatMap(
      (one) => one.moduleIds,
    );
    expect(loaded.filter((id) => /tanstack|idb-keyval|cfworker|portal\/staff|words\/staff/.test(id))).toEqual(
      [],
    );
  });

  test('[P10] no page of a customer holds staff code or staff words', () => {
    const mine = chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.includes('portal/customer/')));
    const loaded = mine
      .flatMap(({ fileName }) =>
        scriptOf(
          ...chunks.filter((one) => one.fileName === fileName).flatMap((one) => one.moduleIds.slice(0, 1)),
        ),
      )
      .flatMap((one) => one.moduleIds);
    expect(loaded.filter((id) => /portal\/staff|words\/staff/.test(id))).toEqual([]);
  });
});
