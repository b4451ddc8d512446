import { hash } from 'node:crypto';
import { givenAnswers } from '../given/answers.ts';
import type { MemoryCloud } from './cloud.ts';
import type { StaffName } from './hall.ts';
import { type SCHEDULED, settle, tick } from './moment.ts';
import { type Asked, ask, subjectOf } from './people.ts';
import type { Recorder } from './tape.ts';
import type { Answered } from './works.ts';

const PDF = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`;
const SERVICE = 'sole-trader-registration';

/** One customer's application and what colleagues do with it; each act is a request, and all that follows from it. */
export class Story {
  readonly #cloud: MemoryCloud;
  readonly name: string;
  readonly #recorder: Recorder | undefined;
  #caseId = '';
  #keys = 0;

  constructor(cloud: MemoryCloud, name: string, recorder?: Recorder) {
    this.#cloud = cloud;
    this.name = name;
    this.#recorder = recorder;
  }

  get caseId(): string {
    return this.#caseId;
  }

  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of an answer is what it asserts
  async ask(asked: Asked): Promise<any> {
    const { status, body } = await this.tryOut(asked);
    if (status >= 300) throw new Error(`${asked.method} ${asked.path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** An act whose answer may be a refusal. */
  async tryOut(asked: Asked): Promise<Answered> {
    const answered = await ask(this.#cloud, asked, this.#recorder?.before);
    this.#recorder?.endAct();
    return answered;
  }

  /** Everything that is on its way arrives. */
  async rest(): Promise<void> {
    await settle(this.#cloud, this.#recorder?.before);
    this.#recorder?.endAct();
  }

  /** Time passes, and the schedules have their round. */
  async after(milliseconds: number, ...schedules: (typeof SCHEDULED)[number][]): Promise<void> {
    this.#cloud.wait(milliseconds);
    tick(this.#cloud, schedules);
    await this.rest();
  }

  #key(): string {
    this.#keys += 1;
    return `key-${this.name}-${this.#keys}`;
  }

  get #me() {
    return { pool: 'me', subject: this.name } as const;
  }

  async begin(answers: Parameters<typeof givenAnswers>[0] = {}): Promise<void> {
    const who = this.#me;
    const opened = await this.ask({
      method: 'POST',
      path: '/me/cases',
      body: { serviceId: SERVICE },
      key: this.#key(),
      who,
    });
    this.#caseId = opened.caseId;
    await this.ask({
      method: 'PUT',
      path: `/me/cases/${this.#caseId}/draft`,
      body: { revision: 1, answers: givenAnswers({ email: `${this.name}@example.org`, ...answers }) },
      who,
    });
  }

  async upload(documentId: string, content = PDF): Promise<string> {
    const who = this.#me;
    const sent = { bytes: content.length, mediaType: 'application/pdf', sha256: hash('sha256', content) };
    const file = { documentId, fileName: '掃描.pdf', ...sent };
    const path = `/me/cases/${this.#caseId}/documents`;
    const { fileId, fields } = await this.ask({ method: 'POST', path, body: file, who });
    this.#cloud.putObject(String(`documents/${fields.key}`), Buffer.from(content), fields['x-amz-meta-note']);
    await this.ask({ method: 'POST', path: `${path}/${fileId}/confirm`, body: {}, who });
    return fileId;
  }

  async removeUpload(fileId: string): Promise<void> {
    await this.ask({
      method: 'DELETE',
      path: `/me/cases/${this.#caseId}/documents/${fileId}`,
      who: this.#me,
    });
  }

  async own(command: string, form: object): Promise<void> {
    const { version } = await this.ask({ method: 'GET', path: `/me/cases/${this.#caseId}`, who: this.#me });
    await this.#command('me', this.#me, command, { seenVersion: version, ...form });
  }

  async by(name: StaffName, command: string, form: object = {}): Promise<void> {
    const who = { pool: 'staff', subject: subjectOf(name) } as const;
    const { version } = await this.ask({ method: 'GET', path: `/staff/cases/${this.#caseId}`, who });
    await this.#command('staff', who, command, { seenVersion: version, ...form });
  }

  async #command(side: string, who: Asked['who'] & object, command: string, body: object): Promise<void> {
    const path = `/${side}/cases/${this.#caseId}/commands/${command}`;
    await this.ask({ method: 'POST', path, body, key: this.#key(), who });
  }

  /** Who has the case to review, by name. */
  async reviewer(): Promise<StaffName> {
    const who = { pool: 'staff', subject: subjectOf('supervisor') } as const;
    const { state } = await this.ask({ method: 'GET', path: `/staff/cases/${this.#caseId}`, who });
    for (const name of ['reviewer', 'reviewer2'] as const) {
      const me = await this.ask({
        method: 'GET',
        path: '/staff/me',
        who: { pool: 'staff', subject: subjectOf(name) },
      });
      if (me.personId === state.reviewer?.personId) return name;
    }
    throw new Error('Nobody has the case to review');
  }

  async submit(answers: Parameters<typeof givenAnswers>[0] = {}): Promise<void> {
    await this.begin(answers);
    await this.upload('identity');
    await this.upload('premises-lease');
    await this.own('submit', { revision: 1 });
  }

  async accept(): Promise<void> {
    await this.by('officer', 'judge-document', { documentId: 'identity', verdict: 'ok' });
    await this.by('officer', 'judge-document', { documentId: 'premises-lease', verdict: 'ok' });
    await this.by('officer', 'confirm-identity', { originalSeen: true });
    await this.by('officer', 'accept');
  }

  async sign(): Promise<void> {
    const name = await this.reviewer();
    for (const lineId of ['complete', 'name', 'scope', 'premises']) {
      await this.by(name, 'answer-review-line', { lineId, finding: 'met' });
    }
    const who = { pool: 'staff', subject: subjectOf(name) } as const;
    await this.ask({
      method: 'POST',
      path: '/staff/me/reauthenticate',
      body: { password: 'irrelevant-here', code: '123456' },
      who,
    });
    await this.by(name, 'sign-opinion', { opinion: '符合規定，建議核准。' });
  }

  async make(): Promise<void> {
    await this.by('approver', 'decide', { outcome: 'granted' });
    await this.by('issuer', 'complete-step');
    await this.by('counter', 'complete-step');
  }
}
