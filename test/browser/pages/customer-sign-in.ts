import type { Page } from '@playwright/test';
import { type ConnectedCloud, eventually } from '../../integration/support/connect.ts';
import { customerWords } from './customer-words.ts';

export interface Customer {
  /** Mail address or mobile number, as typed. */
  readonly contact: string;
  readonly idTail: string;
}

const CODE = /(?<!\d)\d{6}(?!\d)/;

/** The way in for customers: contact, end of the identity number, code. */
export class CustomerSignIn {
  readonly page: Page;
  readonly cloud: ConnectedCloud;
  readonly say = customerWords();

  constructor(page: Page, cloud: ConnectedCloud) {
    this.page = page;
    this.cloud = cloud;
  }

  get contact() {
    return this.page.getByLabel(this.say('sign-in.contact'), { exact: true });
  }

  get idTail() {
    return this.page.getByLabel(this.say('id-tail'), { exact: true });
  }

  get code() {
    return this.page.getByLabel(this.say('code.label'), { exact: true });
  }

  async open(): Promise<void> {
    await this.page.goto('/sign-in');
    await this.contact.waitFor();
  }

  /** From the form that asks for the contact to the page that was wanted. */
  async signIn(customer: Customer): Promise<void> {
    const code = await this.askForCode(customer);
    await this.code.fill(code);
    await this.enter();
    await this.page.getByRole('button', { name: this.say('nav.sign-out') }).waitFor();
  }

  /** Sends the form and reads the code that went out. */
  async askForCode({ contact, idTail }: Customer): Promise<string> {
    const before = (await this.codesTo(contact)).length;
    await this.contact.fill(contact);
    await this.idTail.fill(idTail);
    await this.press('sign-in.send');
    await this.code.waitFor();
    return eventually(`a code to ${contact}`, async () => {
      const codes = await this.codesTo(contact);
      return codes.length > before ? codes.at(-1) : undefined;
    });
  }

  async enter(): Promise<void> {
    await this.press('code.enter');
  }

  async press(id: string): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('button', { name: this.say(id), exact: true })
      .click();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: this.say('nav.sign-out') }).click();
    await this.page.getByRole('heading', { level: 1, name: this.say('home.title') }).waitFor();
  }

  private async codesTo(contact: string): Promise<readonly string[]> {
    const sent = await this.cloud.sentTo(contact);
    return sent.flatMap(({ text }) => CODE.exec(text)?.[0] ?? []);
  }
}
