import { MessageRejected, type SESClient, SESServiceException, SendEmailCommand } from '@aws-sdk/client-ses';
import { type MailSender, NotDeliverable, NotTaken, type OutgoingMail } from '../../ports/outgoing.ts';

/** The tag by which a delivery report finds our message. */
export const MESSAGE_TAG = 'banli-message';

export class SesMailSender implements MailSender {
  readonly #client: SESClient;
  readonly #sender: string;
  readonly #configurationSet: string;

  constructor(client: SESClient, sender: string, configurationSet: string) {
    this.#client = client;
    this.#sender = sender;
    this.#configurationSet = configurationSet;
  }

  async sendMail({ to, subject, html, text, messageId }: OutgoingMail): Promise<string> {
    const utf8 = (data: string) => ({ Data: data, Charset: 'UTF-8' });
    try {
      const { MessageId } = await this.#client.send(
        new SendEmailCommand({
          Source: this.#sender,
          Destination: { ToAddresses: [to] },
          Message: { Subject: utf8(subject), Body: { Html: utf8(html), Text: utf8(text) } },
          ConfigurationSetName: this.#configurationSet,
          Tags: [{ Name: MESSAGE_TAG, Value: messageId }],
        }),
      );
      if (MessageId === undefined) throw new Error('SES took a mail and gave no id');
      return MessageId;
    } catch (error) {
      if (error instanceof MessageRejected) throw new NotDeliverable(error.name);
      if (error instanceof SESServiceException) throw new NotTaken(error.name);
      throw error;
    }
  }
}
