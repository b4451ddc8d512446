import type { Page } from '@playwright/test';
import { CustomerApplication } from './pages/customer-application.ts';
import { customerWords } from './pages/customer-words.ts';
import { expect, expectAccessible, test } from './support/fixture.ts';

const say = customerWords();
const { service } = { service: 'sole-trader-registration' };
const OPEN_PAGES = ['/', `/services/${service}`, '/track', '/verify', '/sign-in', '/no-such-page'];

async function opened(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}

/** Controls lower than `least` px; a link whose whole line is the target counts by its line, one in a sentence not at all. */
function lowTargets(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((lowest) => {
    const controls = document.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary');
    return [...controls].flatMap((control) => {
      const box = (control.closest('label') ?? control).getBoundingClientRect();
      const wholeLine = getComputedStyle(control, '::after').position === 'absolute';
      const height = wholeLine ? (control.closest('li')?.getBoundingClientRect().height ?? 0) : box.height;
      const hidden = box.width === 0 || box.top < 0;
      const inSentence = control.tagName === 'A' && control.parentElement?.tagName === 'P';
      return hidden || inSentence || height >= lowest - 0.5
        ? []
        : [`${control.textContent || control.id}: ${height}`];
    });
  }, least);
}

test.describe('access for everybody', () => {
  for (const path of OPEN_PAGES) {
    test(`[U24] [U25] [U28] ${path} is clean for axe, has targets of 44 px, 60 for elders, and holds at 200 % and 320 px`, async ({
      page,
    }) => {
      await opened(page, path);
      await expectAccessible(page);
      expect(await lowTargets(page, 44)).toEqual([]);
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await overflow()).toBe(0);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await overflow()).toBe(0);
      await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
      await page.getByRole('button', { name: say('view.elder') }).click();
      expect(await lowTargets(page, 60)).toEqual([]);
      await expectAccessible(page);
    });
  }

  test('[U28] by keyboard alone from the first page to the sign-in; each change of page moves the focus to its title', async ({
    page,
  }) => {
    await opened(page, '/');
    const { name } = new CustomerApplication(page);
    const tabTo = async (accessibleName: string) => {
      for (let n = 0; n < 40; n += 1) {
        await page.keyboard.press('Tab');
        const focused = page.locator(':focus');
        const text = (await focused.getAttribute('aria-label')) ?? (await focused.textContent());
        if (text?.trim() === accessibleName) return focused;
      }
      throw new Error(`Tab never reaches "${accessibleName}"`);
    };
    const skip = await tabTo(say('skip'));
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await tabTo(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
    await expect(page).toHaveTitle(new RegExp(`^${name}`));
    const start = await tabTo(say('guide.start'));
    const ring = await start.evaluate((one) => getComputedStyle(one).outlineStyle);
    expect(ring).toBe('solid');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: say('sign-in.title') })).toBeFocused();
  });

  test('elder view is on the first screen, chosen once and remembered', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await opened(page, '/');
    await expect(page.getByRole('button', { name: say('view.elder') })).toBeInViewport();
    await page.getByRole('button', { name: say('view.elder') }).click();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect(page.getByRole('button', { name: say('view.usual') })).toBeVisible();
    expect(
      await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize)),
    ).toBeGreaterThanOrEqual(22);
  });
});
