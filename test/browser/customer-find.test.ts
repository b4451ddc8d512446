import { CustomerApplication } from './pages/customer-application.ts';
import { customerWords } from './pages/customer-words.ts';
import { expect, expectAccessible, test } from './support/fixture.ts';

const say = customerWords();

test.describe('finding a service', () => {
  for (const word of ['開店', '营业执照', 'open a shop']) {
    test(`[U3] a stranger finds it by "${word}"`, async ({ page }) => {
      const { name } = new CustomerApplication(page);
      await page.goto('/');
      await page.getByLabel(say('home.words')).fill(word);
      await page.getByRole('button', { name: say('home.search') }).click();
      await expect(page.getByRole('heading', { name: say('home.found', { words: word }) })).toBeVisible();
      await page.getByRole('link', { name }).click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    });
  }

  test('[U3] words that find nothing are answered with what to do next', async ({ page }) => {
    await page.goto('/?words=%E9%A3%9B%E5%88%B0%E6%9C%88%E7%90%83');
    await expect(page.getByText(say('home.nothing', { words: '飛到月球' }))).toBeVisible();
  });

  test('[U2] [U21] every paper of the guide says who issues it, where, and what it shows; trips are named', async ({
    page,
  }) => {
    const { service } = new CustomerApplication(page);
    await page.goto(`/services/${service.id}`);
    await expect(page.getByText(say('guide.trips.number', { trips: service.trips }))).toBeVisible();
    await expect(page.getByText(say('sample'))).toBeVisible();
    for (const paper of service.documents) {
      const line = page.getByRole('listitem').filter({ hasText: paper.issuedBy['zh-Hant'] });
      const mine = line.filter({
        has: page.getByRole('heading', { name: paper.name['zh-Hant'], exact: true }),
      });
      await expect(mine).toContainText(paper.whereToGet['zh-Hant']);
      await expect(mine).toContainText(paper.sample['zh-Hant']);
    }
    await expectAccessible(page);
  });

  test('[U22] help stands in the same place on every page', async ({ page }) => {
    for (const path of ['/', '/track', '/verify', '/sign-in', '/no-such-page']) {
      await page.goto(path);
      const help = page.getByRole('complementary', { name: say('help.title') });
      await expect(help.getByRole('link', { name: /^\d+$/ })).toHaveAttribute('href', /^tel:/);
      expect(await help.evaluate((one) => one.parentElement?.lastElementChild === one)).toBe(true);
    }
  });

  test('the language changes at once and is remembered', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(customerWords('en')('home.title'));
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(customerWords('en')('home.title'));
  });
});
