import type { Page } from '@playwright/test';
import type { ConnectedCloud } from '../integration/support/connect.ts';
import { StaffSignIn } from './pages/staff-sign-in.ts';
import { expect, expectAccessible, test } from './support/fixture.ts';
import { PROVIDER_NAME, withOwnProvider } from './support/own-provider.ts';

const provider: { close?: () => void } = {};

/** At the sign-in page, on the way to a page of the desk. */
async function setup(page: Page, cloud: ConnectedCloud, portalUrl?: string) {
  provider.close = (await withOwnProvider(page, cloud, portalUrl)).close;
  const { say } = new StaffSignIn(page);
  const name = PROVIDER_NAME['zh-Hant'];
  const button = page.getByRole('button', { name: say('sign-in.provider.go', { name }) });
  await page.goto('/desk/search');
  return {
    say,
    button,
    heading: (id: string) => page.getByRole('heading', { level: 1, name: say(id), exact: true }),
    /** Over to the provider's page, and back with what it says. */
    async visit(account: string, act: 'Sign in' | 'Cancel' = 'Sign in') {
      await button.click();
      await page.getByLabel('Account').fill(account);
      await page.getByRole('button', { name: act }).click();
    },
  };
}

const keptIn = (page: Page) => page.evaluate(() => ({ ...sessionStorage, ...localStorage }));

test.afterEach(() => provider.close?.());

test('[R33] a colleague signs in at their organisation’s provider and comes back to where they wanted, with no code in the address or its history', async ({
  page,
  cloud,
  baseURL,
}) => {
  const { button, visit, heading, say } = await setup(page, cloud, baseURL);
  await expect(button).toBeVisible();
  await expect(page.getByLabel(say('sign-in.password'), { exact: true })).toHaveCount(0);
  await expectAccessible(page);
  await visit('officer');
  await expect(heading('search.title')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/desk/search');
  expect(Object.keys(await keptIn(page)).filter((key) => /sign-in|left/.test(key))).toEqual([]);
  await page.goBack();
  expect(page.url()).not.toMatch(/[?&]code=/);
});

test('who cancels there is told so, and may begin again', async ({ page, cloud, baseURL }) => {
  const { visit, heading, say, button } = await setup(page, cloud, baseURL);
  await visit('officer', 'Cancel');
  await expect(heading('problem.sign-in-cancelled')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: say('problem.again') }).click();
  await expect(button).toBeVisible();
});

test('[R28] whom the provider knows and the hall does not is no colleague, and is not signed in', async ({
  page,
  cloud,
  baseURL,
}) => {
  const { visit, heading, say } = await setup(page, cloud, baseURL);
  await visit('stranger');
  await expect(heading('refusal.not-a-colleague')).toBeVisible();
  await expect(page.getByRole('button', { name: say('nav.sign-out') })).toHaveCount(0);
  expect(Object.keys(await keptIn(page))).not.toContain('banli.session.staff');
});

test('[R29] an answer of the provider is good for the tab that asked, and once', async ({
  page,
  cloud,
  baseURL,
}) => {
  const { button, visit, heading } = await setup(page, cloud, baseURL);
  const returned = page.waitForRequest(/sign-in\/return\?/);
  await visit('officer');
  await expect(heading('search.title')).toBeVisible();
  const address = (await returned).url();
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(address);
  await expect(heading('problem.sign-in-not-begun')).toBeVisible();
  // Begun anew in this tab, and answered with what belonged to the one before.
  await page.goto('/desk/sign-in');
  await button.click();
  await page.getByLabel('Account').waitFor();
  await page.goto(address);
  await expect(heading('refusal.not-signed-in')).toBeVisible();
});
