import { hash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { givenAnswers } from '../support/given/answers.ts';
import { ask, type Colleague } from './hall.ts';

/** Where a case stands when the region is lost: one stage each, from the draft to the counter. */
export const STAGES = [
  ...['draft', 'submitted', 'awaiting-supplement', 'in-review', 'returned', 'awaiting-correction'],
  ...['decide', 'make', 'issue', 'awaiting-collection'],
] as const;
export type Stage = (typeof STAGES)[number];

export interface DrillCase {
  readonly caseId: string;
  readonly stage: Stage;
  readonly contact: string;
  returned: boolean;
}

export interface Hall {
  readonly staff: ReadonlyMap<string, Colleague>;
  readonly customers: ReadonlyMap<string, { readonly token: string; readonly region: Colleague['region'] }>;
}

const PDF = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`;

function customerOf({ customers }: Hall, { contact, caseId }: DrillCase) {
  const customer = customers.get(contact);
  if (customer === undefined) throw new Error(`${contact} is not signed in`);
  const { token, region } = customer;
  const read = () => ask(region, 'GET', `/me/cases/${caseId}`, { token });
  return {
    read,
    async upload(documentId: string) {
      const mediaType = 'application/pdf';
      const content = { bytes: PDF.length, mediaType, sha256: hash('sha256', PDF) };
      const file = { documentId, fileName: '掃描.pdf', ...content };
      const offer = await ask(region, 'POST', `/me/cases/${caseId}/documents`, { token, body: file });
      const form = new FormData();
      for (const [name, value] of Object.entries(offer.fields)) form.append(name, String(value));
      form.append('file', new Blob([PDF], { type: mediaType }), 'file');
      const sent = await fetch(offer.url, { method: 'POST', body: form });
      if (!sent.ok) throw new Error(`upload: ${sent.status}`);
      await ask(region, 'POST', `/me/cases/${caseId}/documents/${offer.fileId}/confirm`, { token });
    },
    async command(command: string, form: object) {
      const { version: seenVersion } = await read();
      const body = { seenVersion, ...form };
      await ask(region, 'POST', `/me/cases/${caseId}/commands/${command}`, { token, body, commands: true });
    },
    saveDraft: () =>
      ask(region, 'PUT', `/me/cases/${caseId}/draft`, {
        token,
        body: { revision: 1, answers: givenAnswers({ email: contact }) },
      }),
  };
}

function staffOf({ staff }: Hall, username: string, { caseId }: DrillCase) {
  const colleague = staff.get(username);
  if (colleague === undefined) throw new Error(`${username} is not signed in`);
  const { region, token, secret } = colleague;
  const read = () => ask(region, 'GET', `/staff/cases/${caseId}`, { token });
  return {
    read,
    secret,
    async command(command: string, form: object = {}) {
      const { version: seenVersion } = await read();
      const body = { seenVersion, ...form };
      await ask(region, 'POST', `/staff/cases/${caseId}/commands/${command}`, {
        token,
        body,
        commands: true,
      });
    },
    prove: (body: object) => ask(region, 'POST', '/staff/me/reauthenticate', { token, body }),
  };
}

/** Does what the case waits for, if it waits for a person and stands not where it is to stand; answers where it stood. */
export async function carryOn(
  hall: Hall,
  one: DrillCase,
  prove: (secret: string) => object,
  target: string,
): Promise<string> {
  const customer = customerOf(hall, one);
  const own = await customer.read();
  const officer = staffOf(hall, 'officer', one);
  if (own.status === target && target !== 'draft') return target;
  const clean = own.documents.every(({ state }: { state: string }) => state === 'clean');
  const has = (paper: string) =>
    own.documents.some(({ documentId }: { documentId: string }) => documentId === paper);
  if (own.status === 'draft') {
    if (own.draft.revision === 0) await customer.saveDraft();
    const papers = one.stage === 'awaiting-supplement' ? ['identity'] : ['identity', 'premises-lease'];
    const missing = papers.filter((paper) => !has(paper));
    for (const paper of missing) await customer.upload(paper);
    if (missing.length === 0 && clean) await customer.command('submit', { revision: 1 });
    return 'draft';
  }
  if (own.status === 'awaiting-supplement') {
    if (!has('premises-lease')) await customer.upload('premises-lease');
    else if (clean) await customer.command('supplement', { answers: {} });
    return own.status;
  }
  if (own.status === 'awaiting-correction') {
    await customer.command('correct', { answers: { businessName: '小明便利商店' } });
    return own.status;
  }
  const { state } = await officer.read();
  if (state.status === target || state.step?.act === target) return target;
  if (state.status === 'submitted' && state.checked) await examine(one, state, officer);
  if (state.status === 'in-review' && state.reviewer) {
    const [username = ''] =
      [...hall.staff].find(([, { personId }]) => personId === state.reviewer.personId) ?? [];
    await review(one, staffOf(hall, username, one), prove);
  }
  if (state.status === 'returned') {
    const items = [{ about: 'question', target: 'businessName', text: '請改名' }];
    await officer.command('request-correction', { items });
  }
  if (state.status === 'in-handling' && state.step?.act === 'decide')
    await staffOf(hall, 'approver', one).command('decide', { outcome: 'granted' });
  if (state.status === 'in-handling' && state.step?.act === 'make' && state.certificate)
    await staffOf(hall, 'issuer', one).command('complete-step');
  if (state.status === 'in-handling' && state.step?.act === 'issue')
    await staffOf(hall, 'counter', one).command('complete-step');
  if (state.status === 'awaiting-collection')
    await staffOf(hall, 'counter', one).command('collect', { collector: 'applicant' });
  return state.status;
}

type Staff = ReturnType<typeof staffOf>;

async function examine(
  { stage }: DrillCase,
  state: { notices: number; identityChecked: boolean },
  officer: Staff,
) {
  const ok = { verdict: 'ok' };
  await officer.command('judge-document', { documentId: 'identity', ...ok });
  if (stage === 'awaiting-supplement' && state.notices === 0) {
    const missing = { verdict: 'missing', reason: 'not-handed-in' };
    await officer.command('judge-document', { documentId: 'premises-lease', ...missing });
    return officer.command('send-notice');
  }
  await officer.command('judge-document', { documentId: 'premises-lease', ...ok });
  if (!state.identityChecked) await officer.command('confirm-identity', { originalSeen: true });
  return officer.command('accept');
}

async function review(one: DrillCase, reviewer: Staff, prove: (secret: string) => object) {
  if ((one.stage === 'returned' || one.stage === 'awaiting-correction') && !one.returned) {
    await reviewer.command('return', { failedLines: [{ lineId: 'name', reason: '名稱違規', cure: '改名' }] });
    one.returned = true;
    return;
  }
  for (const lineId of ['complete', 'name', 'scope', 'premises'])
    await reviewer.command('answer-review-line', { lineId, finding: 'met' });
  await reviewer.prove(prove(reviewer.secret));
  await reviewer.command('sign-opinion', { opinion: '符合規定，建議核准。' });
}

/** Where a case stands, in the words of the drill's stages. */
export async function standingOf(hall: Hall, one: DrillCase): Promise<string> {
  const own = await customerOf(hall, one).read();
  if (own.status === 'draft') return own.documents.length > 0 ? 'draft' : 'empty';
  if (own.status !== 'in-handling') return own.status;
  const { state } = await staffOf(hall, 'officer', one).read();
  return state.step?.act ?? 'in-handling';
}

/** Carries every case on, several at once, until each stands where it is to stand; answers those that do not in time. */
export async function carryAll(
  hall: Hall,
  cases: readonly DrillCase[],
  until: (one: DrillCase) => string,
  prove: (secret: string) => object,
  forSeconds: number,
): Promise<readonly DrillCase[]> {
  const end = Date.now() + forSeconds * 1000;
  const left = [...cases];
  const stuck: DrillCase[] = [];
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const standing = await standingOf(hall, one).catch(() => 'unknown');
      if (standing === until(one)) continue;
      // Another's act, or the workflow, came between: the next look sees it.
      await carryOn(hall, one, prove, until(one)).catch((error) => {
        if (Date.now() > end) console.error(String(error).slice(0, 200));
      });
      if (Date.now() > end) stuck.push(one);
      else left.push(one);
      await pause(100);
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return stuck;
}
