import { MessageRejected, SESClient, SESServiceException, SendEmailCommand } from '@aws-sdk/client-ses';
import { OptedOutException, PublishCommand, SNSClient, SNSServiceException } from '@aws-sdk/client-sns';
import { describe, expect, test } from 'vitest';
import { MESSAGE_TAG, SesMailSender } from '../../functions/adapters/ses/ses-mail-sender.ts';
import { SnsSmsSender } from '../../functions/adapters/sns/sns-sms-sender.ts';
import { NotDeliverable, NotTaken } from '../../functions/ports/outgoing.ts';
import { mockClient } from '../support/mock-client.ts';

const mail = { to: 'wang@example.org', subject: 's', html: '<p>h</p>', text: 't', messageId: 'case-c1-6-m0' };
const sms = { to: '+8613900000001', text: 't', messageId: 'case-c1-6-m1' };
const answered = {
  name: 'ThrottlingException',
  $fault: 'client' as const,
  $metadata: { httpStatusCode: 400 },
};
const said = { message: '', $metadata: {} };
const NO_ANSWER = Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });

function setup() {
  const client = { region: 'eu-west-1' };
  return {
    ses: mockClient(SESClient),
    sns: mockClient(SNSClient),
    mailSender: new SesMailSender(new SESClient(client), 'no-reply@example.org', 'banli-local'),
    smsSender: new SnsSmsSender(new SNSClient(client)),
  };
}

describe('mail', () => {
  test('carries our id as a tag, and both forms of the text', async () => {
    const { ses, mailSender } = setup();
    ses.on(SendEmailCommand).resolves({ MessageId: 'ses-1' });
    expect(await mailSender.sendMail(mail)).toBe('ses-1');
    const [call] = ses.commandCalls(SendEmailCommand);
    expect(call?.args[0].input).toMatchObject({
      Tags: [{ Name: MESSAGE_TAG, Value: 'case-c1-6-m0' }],
      Message: { Body: { Html: { Data: '<p>h</p>' }, Text: { Data: 't' } } },
    });
  });

  test.each([
    ['refused for good', new MessageRejected(said), NotDeliverable],
    ['answered that it was not taken', new SESServiceException(answered), NotTaken],
  ])('%s', async (_what, error, expected) => {
    const { ses, mailSender } = setup();
    ses.on(SendEmailCommand).rejects(error);
    await expect(mailSender.sendMail(mail)).rejects.toBeInstanceOf(expected);
  });

  test('[R7] not answered: nobody knows, and nobody pretends to', async () => {
    const { ses, mailSender } = setup();
    ses.on(SendEmailCommand).rejects(NO_ANSWER);
    await expect(mailSender.sendMail(mail)).rejects.toThrow('socket hang up');
  });
});

describe('text messages', () => {
  test.each([
    ['refused for good', new OptedOutException(said), NotDeliverable],
    ['answered that it was not taken', new SNSServiceException(answered), NotTaken],
  ])('%s', async (_what, error, expected) => {
    const { sns, smsSender } = setup();
    sns.on(PublishCommand).rejects(error);
    await expect(smsSender.sendSms(sms)).rejects.toBeInstanceOf(expected);
  });
});
