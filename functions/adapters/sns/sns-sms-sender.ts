import {
  InvalidParameterException,
  OptedOutException,
  PublishCommand,
  type SNSClient,
  SNSServiceException,
} from '@aws-sdk/client-sns';
import { NotDeliverable, NotTaken, type SmsSender } from '../../ports/outgoing.ts';

/** Text messages by SNS; there is no report and no handle but the provider's id. */
export class SnsSmsSender implements SmsSender {
  readonly #client: SNSClient;

  constructor(client: SNSClient) {
    this.#client = client;
  }

  async sendSms({ to, text }: Parameters<SmsSender['sendSms']>[0]): Promise<string> {
    try {
      const { MessageId } = await this.#client.send(
        new PublishCommand({
          PhoneNumber: to,
          Message: text,
          MessageAttributes: {
            'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
          },
        }),
      );
      if (MessageId === undefined) throw new Error('SNS took a message and gave no id');
      return MessageId;
    } catch (error) {
      if (error instanceof InvalidParameterException || error instanceof OptedOutException) {
        throw new NotDeliverable(error.name);
      }
      if (error instanceof SNSServiceException) throw new NotTaken(error.name);
      throw error;
    }
  }
}
