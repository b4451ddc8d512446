import { expect, onTestFinished, test, vi } from 'vitest';
import { makeOutgoing } from '../../functions/container/outgoing.ts';
import { ENVIRONMENT } from '../../functions/environment.ts';
import { NotTaken } from '../../functions/ports/outgoing.ts';

const mail = { to: 'wang@example.org', subject: 's', html: '<p>h</p>', text: 't', messageId: 'case-c1-6-m0' };
const sms = { to: '+8613900000001', text: 't', messageId: 'case-c1-6-m1' };

test('[R7] no client tries a sending again by itself', async () => {
  vi.stubEnv(ENVIRONMENT.mailSender, 'no-reply@example.org');
  vi.stubEnv(ENVIRONMENT.mailConfiguration, 'banli-local');
  vi.stubEnv(ENVIRONMENT.smsGateway, 'sns');
  // Nobody listens there: the clients learn nothing, and a client of its own mind would try three times.
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9');
  for (const name of ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'local');
  onTestFinished(() => void vi.unstubAllEnvs());
  const outgoing = makeOutgoing();
  for (const sending of [() => outgoing.mail.sendMail(mail), () => outgoing.sms.sendSms(sms)]) {
    const error: unknown = await sending().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ $metadata: { attempts: 1 } });
    expect(error).not.toBeInstanceOf(NotTaken);
  }
});
