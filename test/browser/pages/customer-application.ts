import { expect, type Locator, type Page } from '@playwright/test';
import type { Answer, Answers } from '../../../functions/domain/catalogue/answers.ts';
import type { Question } from '../../../functions/domain/catalogue/question.ts';
import { readService } from '../../../functions/domain/catalogue/read-service.ts';
import { visibleQuestions } from '../../../functions/domain/catalogue/visible-questions.ts';
import file from '../../../services/sole-trader-registration.json' with { type: 'json' };
import { customerWords } from './customer-words.ts';

/** A PDF of one empty page: its content is what its name says. */
export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** An application of the sample service, from its guide to its receipt. */
export class CustomerApplication {
  readonly page: Page;
  readonly say = customerWords();
  readonly service = readService(file);

  constructor(page: Page) {
    this.page = page;
  }

  get name(): string {
    return this.service.names['zh-Hant'];
  }

  /** From the guide to the list of tasks; whoever is not signed in is asked to on the way. */
  async start(): Promise<void> {
    await this.page.goto(`/services/${this.service.id}`);
    await this.page.getByRole('link', { name: this.say('guide.start') }).click();
  }

  async onTasks(): Promise<void> {
    await this.heading(this.name);
    await this.page.getByRole('heading', { name: this.say('tasks.fill-in') }).waitFor();
  }

  /** The address of the case, once its task list is shown. */
  async caseId(): Promise<string> {
    await this.onTasks();
    return new URL(this.page.url()).pathname.split('/')[2] ?? '';
  }

  task(title: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByText(title, { exact: true }) });
  }

  title(pageId: string): string {
    return this.formPage(pageId).title['zh-Hant'];
  }

  label(questionId: string): string {
    return this.question(questionId).label['zh-Hant'];
  }

  async open(pageId: string): Promise<void> {
    await this.page.getByRole('link', { name: this.title(pageId), exact: true }).click();
    await this.heading(this.title(pageId));
  }

  /** Answers every question of the page that is asked, and goes on. */
  async fill(pageId: string, answers: Answers): Promise<void> {
    await this.heading(this.title(pageId));
    const mine = new Set(this.formPage(pageId).questions.map(({ id }) => id));
    for (const question of visibleQuestions(this.service, answers).filter(({ id }) => mine.has(id))) {
      const answer = answers[question.id];
      if (answer !== undefined) await this.answer(question, answer);
    }
    await this.goOn();
  }

  /** From the list of tasks through all pages of the form, back to the list. */
  async fillAll(answers: Answers): Promise<void> {
    const [first, ...others] = this.service.form.pages;
    if (first === undefined) throw new Error('a form without a page');
    await this.open(first.id);
    for (const { id } of [first, ...others]) await this.fill(id, answers);
    await this.onTasks();
  }

  async answer(question: Question, answer: Answer): Promise<void> {
    const control = this.page.locator(`#${question.id}`);
    if (typeof answer === 'boolean') return control.setChecked(answer);
    if (typeof answer !== 'string') {
      for (const one of answer) if (typeof one === 'string') await this.tick(question, one);
      return undefined;
    }
    if (question.type === 'choice') return this.tick(question, answer);
    if (question.type !== 'date') return control.fill(answer);
    const parts = answer.split('-').map((part) => part.replace(/^0/, ''));
    for (const [n, part] of ['year', 'month', 'day'].entries()) {
      await control.getByLabel(this.say(`date.${part}`), { exact: true }).fill(parts[n] ?? '');
    }
    return undefined;
  }

  private async tick(question: Question, value: string): Promise<void> {
    await this.page.locator(`#${question.id} input[value="${value}"]`).check();
  }

  async goOn(): Promise<void> {
    await this.press('form.continue');
  }

  async press(id: string): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('button', { name: this.say(id), exact: true })
      .click();
  }

  async heading(name: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  }

  async upload(
    documentId: string,
    name = '掃描.pdf',
    content = PDF,
    mimeType = 'application/pdf',
  ): Promise<void> {
    await this.page.locator(`#paper-${documentId}`).setInputFiles({ name, mimeType, buffer: content });
  }

  /** The line of a file on the documents page. */
  file(name: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: name });
  }

  async uploadAndWait(documentId: string, name = '掃描.pdf'): Promise<void> {
    await this.upload(documentId, name);
    await expect(this.file(name)).toContainText(this.say('file.clean.content-only'), { timeout: 30_000 });
  }

  async openDocuments(): Promise<void> {
    await this.page.getByRole('link', { name: this.say('documents.title'), exact: true }).click();
    await this.heading(this.say('documents.title'));
  }

  async openCheck(): Promise<void> {
    await this.page.getByRole('link', { name: this.say('tasks.check'), exact: true }).click();
    await this.heading(this.say('check.title'));
  }

  /** From the check page to the receipt, with the double click of the impatient; gives its number. */
  async submit(): Promise<string> {
    await this.page.getByRole('button', { name: this.say('check.send'), exact: true }).dblclick();
    await this.heading(this.say('receipt.title'));
    const row = this.page.getByRole('definition').filter({ hasText: /^BL\w+$/ });
    return (await row.first().textContent())?.trim() ?? '';
  }

  private formPage(pageId: string) {
    const found = this.service.form.pages.find(({ id }) => id === pageId);
    if (found === undefined) throw new Error(`no page ${pageId}`);
    return found;
  }

  private question(questionId: string): Question {
    const found = this.service.form.pages
      .flatMap(({ questions }) => questions)
      .find(({ id }) => id === questionId);
    if (found === undefined) throw new Error(`no question ${questionId}`);
    return found;
  }
}
