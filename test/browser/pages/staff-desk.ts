import type { Locator, Page } from '@playwright/test';
import type { Language } from '../../../functions/domain/language.ts';
import { StaffCasePage } from './staff-case.ts';
import { type Say, staffWords } from './staff-words.ts';

export type QueueName =
  | 'mine'
  | 'intake'
  | 'review'
  | 'approval'
  | 'making'
  | 'issuing'
  | 'counter'
  | 'calls';

/** The desk of whoever is signed in: duty, lists, finding a case. */
export class StaffDesk {
  readonly page: Page;
  readonly language: Language;
  readonly say: Say;

  constructor(page: Page, language: Language = 'zh-Hant') {
    this.page = page;
    this.language = language;
    this.say = staffWords(language);
  }

  async goOnDuty(): Promise<void> {
    await this.page.getByRole('button', { name: this.say('duty.go-on') }).click();
    await this.page.getByRole('button', { name: this.say('duty.go-off') }).waitFor();
  }

  async goOffDuty(): Promise<void> {
    await this.page.getByRole('button', { name: this.say('duty.go-off') }).click();
    await this.page.getByRole('heading', { level: 1, name: this.say('duty.off.title') }).waitFor();
  }

  /** Opens a list by its own address, so that it is asked for anew. */
  async openQueue(queue: QueueName): Promise<void> {
    await this.page.goto(`/desk/queues/${queue}`);
    await this.page
      .getByRole('heading', { level: 1, name: this.say(`queue.${queue}`), exact: true })
      .waitFor();
  }

  /** The line of a case in the list shown. */
  row(receiptNumber: string): Locator {
    return this.page.getByRole('row').filter({ hasText: receiptNumber });
  }

  async openCase(receiptNumber: string): Promise<StaffCasePage> {
    await this.page.getByRole('link', { name: receiptNumber }).click();
    return this.shown();
  }

  async openNext(): Promise<StaffCasePage> {
    await this.page.getByRole('link', { name: this.say('queue.next') }).click();
    return this.shown();
  }

  /** Finds a case by its receipt number, or by the applicant's identity number. */
  async find(number: string): Promise<void> {
    await this.page.getByRole('link', { name: this.say('nav.search'), exact: true }).click();
    await this.page.getByLabel(this.say('search.number')).fill(number);
    await this.page.getByRole('button', { name: this.say('search.find'), exact: true }).click();
  }

  private async shown(): Promise<StaffCasePage> {
    const opened = new StaffCasePage(this.page, this.language);
    await opened.isShown();
    return opened;
  }
}
