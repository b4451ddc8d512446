import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import type { Language } from '../../../functions/domain/language.ts';
import { type Say, staffWords } from './staff-words.ts';

export interface Colleague {
  readonly username: string;
  readonly password: string;
  /** Key of the one-time passwords, base 32; learnt at the first sign-in. */
  readonly secret?: string;
}

/** The way in for staff: password, one-time password, and the first set-up. */
export class StaffSignIn {
  readonly page: Page;
  readonly say: Say;

  constructor(page: Page, language: Language = 'zh-Hant') {
    this.page = page;
    this.say = staffWords(language);
  }

  async open(): Promise<void> {
    await this.page.goto('/desk/sign-in');
    await this.heading('sign-in.title');
  }

  async signIn({ username, password, secret = '' }: Colleague): Promise<void> {
    await this.givePassword(username, password);
    await this.heading('sign-in.code.title');
    await this.giveCode(secret);
    await this.page.getByRole('button', { name: this.say('nav.sign-out') }).waitFor();
  }

  /** First sign-in: a password of one's own, then the one-time password is set up. Gives the colleague as they are now. */
  async signInFirst({ username, password }: Colleague, newPassword: string): Promise<Required<Colleague>> {
    await this.givePassword(username, password);
    await this.heading('sign-in.new-password.title');
    await this.page.getByLabel(this.say('sign-in.new-password'), { exact: true }).fill(newPassword);
    await this.press('sign-in.continue');
    await this.heading('sign-in.set-up.title');
    const shown = await this.page.getByRole('code').textContent();
    const secret = shown?.replace(/\s/g, '') ?? '';
    await this.giveCode(secret);
    await this.page.getByRole('button', { name: this.say('nav.sign-out') }).waitFor();
    return { username, password: newPassword, secret };
  }

  async givePassword(username: string, password: string): Promise<void> {
    await this.page.getByLabel(this.say('sign-in.username')).fill(username);
    await this.page.getByLabel(this.say('sign-in.password'), { exact: true }).fill(password);
    await this.press('sign-in.enter');
  }

  async giveCode(secret: string): Promise<void> {
    await this.page.getByLabel(this.say('sign-in.code'), { exact: true }).fill(codeOf(secret));
    await this.press('sign-in.enter');
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: this.say('nav.sign-out') }).click();
    await this.heading('sign-in.title');
  }

  private async press(id: string): Promise<void> {
    await this.page.getByRole('button', { name: this.say(id), exact: true }).click();
  }

  private async heading(id: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: this.say(id), exact: true }).waitFor();
  }
}

/** What an authenticator app shows now. */
export function codeOf(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate();
}
