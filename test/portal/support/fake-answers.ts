// What passes between the pages and the API in memory.
export type Body = Readonly<Record<string, unknown>>;

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Body;
  readonly signedIn: boolean;
  readonly key: string;
}

export interface Answered {
  readonly status: number;
  readonly body?: unknown;
}

export const ok = (body: unknown): Answered => ({ status: 200, body });

export function refused(status: number, kind: string, more: object = {}): Answered {
  const said = { title: `「${kind}」`, next: '請照說明處理。', reference: 'r-0001' };
  return { status, body: { type: `urn:banli:refusal:${kind}`, status, kind, ...said, ...more } };
}
