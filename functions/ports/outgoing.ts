export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Our message id, as the provider's tag and in the mail's last line. */
  readonly messageId: string;
}

/** Refused for good: another try would be refused too. */
export class NotDeliverable extends Error {
  override readonly name = 'NotDeliverable';
}

/** Answers the provider's id. Throws `NotDeliverable` when the provider refuses for good, anything else to be tried again. */
export interface MailSender {
  sendMail(mail: OutgoingMail): Promise<string>;
}

/** Text messages; another gateway takes its place behind this port. */
export interface SmsSender {
  sendSms(sms: { readonly to: string; readonly text: string; readonly messageId: string }): Promise<string>;
}
