import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { NotDeliverable, NotTaken, type SmsSender } from '../../ports/outgoing.ts';

export interface Gateway {
  readonly url: string;
  /** As the gateway shows it to the phone. */
  readonly sender: string;
  /** What the gateway and we know; asked for at the first message, and kept. */
  readonly secret: () => Promise<Uint8Array>;
  /** Epoch seconds; a gateway refuses what was signed long ago. */
  readonly now: () => number;
}

const taken = z.object({ id: z.string().check(z.minLength(1)) });

/** Refused whoever asks again: the number is none, is barred, or the text may not be sent. */
const FOR_GOOD = new Set([400, 404, 410, 422]);

/** So long one waits for an answer; then nobody knows whether it was taken. */
const MOST_MILLISECONDS = 10_000;

/** Errors of a connection that was never made: nothing was said. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

/**
 * Text messages by a gateway that speaks HTTP, for places where no SNS sends any. Signed over time and body by a common
 * secret (HMAC SHA-256); our message id goes along, by which a gateway knows a second try of the same message. It tries once:
 * the queue tries again, and only what was surely not taken.
 */
export class GatewaySmsSender implements SmsSender {
  readonly #gateway: Gateway;
  #secret: Promise<Uint8Array> | undefined;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  async sendSms({ to, text, messageId }: Parameters<SmsSender['sendSms']>[0]): Promise<string> {
    const { url, sender } = this.#gateway;
    const body = JSON.stringify({ id: messageId, sender, to, text });
    const headers = { 'content-type': 'application/json', ...(await this.#sign(body)) };
    const answer = await this.#ask(url, { method: 'POST', headers, body });
    if (FOR_GOOD.has(answer.status)) throw new NotDeliverable(`gateway ${answer.status}`);
    if (!answer.ok) throw new NotTaken(`gateway ${answer.status}`);
    return taken.parse(await answer.json()).id;
  }

  async #sign(body: string): Promise<Record<string, string>> {
    this.#secret ??= this.#gateway.secret();
    const time = String(this.#gateway.now());
    try {
      const signature = createHmac('sha256', await this.#secret)
        .update(`${time}.${body}`)
        .digest('hex');
      return { 'x-banli-time': time, 'x-banli-signature': signature };
    } catch (error) {
      this.#secret = undefined;
      throw error;
    }
  }

  async #ask(url: string, request: RequestInit): Promise<Response> {
    try {
      return await fetch(url, {
        ...request,
        redirect: 'error',
        signal: AbortSignal.timeout(MOST_MILLISECONDS),
      });
    } catch (error) {
      if (NOT_CONNECTED.has(codeOf(error))) throw new NotTaken('gateway not reached');
      throw error;
    }
  }
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
