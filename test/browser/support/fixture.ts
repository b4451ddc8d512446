import { test as base, expect } from '@playwright/test';
import type { TestCloud } from '../../../local/test-cloud.ts';
import { type ConnectedCloud, connect } from '../../integration/support/connect.ts';

const described: TestCloud = JSON.parse(process.env.BANLI_TEST_CLOUD ?? '{}');

/** `page.goto('/')` is the portal's first page; `cloud` reads the outbox and the rest. */
export const test = base.extend<{ cloud: ConnectedCloud }>({
  baseURL: described.portalUrl,
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of this pattern.
  cloud: async ({}, use) => use(connect(described)),
});

export { expect };
