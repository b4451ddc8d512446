import { SESClient } from '@aws-sdk/client-ses';
import { SNSClient } from '@aws-sdk/client-sns';
import { SesMailSender } from '../adapters/ses/ses-mail-sender.ts';
import { SnsSmsSender } from '../adapters/sns/sns-sms-sender.ts';
import { configured } from '../config.ts';

export function makeOutgoing() {
  return {
    mail: new SesMailSender(new SESClient({}), configured('mailSender'), configured('mailConfiguration')),
    sms: new SnsSmsSender(new SNSClient({})),
  };
}
