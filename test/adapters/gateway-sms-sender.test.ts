import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { GatewaySmsSender } from '../../functions/adapters/sms-gateway/gateway-sms-sender.ts';
import { NotDeliverable, NotTaken } from '../../functions/ports/outgoing.ts';

const SECRET = Buffer.from('what the gateway and the hall know');
const NOW = 1_795_000_000;
const sms = { to: '+8613900000001', text: '驗證碼 123456', messageId: 'case-c1-6-m1' };

/** A small gateway: it checks the signature and its age, and takes each message id once. */
async function setup({ secret = SECRET, now = NOW, status = 202, hangUp = false } = {}) {
  const phone: { id: string; to: string; text: string }[] = [];
  const server = createServer(async (request, answer) => {
    if (hangUp) {
      request.socket.destroy();
      return;
    }
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString('utf8');
    const time = String(request.headers['x-banli-time']);
    const said = Buffer.from(String(request.headers['x-banli-signature']));
    const right = Buffer.from(createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex'));
    const genuine = said.length === right.length && timingSafeEqual(said, right);
    const refusal = !genuine || Math.abs(NOW - Number(time)) > 300 ? 401 : status;
    if (refusal !== 202) {
      answer.writeHead(refusal, { location: 'http://127.0.0.1:1/' }).end();
      return;
    }
    const message = JSON.parse(body);
    if (!phone.some(({ id }) => id === message.id)) phone.push(message);
    answer
      .writeHead(202, { 'content-type': 'application/json' })
      .end(JSON.stringify({ id: `g-${message.id}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`;
  const sender = new GatewaySmsSender({
    url,
    sender: '辦理中心',
    secret: async () => secret,
    now: () => now,
  });
  return { sender, phone, close: () => new Promise((resolve) => server.close(resolve)) };
}

test('a message arrives as it was written, and answers the gateway’s id', async () => {
  const { sender, phone } = await setup();
  expect(await sender.sendSms(sms)).toBe('g-case-c1-6-m1');
  expect(phone).toEqual([{ id: sms.messageId, sender: '辦理中心', to: sms.to, text: sms.text }]);
});

test('[R7] a second try of the same message is known by its id and sent once', async () => {
  const { sender, phone } = await setup();
  await sender.sendSms(sms);
  await sender.sendSms(sms);
  expect(phone).toHaveLength(1);
});

test.each([400, 404, 410, 422])('answer %d is refused for good', async (status) => {
  const { sender } = await setup({ status });
  await expect(sender.sendSms(sms)).rejects.toBeInstanceOf(NotDeliverable);
});

test.each([401, 403, 429, 500, 503])('answer %d was not taken, and may be tried again', async (status) => {
  const { sender } = await setup({ status });
  await expect(sender.sendSms(sms)).rejects.toBeInstanceOf(NotTaken);
});

test('a wrong secret and an old signature are not taken by the gateway', async () => {
  const wrong = await setup({ secret: Buffer.from('another') });
  await expect(wrong.sender.sendSms(sms)).rejects.toBeInstanceOf(NotTaken);
  const old = await setup({ now: NOW - 3600 });
  await expect(old.sender.sendSms(sms)).rejects.toBeInstanceOf(NotTaken);
  expect([...wrong.phone, ...old.phone]).toEqual([]);
});

test('a gateway that nobody reaches took nothing', async () => {
  const { sender, close } = await setup();
  await close();
  await expect(sender.sendSms(sms)).rejects.toBeInstanceOf(NotTaken);
});

test('[R7] not answered: nobody knows, and nobody pretends to', async () => {
  const { sender } = await setup({ hangUp: true });
  const failure = await sender.sendSms(sms).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(NotTaken);
  expect(failure).not.toBeInstanceOf(NotDeliverable);
});

test('it follows the gateway nowhere else, where the text would go along', async () => {
  const { sender, phone } = await setup({ status: 307 });
  await expect(sender.sendSms(sms)).rejects.toThrow();
  expect(phone).toEqual([]);
});
