import type { Locator, Page } from '@playwright/test';
import type { Language } from '../../../functions/domain/language.ts';
import { type Say, staffWords } from './staff-words.ts';

interface BadDocument {
  readonly verdict: string;
  readonly reason: string;
  readonly text?: string;
}

/** The page of a case, as whoever is signed in may act on it. */
export class StaffCasePage {
  readonly page: Page;
  readonly say: Say;

  constructor(page: Page, language: Language = 'zh-Hant') {
    this.page = page;
    this.say = staffWords(language);
  }

  async isShown(): Promise<void> {
    await this.page.getByRole('heading', { level: 2, name: this.say('acts.title') }).waitFor();
  }

  /** The tag with the status, a word of `status.…`. */
  status(status: string): Locator {
    return this.page.getByText(this.say(`status.${status}`), { exact: true }).first();
  }

  /** The part of the page about one document, by its name. */
  document(name: string): Locator {
    return this.page.getByRole('listitem', { name, exact: true });
  }

  /** The part of the page about one line of the checklist, by its text. */
  line(text: string): Locator {
    return this.page.getByRole('listitem', { name: text, exact: true });
  }

  async documentInOrder(name: string): Promise<void> {
    await this.page
      .getByRole('button', { name: this.say('documents.ok.label', { document: name }), exact: true })
      .click();
    await this.document(name).getByText(this.say('verdict.ok'), { exact: true }).first().waitFor();
  }

  async documentNotInOrder(name: string, { verdict, reason, text }: BadDocument): Promise<void> {
    await this.page
      .getByRole('button', { name: this.say('documents.not-ok.label', { document: name }), exact: true })
      .click();
    const form = this.form('judge-document');
    await form.getByLabel(this.say(`verdict.${verdict}`), { exact: true }).check();
    await form.getByLabel(this.say(`reason.${reason}`), { exact: true }).check();
    if (text !== undefined) await form.getByRole('textbox').fill(text);
    await this.confirm('judge-document');
  }

  /** Flags an answer, by the label of its question. */
  async flagAnswer(question: string, reason: string, text?: string): Promise<void> {
    await this.page
      .getByRole('button', { name: this.say('answers.flag.label', { question }), exact: true })
      .click();
    const form = this.form('judge-answer');
    await form.getByLabel(this.say(`reason.${reason}`), { exact: true }).check();
    if (text !== undefined) await form.getByRole('textbox').fill(text);
    await this.confirm('judge-answer');
  }

  async lineMet(text: string): Promise<void> {
    const finding = this.say('finding.met');
    await this.page
      .getByRole('button', { name: this.say('lines.label', { line: text, finding }), exact: true })
      .click();
    await this.line(text).locator('span', { hasText: finding }).first().waitFor();
  }

  async lineNotMet(text: string, evidence: string): Promise<void> {
    await this.page
      .getByRole('button', { name: this.say('lines.not-met.label', { line: text }), exact: true })
      .click();
    await this.form('answer-review-line').getByRole('textbox').fill(evidence);
    await this.confirm('answer-review-line');
  }

  /** Opens a command's form, fills it in, gives the command, and waits until it is done. */
  async give(command: string, fill: (form: Locator) => Promise<void> = async () => {}): Promise<void> {
    await this.open(command);
    await fill(this.form(command));
    await this.press(command);
    await this.isDone(command);
  }

  async open(command: string): Promise<void> {
    await this.command(command).click();
    await this.form(command).waitFor();
  }

  /** The button that opens a command's form; closed ones are disabled and described by why. */
  command(command: string): Locator {
    return this.page
      .getByRole('region', { name: this.say('acts.title') })
      .getByRole('button', { name: this.say(`command.${command}`), exact: true });
  }

  form(command: string): Locator {
    return this.page.getByRole('form', { name: this.say(`command.${command}`), exact: true });
  }

  /** Presses the button that gives the command, and waits for nothing. */
  async press(command: string): Promise<void> {
    const name = this.say('act.give', { command: this.say(`command.${command}`) });
    await this.form(command).getByRole('button', { name, exact: true }).click();
  }

  async isDone(command: string): Promise<void> {
    await this.page
      .getByText(this.say('act.done', { command: this.say(`command.${command}`) }), { exact: true })
      .waitFor();
  }

  /** What stands in the form when somebody else was quicker. */
  get stale(): Locator {
    return this.page.getByRole('heading', { name: this.say('act.stale'), exact: true });
  }

  async signOpinion(opinion: string, proof: { password: string; code: string }): Promise<void> {
    await this.give('sign-opinion', async (form) => {
      await form.getByLabel(this.say('field.opinion'), { exact: true }).fill(opinion);
      await form.getByLabel(this.say('sign-in.password'), { exact: true }).fill(proof.password);
      await form.getByLabel(this.say('sign-in.code'), { exact: true }).fill(proof.code);
    });
  }

  grant(): Promise<void> {
    return this.give('decide', (form) =>
      form.getByLabel(this.say('outcome.granted'), { exact: true }).check(),
    );
  }

  refuse(ground: string, article: string): Promise<void> {
    return this.give('decide', async (form) => {
      await form.getByLabel(this.say('outcome.refused'), { exact: true }).check();
      await form.getByLabel(this.say('field.decision-ground'), { exact: true }).fill(ground);
      await form.getByLabel(this.say('field.article'), { exact: true }).fill(article);
    });
  }

  confirmIdentity(): Promise<void> {
    return this.give('confirm-identity', (form) => form.getByRole('checkbox').check());
  }

  handOver(): Promise<void> {
    return this.give('collect', (form) =>
      form.getByLabel(this.say('collector.applicant'), { exact: true }).check(),
    );
  }

  /** Gives a command whose form stands beside what it is about, and goes when done. */
  private async confirm(command: string): Promise<void> {
    await this.press(command);
    await this.form(command).waitFor({ state: 'detached' });
  }
}
