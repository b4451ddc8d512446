import { SESClient } from '@aws-sdk/client-ses';
import { SesMailSender } from '../adapters/ses/ses-mail-sender.ts';
import { configured } from '../config.ts';
import { makeSms } from './sms.ts';

/** One try each: a client that tried again by itself would send twice what the first try sent unheard. */
const ONE_TRY = { maxAttempts: 1 };

export function makeOutgoing() {
  return {
    mail: new SesMailSender(
      new SESClient(ONE_TRY),
      configured('mailSender'),
      configured('mailConfiguration'),
    ),
    sms: makeSms(),
  };
}
