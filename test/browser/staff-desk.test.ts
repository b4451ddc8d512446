import type { Browser, Page } from '@playwright/test';
import { readMark } from '../../local/marks.ts';
import { LOCAL_PASSWORD } from '../../local/seed/colleagues.ts';
import { ACCOUNTS_MARK } from '../../local/seed/steps.ts';
import type { ConnectedCloud } from '../integration/support/connect.ts';
import { givenAnswers } from '../support/given/answers.ts';
import { CustomerApplication } from './pages/customer-application.ts';
import { CustomerSignIn } from './pages/customer-sign-in.ts';
import type { StaffCasePage } from './pages/staff-case.ts';
import { StaffDesk } from './pages/staff-desk.ts';
import { StaffSignIn } from './pages/staff-sign-in.ts';
import { expect, expectAccessible, test } from './support/fixture.ts';

/** A colleague of the local hall, signed in and on duty at a window of their own. */
async function atDesk(browser: Browser, cloud: ConnectedCloud, username: string, baseURL = '') {
  const page = await (await browser.newContext({ locale: 'zh-TW', baseURL })).newPage();
  const kept = await readMark(cloud.clients.documents, ACCOUNTS_MARK);
  const secrets: Record<string, string> = JSON.parse(kept ?? '{}');
  const signIn = new StaffSignIn(page);
  await signIn.open();
  await signIn.signIn({ username, password: LOCAL_PASSWORD, secret: secrets[username] ?? '' });
  return new StaffDesk(page);
}

/** An application handed in with a paper missing; gives its number. */
async function applied(page: Page, cloud: ConnectedCloud, contact: string): Promise<string> {
  const application = new CustomerApplication(page);
  await application.start();
  await new CustomerSignIn(page, cloud).signIn({ contact, idTail: '4519' });
  await application.fillAll(givenAnswers({ email: contact }));
  await application.openDocuments();
  await application.uploadAndWait('identity');
  await application.goOn();
  await application.openCheck();
  return application.submit();
}

async function openedFrom(desk: StaffDesk, number: string): Promise<StaffCasePage> {
  await expect(async () => {
    await desk.openQueue('intake');
    await expect(desk.row(number)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  return desk.openCase(number);
}

test('[U8] a colleague who sends an empty sign-in is told what is missing, field by field', async ({
  page,
}) => {
  const signIn = new StaffSignIn(page);
  await signIn.open();
  await signIn.givePassword('', '');
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(`^${signIn.say('errors.in-title', { title: '' })}`));
  await summary.getByRole('link', { name: signIn.say('sign-in.password.missing') }).click();
  await expect(page.getByLabel(signIn.say('sign-in.password'), { exact: true })).toBeFocused();
  await expectAccessible(page);
});

test('a wrong password is refused in words, and what was typed stays', async ({ page }) => {
  const signIn = new StaffSignIn(page);
  await signIn.open();
  await signIn.givePassword('officer', 'not the password');
  await expect(page.getByText(signIn.say('refusal.wrong-password'))).toBeVisible();
  await expect(page.getByLabel(signIn.say('sign-in.username'))).toHaveValue('officer');
});

test('whoever is not signed in signs in first, and comes back to where they were going', async ({ page }) => {
  await page.goto('/desk/queues/intake');
  await page.getByRole('heading', { level: 1, name: new StaffSignIn(page).say('sign-in.title') }).waitFor();
  await expect(page).toHaveURL(/\/desk\/sign-in\?to=%2Fqueues%2Fintake/);
});

test('[R9] [U33] of two officers at once one is told, loses nothing typed, and can go on; by keyboard at 360 pixels too [U28]', async ({
  page,
  browser,
  baseURL,
  cloud,
}) => {
  test.setTimeout(180_000);
  const number = await applied(page, cloud, `two-officers-${process.pid}@example.org`);
  const first = await openedFrom(await atDesk(browser, cloud, 'officer', baseURL), number);
  const second = await openedFrom(await atDesk(browser, cloud, 'officer2', baseURL), number);
  await second.page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(second.page);
  expect(await second.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await second.command('decline').focus();
  await second.page.keyboard.press('Enter');
  const form = second.form('decline');
  await second.press('decline');
  await expect(form.getByRole('alert')).toBeFocused();
  await form.getByLabel(second.say('ground.not-eligible'), { exact: true }).press('Space');
  await form.getByLabel(second.say('field.article'), { exact: true }).fill('第三條');
  const explanation = form.getByLabel(second.say('field.explain'), { exact: true });
  await explanation.fill('申請人未滿十六周歲。');

  await first.flagAnswer('姓名', 'unclear');
  await second.press('decline');
  await expect(second.stale).toBeVisible();
  await expect(explanation).toHaveValue('申請人未滿十六周歲。');
  await expect(
    second.page.getByText(second.say('answers.flagged', { reason: second.say('reason.unclear') })),
  ).toBeVisible();
  await expectAccessible(second.page);
  await second.press('decline');
  await second.isDone('decline');
  await expect(second.status('result-ready').or(second.status('closed'))).toBeVisible();
});
