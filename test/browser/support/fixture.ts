import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import type { TestCloud } from '../../../local/test-cloud.ts';
import { type ConnectedCloud, connect } from '../../integration/support/connect.ts';

const described: TestCloud = JSON.parse(process.env.BANLI_TEST_CLOUD ?? '{}');

/**
 * `page.goto('/')` is the portal's first page; `cloud` reads the outbox and the rest. A test in which a page threw, or
 * wanted more than the content security policy allows, has failed whatever else it saw.
 */
export const test = base.extend<{ cloud: ConnectedCloud }>({
  baseURL: described.portalUrl,
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of this pattern.
  cloud: async ({}, use) => use(connect(described)),
  context: async ({ context }, use) => {
    await connect(described).forgetLimits();
    const faults: string[] = [];
    context.on('weberror', (fault) => faults.push(fault.error().message));
    context.on('console', (line) => {
      if (line.type() === 'error' && line.text().includes('Content Security Policy'))
        faults.push(line.text());
    });
    await use(context);
    expect(faults).toEqual([]);
  },
});

/** Fails with what axe found on the page as it is now, in WCAG 2.2 A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

export { expect };
