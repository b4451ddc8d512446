import type { Browser, Page } from '@playwright/test';
import { readMark } from '../../local/marks.ts';
import { LOCAL_PASSWORD } from '../../local/seed/colleagues.ts';
import { ACCOUNTS_MARK } from '../../local/seed/steps.ts';
import type { ConnectedCloud } from '../integration/support/connect.ts';
import { oldCase } from '../integration/support/old-case.ts';
import { StaffSignIn } from './pages/staff-sign-in.ts';
import { staffWords } from './pages/staff-words.ts';
import { expect, expectAccessible, test } from './support/fixture.ts';

const say = staffWords('zh-Hant');

/** A colleague at the archive's page, in a window of their own. */
async function atArchive(
  browser: Browser,
  cloud: ConnectedCloud,
  username: string,
  baseURL = '',
): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'zh-TW', baseURL })).newPage();
  const secrets: Record<string, string> = JSON.parse(
    (await readMark(cloud.clients.documents, ACCOUNTS_MARK)) ?? '{}',
  );
  const signIn = new StaffSignIn(page);
  await signIn.open();
  await signIn.signIn({ username, password: LOCAL_PASSWORD, secret: secrets[username] ?? '' });
  await page.getByRole('link', { name: say('nav.archive') }).click();
  await page.getByRole('heading', { name: say('archive.title') }).waitFor();
  return page;
}

test('[6.4.2] a list is drafted, reviewed and approved on three people’s pages, each asked whether they mean it', async ({
  browser,
  cloud,
  baseURL,
}) => {
  await oldCase(cloud);
  const author = await atArchive(browser, cloud, 'counter', baseURL);
  await author.getByRole('button', { name: say('archive.draft') }).click();
  await expect(author.getByRole('alert')).toBeFocused();
  await author.getByRole('checkbox').first().check();
  await author.getByLabel(say('archive.draft.appraisal')).fill('保管期滿，無續存價值');
  await expectAccessible(author);
  await author.getByRole('button', { name: say('archive.draft') }).click();
  await author.getByText(say('list.drafted')).first().waitFor();
  const address = new URL(author.url()).pathname;
  const reviewer = await atArchive(browser, cloud, 'supervisor', baseURL);
  await reviewer.goto(address);
  await reviewer.getByRole('button', { name: say('list.act.review') }).click();
  await reviewer
    .getByRole('button', { name: say('list.act.review') })
    .last()
    .click();
  await expect(reviewer.getByText(say('list.act.review.missing'))).toBeVisible();
  await reviewer.getByRole('checkbox').check();
  await reviewer
    .getByRole('button', { name: say('list.act.review') })
    .last()
    .click();
  await reviewer.getByText(say('list.reviewed')).first().waitFor();
  const archivist = await atArchive(browser, cloud, 'archivist', baseURL);
  await archivist.goto(address);
  await archivist.getByRole('button', { name: say('list.act.approve') }).click();
  await archivist.getByRole('checkbox').check();
  await expectAccessible(archivist);
  await archivist
    .getByRole('button', { name: say('list.act.approve') })
    .last()
    .click();
  await expect(archivist.getByText('npm run destroy')).toBeVisible();
});

test('[6.4.2] filed papers are read under a watermark, after a reason, and nothing offers to save them', async ({
  browser,
  cloud,
  baseURL,
}) => {
  const caseId = await oldCase(cloud);
  const archivist = await atArchive(browser, cloud, 'archivist', baseURL);
  await archivist.goto(`/desk/archive/cases/${caseId}`);
  await archivist.getByRole('button', { name: say('archive.papers.open') }).click();
  await expect(archivist.getByText(say('archive.papers.reason.short'))).toBeVisible();
  await archivist.getByLabel(say('archive.papers.reason')).fill('覆核申請人查詢');
  await archivist.getByRole('button', { name: say('archive.papers.open') }).click();
  await expect(archivist.getByText('version 1')).toBeVisible();
  await expect(archivist.getByText(/浮水印：/)).toBeVisible();
  await expect(archivist.locator('a[download], a[href^="blob:"]')).toHaveCount(0);
  await expectAccessible(archivist);
});
