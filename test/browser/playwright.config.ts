import { defineConfig } from '@playwright/test';
import { makeBrowser } from './support/chromium.ts';

const { executablePath, args, env } = await makeBrowser();

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  globalSetup: './support/global-setup.ts',
  outputDir: '../../test-results',
  // Journeys share one cloud and two processors; each signs in people of its own.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['./support/trace-reporter.ts'],
    ['json', { outputFile: process.env.BANLI_REPORT ?? '../../.local/reports/browser.json' }],
  ],
  use: {
    launchOptions: { executablePath, args: [...args], env },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    locale: 'zh-TW',
    timezoneId: 'Asia/Taipei',
  },
});
