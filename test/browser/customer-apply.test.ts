import { givenAnswers } from '../support/given/answers.ts';
import { CustomerApplication } from './pages/customer-application.ts';
import { CustomerSignIn } from './pages/customer-sign-in.ts';
import { expect, expectAccessible, test } from './support/fixture.ts';

const answers = givenAnswers({ email: '' });
let people = 0;

/** Everybody here is somebody else: sign-in codes are limited by contact. */
function someone() {
  people += 1;
  return { contact: `apply-${process.pid}-${Date.now()}-${people}@example.org`, idTail: '451X' };
}

test.describe('applying', () => {
  test('[U4] [U5] [U7] [U11] [U13] from the guide to the receipt, with one paper missing, and "back" sends nothing twice', async ({
    page,
    cloud,
  }) => {
    const application = new CustomerApplication(page);
    await application.start();
    await new CustomerSignIn(page, cloud).signIn(someone());
    const caseId = await application.caseId();
    await expect(application.task(application.say('documents.title'))).toContainText(
      application.say('task.cannot-start-yet'),
    );
    await expect(page.getByRole('link', { name: application.say('tasks.check') })).toHaveCount(0);
    await expectAccessible(page);

    await application.fillAll({ ...answers, operatorName: '𠮷田·王小明' });
    const done = application.task(application.title('operator'));
    await expect(done).toContainText(application.say('task.completed'));
    await application.openDocuments();
    await application.uploadAndWait('identity');
    await expectAccessible(page);
    await application.goOn();

    await application.openCheck();
    await expect(page.getByText('𠮷田·王小明')).toBeVisible();
    await expect(page.getByText(application.say('answer.not-provided')).first()).toBeVisible();
    await expect(page.getByRole('heading', { name: application.say('check.missing') })).toBeVisible();
    await expectAccessible(page);
    await page
      .getByRole('link', { name: `${application.say('check.change')} ${application.label('domicile')}` })
      .click();
    await application.heading(application.title('operator'));
    await application.goOn();
    await application.heading(application.say('check.title'));

    let submissions = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/commands/submit')) submissions += 1;
    });
    const number = await application.submit();
    expect(submissions).toBe(1);
    expect(number).toMatch(/^BL\d{6}\w{9}$/);
    await expect(page.getByText(application.say('receipt.next'), { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/cases/${caseId}/receipt`);
    await expect(page.getByText(number).first()).toBeVisible();

    await page.goto(`/cases/${caseId}/check`);
    await application.heading(application.say('already-sent.title'));
    await page.goto(`/cases/${caseId}/form/operator`);
    await application.heading(application.say('already-sent.title'));
    await expect(page.getByText(number)).toBeVisible();
  });

  test('[U8] errors stand on top and beside the field in the same words, take the focus, and lose no answer', async ({
    page,
    cloud,
  }) => {
    const application = new CustomerApplication(page);
    await application.start();
    await new CustomerSignIn(page, cloud).signIn(someone());
    await application.onTasks();
    await application.open('operator');
    await page.getByLabel(application.label('operatorName'), { exact: true }).fill('王小明');
    await page.getByLabel(application.label('operatorId')).fill('110101199003074510');
    await page.getByLabel(application.label('domicile')).focus();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await application.goOn();

    const summary = page.getByRole('alert');
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('heading')).toHaveText(application.say('errors.title'));
    await expect(page).toHaveTitle(/^錯誤：/);
    const links = await summary.getByRole('link').allInnerTexts();
    expect(links).toHaveLength(2);
    for (const text of links)
      await expect(page.getByText(application.say('field.error', { text }))).toBeVisible();
    await expect(page.getByLabel(application.label('operatorName'), { exact: true })).toHaveValue('王小明');
    await expect(page.getByLabel(application.label('operatorId'))).toHaveValue('110101199003074510');
    await expectAccessible(page);
    await summary.getByRole('link').first().click();
    await expect(page.getByLabel(application.label('operatorId'))).toBeFocused();
    expect(await page.getByText('*', { exact: true }).count()).toBe(0);
  });

  test('[U10] numbers are taken with spaces, hyphens and full-width digits', async ({ page, cloud }) => {
    const application = new CustomerApplication(page);
    await application.start();
    await new CustomerSignIn(page, cloud).signIn(someone());
    await application.onTasks();
    await application.open('operator');
    const id = String(answers.operatorId);
    await application.fill('operator', {
      ...answers,
      operatorId: `１１０ １０１-${id.slice(6).toLowerCase()}`,
    });
    await application.heading(application.title('contact'));
    await application.fill('contact', { ...answers, mobile: '(139) 0000-0001' });
    await application.heading(application.title('business'));
  });

  test('[U6] a second address and a contact are offered, not asked for again', async ({ page, cloud }) => {
    const application = new CustomerApplication(page);
    const contact = someone();
    await application.start();
    await new CustomerSignIn(page, cloud).signIn(contact);
    await application.onTasks();
    await application.open('operator');
    await application.fill('operator', answers);
    await application.heading(application.title('contact'));
    const take = (value: string) =>
      page.getByRole('button', { name: application.say('answer.take', { value }) });
    await take(String(answers.operatorName)).click();
    await expect(page.getByLabel(application.label('contactName'))).toHaveValue(String(answers.operatorName));
    await expect(page.getByLabel(application.label('contactName'))).toBeFocused();
    await take(contact.contact).click();
    await expect(page.getByLabel(application.label('email'))).toHaveValue(contact.contact);
  });

  test('changing the language in mid-page loses nothing that was typed', async ({ page, cloud }) => {
    const application = new CustomerApplication(page);
    await application.start();
    await new CustomerSignIn(page, cloud).signIn(someone());
    await application.onTasks();
    await application.open('operator');
    await page.locator('#operatorName').fill('王小明');
    await page.getByRole('button', { name: 'English' }).click();
    await page
      .getByRole('heading', { level: 1, name: application.service.form.pages[0]?.title.en ?? '' })
      .waitFor();
    await expect(page.locator('#operatorName')).toHaveValue('王小明');
  });

  test('[U14] a tab closed in mid-page loses one answer at most, and another device goes on', async ({
    page,
    cloud,
    browser,
    baseURL,
  }) => {
    const application = new CustomerApplication(page);
    const customer = someone();
    await application.start();
    await new CustomerSignIn(page, cloud).signIn(customer);
    const caseId = await application.caseId();
    await application.open('operator');
    await page.getByLabel(application.label('operatorName'), { exact: true }).fill('王小明');
    await expect(page.getByText(application.say('save.saved', { time: '' }).slice(0, 2))).toBeVisible();
    await page.getByLabel(application.label('domicile')).fill('示例市東湖區長樂路 8 號');
    await page.close({ runBeforeUnload: false });

    const other = await (
      await browser.newContext({ ...(baseURL && { baseURL }), locale: 'zh-TW' })
    ).newPage();
    await other.goto(`/cases/${caseId}/form/operator`);
    await new CustomerSignIn(other, cloud).signIn(customer);
    await expect(other.getByLabel(application.label('operatorName'), { exact: true })).toHaveValue('王小明');
    await other.context().close();
  });
});
