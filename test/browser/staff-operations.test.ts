import { CloudWatchClient, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import type { Browser, Page } from '@playwright/test';
import { settingsFor } from '../../local/aws.ts';
import { readMark } from '../../local/marks.ts';
import { LOCAL_PASSWORD } from '../../local/seed/colleagues.ts';
import { ACCOUNTS_MARK } from '../../local/seed/steps.ts';
import type { ConnectedCloud } from '../integration/support/connect.ts';
import { StaffSignIn } from './pages/staff-sign-in.ts';
import { expect, expectAccessible, test } from './support/fixture.ts';

async function signedIn(browser: Browser, cloud: ConnectedCloud, username: string, baseURL = '') {
  const page = await (await browser.newContext({ locale: 'zh-TW', baseURL })).newPage();
  const secrets: Record<string, string> = JSON.parse(
    (await readMark(cloud.clients.documents, ACCOUNTS_MARK)) ?? '{}',
  );
  const signIn = new StaffSignIn(page);
  await signIn.open();
  await signIn.signIn({ username, password: LOCAL_PASSWORD, secret: secrets[username] ?? '' });
  return page;
}

async function setAlarm(cloud: ConnectedCloud, StateValue: 'ALARM' | 'OK'): Promise<void> {
  const watch = new CloudWatchClient(settingsFor(cloud.endpoint, cloud.region));
  const AlarmName = 'banli-local-deliver-message-failed';
  await watch.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason: 'by the test' }));
  // An answer is kept for half a minute by each worker: a new one asks anew.
  cloud.killWorkers();
}

async function fitsAPhone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('[2.3.1] an alarm turns the health page and the customers’ banner, and back', async ({
  page,
  browser,
  cloud,
  baseURL,
}) => {
  const staff = await signedIn(browser, cloud, 'supervisor', baseURL);
  await setAlarm(cloud, 'ALARM');
  await staff.getByRole('link', { name: '運行管理' }).click();
  const messages = staff.getByRole('row').filter({ hasText: '郵件及短訊' });
  await expect(messages).toContainText('受影響');
  await expect(messages).toContainText('messages-in-a-dead-letter-queue');
  await expectAccessible(staff);
  await fitsAPhone(staff);
  await page.goto('/');
  const banner = page.getByRole('status').filter({ hasText: '部分服務有延誤' });
  await expect(banner).toContainText('郵件及短訊的送達時間較平常為長');
  await expectAccessible(page);
  await setAlarm(cloud, 'OK');
  await page.reload();
  await expect(banner).toHaveCount(0);
  await staff.reload();
  await expect(messages).toContainText('正常');
});

test('[8.2.1] a drill is planned, ticked and ended by keyboard alone; what it found is in the register', async ({
  browser,
  cloud,
  baseURL,
}) => {
  const page = await signedIn(browser, cloud, 'supervisor', baseURL);
  await page.goto('/desk/operations/drills');
  await expect(page.getByRole('row').filter({ hasText: 'game-day' })).toContainText('逾期');
  await page.getByLabel('主題（小寫英文代碼，例如 power-cut）').fill('power-cut');
  for (const [part, value] of [
    ['年', '2030'],
    ['月', '4'],
    ['日', '1'],
  ] as const)
    await page.getByLabel(part, { exact: true }).fill(value);
  await page.getByLabel('步驟（每行一項）').fill('通知大廳\n改用紙本表格');
  await page.getByRole('button', { name: '計劃演練' }).press('Enter');
  await expectAccessible(page);
  await fitsAPhone(page);
  await page.getByRole('link', { name: 'power-cut' }).press('Enter');
  await page.getByRole('button', { name: '立即開始' }).press('Enter');
  await page.getByRole('button', { name: '完成：通知大廳' }).press('Enter');
  const step = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(step('通知大廳')).toContainText(/\d\d:\d\d 至 \d\d:\d\d/);
  await page.getByRole('button', { name: '未成功：改用紙本表格' }).press('Enter');
  await expect(step('改用紙本表格')).toContainText(/\d\d:\d\d 至 \d\d:\d\d/);
  await page.getByLabel('發現的問題（請勿填寫個人姓名）').fill('表格是去年的版本');
  await page.getByRole('button', { name: '記錄問題' }).press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: '表格是去年的版本' })).toBeVisible();
  await page.getByRole('button', { name: '結束：通過' }).press('Enter');
  await expect(page.getByText('有步驟失敗的演練不能判定為通過')).toBeVisible();
  await page.getByRole('button', { name: '結束：未通過' }).press('Enter');
  await expect(page.getByText('已結束')).toBeVisible();
  await expectAccessible(page);
  await expect(async () => {
    await page.goto('/desk/operations/findings');
    await expect(page.getByRole('link', { name: '表格是去年的版本' })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expectAccessible(page);
  await page.getByRole('link', { name: '表格是去年的版本' }).press('Enter');
  await page.getByRole('button', { name: '由我負責' }).press('Enter');
  await expect(page.getByText('我', { exact: true })).toBeVisible();
  await page.getByLabel('理由').fill('已換成今年的表格');
  await page.getByRole('button', { name: '已修復' }).press('Enter');
  await expect(page.getByText('已換成今年的表格')).toBeVisible();
  await expectAccessible(page);
  await fitsAPhone(page);
});

test('a stage that makes no backups says so', async ({ browser, cloud, baseURL }) => {
  const page = await signedIn(browser, cloud, 'supervisor', baseURL);
  await page.goto('/desk/operations/backups');
  await expect(page.getByText('此環境不做備份')).toBeVisible();
  await expectAccessible(page);
});
