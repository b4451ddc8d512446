import { chromium, type Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { buildPortal, portalFolder } from '../../local/build-portal.ts';
import { servePortal } from '../../local/portal.ts';
import { freePort } from '../../local/ports.ts';
import { customerWords } from '../browser/pages/customer-words.ts';
import { makeBrowser } from '../browser/support/chromium.ts';
import { cloud } from '../integration/support/cloud.ts';
import { type Figure, verdictOf } from './figure.ts';
import { keepFigures } from './keep.ts';

const TIMES_SLOWER = 4;
const MOST_MILLISECONDS = 100;
const say = customerWords();

/** What the browser itself notes while a page is used: parts that moved by themselves, and how long each act took to show. */
interface Noted {
  readonly shifted: number;
  readonly acts: readonly number[];
}

test('[P10] pages do not move under the reader, and answer at once on a slow phone', async () => {
  await buildPortal();
  const portal = await servePortal({
    ...{ port: await freePort(), folder: portalFolder, apiUrl: cloud.apiUrl },
    ...{ outboxFile: cloud.outboxFile, filesOrigin: cloud.endpoint },
  });
  const { executablePath, args, env } = await makeBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args], env });
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-TW' });
    await context.addInitScript(noteInPage);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: TIMES_SLOWER });
    const figures: Figure[] = [];
    for (const [what, use] of Object.entries(PAGES)) {
      await use(page, portal.url);
      figures.push(...figuresOf(what, await page.evaluate(notedInPage)));
    }
    await keepFigures('pages', figures);
    expect(figures).toHaveLength(2 * Object.keys(PAGES).length);
  } finally {
    await browser.close();
    await portal.close();
  }
});

/** What a customer does there by pointer and keyboard; each begins with a page loaded anew. */
const PAGES: Readonly<Record<string, (page: Page, url: string) => Promise<void>>> = {
  'first page, a search, the guide': async (page, url) => {
    await page.goto(url);
    await page.getByRole('link', { name: /登記/ }).first().waitFor();
    await page.getByLabel(say('home.words')).pressSequentially('開店');
    await page.getByRole('button', { name: say('home.search') }).click();
    await page.getByRole('heading', { name: say('home.found', { words: '開店' }) }).waitFor();
    await page.getByRole('link', { name: /登記/ }).first().click();
    await page.getByRole('heading', { name: say('guide.documents') }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: '繁體' }).click();
  },
  'tracking, with a mistake': async (page, url) => {
    await page.goto(`${url}/track`);
    const button = page.getByRole('main').getByRole('button').last();
    await button.click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('main').getByRole('textbox').first().pressSequentially('H1-2026');
    await button.click();
  },
};

/** Runs in the page before anything of it. */
function noteInPage(): void {
  const noted = { shifted: 0, acts: new Map<number, number>() };
  Object.assign(window, { noted });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) noted.shifted += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { interactionId = 0, duration } = entry as PerformanceEntry & { interactionId?: number };
      if (interactionId > 0)
        noted.acts.set(interactionId, Math.max(duration, noted.acts.get(interactionId) ?? 0));
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

/** Once everything was drawn and the observers were told. */
async function notedInPage(): Promise<Noted> {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const { noted } = window as unknown as { noted: { shifted: number; acts: Map<number, number> } };
  return { shifted: noted.shifted, acts: [...noted.acts.values()] };
}

function figuresOf(what: string, { shifted, acts }: Noted): readonly Figure[] {
  const slowest = Math.max(0, ...acts);
  return [
    {
      goal: 'P10',
      what: `${what}: layout shift`,
      measured: shifted.toFixed(3),
      reference: 'the browser’s own count; 0.1 is where readers begin to be disturbed',
      aim: '0',
      verdict: verdictOf(shifted < 0.0005),
    },
    {
      goal: 'P10',
      what: `${what}: slowest act until it shows`,
      measured: `${slowest} ms`,
      reference: `${acts.length} acts of 16 ms or more, on a processor slowed ${TIMES_SLOWER} times`,
      aim: `≤ ${MOST_MILLISECONDS} ms`,
      verdict: verdictOf(slowest <= MOST_MILLISECONDS),
    },
  ];
}
