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

/** The provider answered that it did not take it this time: another try sends it once. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

/**
 * Answers the provider's id. Throws `NotDeliverable` when the provider refuses for good, `NotTaken` when it answered and
 * did not take it; after anything else (no answer) nobody knows whether it was sent. Never tries again by itself.
 */
export interface MailSender {
  sendMail(mail: OutgoingMail): Promise<string>;
}

/** Text messages; another gateway takes its place behind this port. */
export interface SmsSender {
  sendSms(sms: { readonly to: string; readonly text: string; readonly messageId: string }): Promise<string>;
}
