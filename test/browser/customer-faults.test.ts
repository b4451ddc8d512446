import type { Page } from '@playwright/test';
import { CustomerApplication } from './pages/customer-application.ts';
import { CustomerSignIn } from './pages/customer-sign-in.ts';
import { customerWords } from './pages/customer-words.ts';
import { expect, expectAccessible, test } from './support/fixture.ts';

const say = customerWords();
const DRAFT = '**/me/cases/*/draft';

/** Signed in and on the first page of a new application. */
async function openForm(page: Page, signIn: CustomerSignIn) {
  const application = new CustomerApplication(page);
  const customer = { contact: `fault-${process.pid}-${Date.now()}@example.org`, idTail: '451X' };
  await application.start();
  await signIn.signIn(customer);
  await application.onTasks();
  await application.open('operator');
  return { application, customer, name: page.locator('#operatorName') };
}

test.describe('when something fails', () => {
  test('[U15] an outage is told without blame and without red, with what became of the answers', async ({
    page,
  }) => {
    await page.route('**/public/services/*', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/json',
        body: '{"message":"Service Unavailable"}',
      }),
    );
    await page.route('**/config.json', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        json: { ...(await answer.json()), backAt: '2026-03-02T01:30:00Z' },
      });
    });
    await page.goto('/services/sole-trader-registration');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('problem.unavailable'));
    await expect(page.getByText(say('problem.unavailable.next'))).toBeVisible();
    await expect(page.getByText(say('problem.back-at', { at: '2026年3月2日 09:30' }))).toBeVisible();
    await expectAccessible(page);
    await page.unroute('**/public/services/*');
    await page.getByRole('button', { name: say('problem.again') }).click();
    await expect(page.getByRole('link', { name: say('guide.start') })).toBeVisible();
  });

  test('a fault of ours shows the number the hotline asks for', async ({ page }) => {
    const problem = {
      title: say('refusal.unexpected'),
      kind: 'unexpected',
      status: 500,
      reference: 'r-4711',
    };
    await page.route('**/public/services/*', (route) =>
      route.fulfill({
        status: 500,
        json: { ...problem, next: say('refusal.unexpected.next', { reference: 'r-4711' }) },
      }),
    );
    await page.goto('/services/sole-trader-registration');
    await expect(page.getByText(say('problem.reference', { reference: 'r-4711' }))).toBeVisible();
  });

  test('[U14] without a line the answer stays on the device, says so, and is saved when the line is back', async ({
    page,
    cloud,
  }) => {
    const { application, name } = await openForm(page, new CustomerSignIn(page, cloud));
    await page.route(DRAFT, (route) => route.abort());
    await name.fill('王小明');
    await expect(page.getByText(say('save.failed'))).toBeVisible();
    await page.reload();
    await expect(name).toHaveValue('王小明');
    await page.unroute(DRAFT);
    await page.getByRole('link', { name: application.say('form.to-tasks') }).click();
    await application.onTasks();
    await page.reload();
    await expect(application.task(application.title('operator'))).toContainText(say('task.in-progress'));
  });

  test('[U14] a session that ended asks to sign in, and comes back to the page with what was typed', async ({
    page,
    cloud,
  }) => {
    const signIn = new CustomerSignIn(page, cloud);
    const { customer, name } = await openForm(page, signIn);
    await page.route(DRAFT, (route) => route.fulfill({ status: 401, json: { message: 'Unauthorized' } }));
    await name.fill('王小明');
    await signIn.contact.waitFor();
    await page.unroute(DRAFT);
    await signIn.signIn(customer);
    await expect(name).toHaveValue('王小明');
  });

  test('on a device others use too nothing typed is left outside the tab', async ({ page, cloud }) => {
    const signIn = new CustomerSignIn(page, cloud);
    await signIn.open();
    await page.getByLabel(say('sign-in.shared')).check();
    const application = new CustomerApplication(page);
    await signIn.signIn({ contact: `hall-${process.pid}-${Date.now()}@example.org`, idTail: '451X' });
    await application.start();
    await application.onTasks();
    await application.open('operator');
    await page.route(DRAFT, (route) => route.abort());
    await page.locator('#operatorName').fill('王小明');
    await expect(page.getByText(say('save.failed'))).toBeVisible();
    const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(databases).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('王小明');
  });
});
