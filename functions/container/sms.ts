import { DecryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod/mini';
import { GatewaySmsSender } from '../adapters/sms-gateway/gateway-sms-sender.ts';
import { SnsSmsSender } from '../adapters/sns/sns-sms-sender.ts';
import { configured } from '../config.ts';
import type { SmsSender } from '../ports/outgoing.ts';

const gateway = z.strictObject({ url: z.url(), sender: z.string(), sealedSecret: z.string() });

/** One try: a client that tried again by itself would send twice what the first try sent unheard. */
export function makeSms(): SmsSender {
  const named = configured('smsGateway');
  if (named === 'sns') return new SnsSmsSender(new SNSClient({ maxAttempts: 1 }));
  const { url, sender, sealedSecret } = gateway.parse(JSON.parse(named));
  return new GatewaySmsSender({
    url,
    sender,
    secret: () => openSecret(sealedSecret),
    now: () => Math.floor(Date.now() / 1000),
  });
}

/** The configuration holds it sealed, for this purpose alone. */
async function openSecret(sealed: string): Promise<Uint8Array> {
  const { Plaintext } = await new KMSClient({}).send(
    new DecryptCommand({
      CiphertextBlob: Buffer.from(sealed, 'base64'),
      EncryptionContext: { purpose: 'sms-gateway' },
    }),
  );
  if (Plaintext === undefined) throw new Error('The secret of the gateway opens to nothing');
  return Plaintext;
}
