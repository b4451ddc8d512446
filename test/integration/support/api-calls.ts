import { cloud } from './cloud.ts';

/** A PDF of one empty page: its first bytes are what they claim. */
export const PDF = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`;

export interface Answered {
  readonly status: number;
  // Tests look at answers freely.
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of an answer is what it asserts
  readonly body: any;
}

let keys = 0;

export async function call(
  method: string,
  path: string,
  token?: string,
  body?: unknown,
  key?: string,
): Promise<Answered> {
  const answer = await fetch(`${cloud.apiUrl}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'accept-language': 'zh-Hant',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(key && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** The body of an answer that must be a success; throws with what was said instead. */
export async function expectOk(answer: Promise<Answered>, what: string) {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
  return body;
}

export function newKey(): string {
  keys += 1;
  return `key-${process.pid}-${Date.now()}-${keys}`;
}
