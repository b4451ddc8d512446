import type { BrowserContext } from '@playwright/test';
import { readMark } from '../../local/marks.ts';
import { LOCAL_PASSWORD } from '../../local/seed/colleagues.ts';
import { ACCOUNTS_MARK } from '../../local/seed/steps.ts';
import { type ConnectedCloud, eventually } from '../integration/support/connect.ts';
import { givenAnswers } from '../support/given/answers.ts';
import { CustomerApplication } from './pages/customer-application.ts';
import { CustomerSignIn } from './pages/customer-sign-in.ts';
import type { StaffCasePage } from './pages/staff-case.ts';
import { type QueueName, StaffDesk } from './pages/staff-desk.ts';
import { codeOf, StaffSignIn } from './pages/staff-sign-in.ts';
import { expect, expectAccessible, test } from './support/fixture.ts';

const applicant = { contact: 'journey@example.org', idTail: '4519' };
const answers = givenAnswers({ email: applicant.contact });

type Open = () => Promise<BrowserContext>;

/** A colleague at a desk of their own. */
async function colleague(open: Open, cloud: ConnectedCloud, username: string) {
  const page = await (await open()).newPage();
  page.setDefaultTimeout(20_000);
  const secrets: Record<string, string> = JSON.parse(
    (await readMark(cloud.clients.documents, ACCOUNTS_MARK)) ?? '{}',
  );
  const who = { username, password: LOCAL_PASSWORD, secret: secrets[username] ?? '' };
  const signIn = new StaffSignIn(page);
  await signIn.open();
  await signIn.signIn(who);
  const desk = new StaffDesk(page);
  /** Opens the case from a list, once it stands on it. */
  const openFrom = async (queue: QueueName, number: string): Promise<StaffCasePage> => {
    await expect(async () => {
      await desk.openQueue(queue);
      await expect(desk.row(number)).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 40_000 });
    return desk.openCase(number);
  };
  return { page, who, desk, openFrom };
}

test('[3.2.1] [3.2.2] [3.4.1] [3.5.1] [3.6.1] [3.7.1] [3.7.2] one application all the way, in a browser', async ({
  page,
  browser,
  baseURL,
  cloud,
}) => {
  test.setTimeout(420_000);
  page.setDefaultTimeout(20_000);
  const open: Open = () => browser.newContext({ locale: 'zh-TW', ...(baseURL && { baseURL }) });
  const application = new CustomerApplication(page);
  const { service } = application;

  await application.start();
  await new CustomerSignIn(page, cloud).signIn(applicant);
  await application.fillAll(answers);
  await application.openDocuments();
  await application.uploadAndWait('identity');
  await application.goOn();
  await application.openCheck();
  await expectAccessible(page);
  const number = await application.submit();
  expect(number).toMatch(/^BL/);
  await expectAccessible(page);

  const officer = await colleague(open, cloud, 'officer');
  let atDesk = await officer.openFrom('intake', number);
  await expectAccessible(officer.page);
  const name = (id: string) => service.documents.find((one) => one.id === id)?.name['zh-Hant'] ?? id;
  await atDesk.documentInOrder(name('identity'));
  await atDesk.documentNotInOrder(name('premises-lease'), { verdict: 'missing', reason: 'not-handed-in' });
  await atDesk.give('send-notice');

  const notice = await eventually('the notice', async () =>
    (await cloud.sentTo(applicant.contact)).find(({ subject }) => subject.includes('補正')),
  );
  expect(notice.text).toContain(name('premises-lease'));
  await page.goto(`/cases`);
  await page
    .getByRole('link', { name: new RegExp(service.names['zh-Hant']) })
    .first()
    .click();
  await page
    .getByRole('main')
    .getByRole('link', { name: application.say('notice.answer') })
    .first()
    .click();
  await application.uploadAndWait('premises-lease');
  await application.press('notice.send');

  atDesk = await officer.openFrom('intake', number);
  await atDesk.documentInOrder(name('premises-lease'));
  await atDesk.confirmIdentity();
  await atDesk.give('accept');

  const reviewers = [
    await colleague(open, cloud, 'reviewer'),
    await colleague(open, cloud, 'reviewer2'),
    await colleague(open, cloud, 'everything'),
  ];
  const reviewer = await eventually(
    'the case on a reviewer’s desk',
    async () => {
      for (const one of reviewers) {
        await one.desk.openQueue('mine');
        if (await one.desk.row(number).isVisible()) return one;
      }
      return undefined;
    },
    40,
  );
  const underReview = await reviewer.desk.openCase(number);
  for (const { text } of service.reviewChecklist) await underReview.lineMet(text['zh-Hant']);
  await underReview.signOpinion('符合規定，建議核准。', {
    password: reviewer.who.password,
    code: codeOf(reviewer.who.secret),
  });

  const approver = await colleague(open, cloud, 'approver');
  await (await approver.openFrom('approval', number)).grant();
  const issuer = await colleague(open, cloud, 'issuer');
  const making = await issuer.openFrom('making', number);
  await expect(async () => {
    await issuer.page.reload();
    await expect(making.command('complete-step')).toBeEnabled({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  await making.give('complete-step');
  const counter = await colleague(open, cloud, 'counter');
  await (await counter.openFrom('issuing', number)).give('complete-step');

  // A message whose worker died comes back when its queue's visibility time-out is over, after 180 s: that is no loss.
  const result = await eventually(
    'the result by mail',
    async () => (await cloud.sentTo(applicant.contact)).find(({ subject }) => subject.includes('結果')),
    200,
  );
  expect(result.subject).not.toContain('王');
  const texts = await cloud.sentTo('+8613900000001');
  for (const { way, text } of texts) if (way === 'sms') expect(text.length).toBeLessThanOrEqual(70);
  const atCounter = await counter.openFrom('counter', number);
  await atCounter.handOver();
  await expect(async () => {
    await counter.page.reload();
    await expect(atCounter.status('archived')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  await page.goto('/cases');
  await expect(page.getByText('申請已核准')).toBeVisible();
});
