import { givenAnswers } from '../support/given/answers.ts';
import { CustomerApplication } from './pages/customer-application.ts';
import { CustomerSignIn } from './pages/customer-sign-in.ts';
import { expect, expectAccessible, test } from './support/fixture.ts';
import { signInColleague } from './support/officer.ts';

test('[U13] [U16] [U17] a notice is answered item by item; the case is tracked with and without an account', async ({
  page,
  cloud,
  browser,
  baseURL,
}) => {
  const application = new CustomerApplication(page);
  const { say } = application;
  await application.start();
  const contact = `notice-${process.pid}-${Date.now()}@example.org`;
  await new CustomerSignIn(page, cloud).signIn({ contact, idTail: '451X' });
  const caseId = await application.caseId();
  const answers = givenAnswers({ email: contact });
  await application.fillAll(answers);
  await application.openDocuments();
  await application.uploadAndWait('identity');
  await application.goOn();
  await application.openCheck();
  const number = await application.submit();

  const officer = await signInColleague(cloud, 'officer');
  await officer.until(caseId, ({ status, checked }) => status === 'submitted' && checked === true);
  await officer.command(caseId, 'judge-document', { documentId: 'identity', verdict: 'ok' });
  await officer.command(caseId, 'judge-document', {
    documentId: 'premises-lease',
    verdict: 'missing',
    reason: 'not-handed-in',
  });
  await page.goto(`/cases/${caseId}`);
  await expect(page.getByRole('heading', { name: say('status.submitted') })).toBeVisible();
  await expect(page.getByText(say('status.by-when'))).toBeVisible();
  await expect(page.getByText(/計滿 1 個工作日/)).toBeVisible();
  await expect(page.getByText(say('notice.answer'))).toHaveCount(0);
  await officer.command(caseId, 'send-notice', {});

  const stranger = await (
    await browser.newContext({ ...(baseURL && { baseURL }), locale: 'zh-TW' })
  ).newPage();
  await stranger.goto('/track');
  await stranger.getByLabel(say('track.number')).fill(number.toLowerCase().replace(/(.{4})/g, '$1 '));
  await stranger.getByLabel(say('id-tail')).fill('0000');
  await stranger.getByRole('button', { name: say('track.find') }).click();
  await expect(stranger.getByRole('alert')).toContainText(say('track.not-found'));
  await stranger.getByLabel(say('id-tail')).fill(String(answers.operatorId).slice(-4));
  await stranger.getByRole('button', { name: say('track.find') }).click();
  await expect(stranger.getByText(say('turn.customer'), { exact: true })).toBeVisible();
  await expect(stranger.getByText(say('status.by-when'))).toBeVisible();
  await expect(stranger.getByRole('heading', { name: say('status.why') })).toBeVisible();
  await expect(stranger.getByText(String(answers.operatorName))).toHaveCount(0);
  await expectAccessible(stranger);
  await stranger.context().close();

  await page.reload();
  await expect(page.getByRole('heading', { name: say('stuck.title') })).toBeVisible();
  await page.getByRole('link', { name: say('notice.answer') }).click();
  await application.heading(say('notice.title', { count: 1 }));
  await expectAccessible(page);
  await application.press('notice.send');
  await expect(page.getByRole('alert').first()).toBeFocused();
  await application.uploadAndWait('premises-lease', '租約.pdf');
  await application.press('notice.send');
  await expect(page.getByRole('heading', { name: say('status.submitted') })).toBeVisible();
  await page.goto(`/cases/${caseId}/answer`);
  await application.heading(say('notice.nothing'));
  await page.goto(`/cases/${caseId}/readers`);
  await expect(page.getByText(say('reader.staff')).first()).toBeVisible();
});
