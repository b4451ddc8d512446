import { normaliseMobile } from '../../domain/catalogue/normalise.ts';
import type { Contact } from '../../ports/sign-in.ts';

/** What a person typed as a contact: an e-mail address or a mobile number, told apart; `undefined` when it is neither. */
export function readContact(typed: string): Contact | undefined {
  const text = typed.normalize('NFKC').trim();
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return { channel: 'mail', address: text.toLowerCase() };
  const mobile = normaliseMobile(text);
  return /^\+[1-9]\d{7,14}$/.test(mobile) ? { channel: 'sms', address: mobile } : undefined;
}

/** A contact as it may be shown back: enough to recognise one's own. */
export function maskContact({ channel, address }: Contact): string {
  if (channel === 'sms') return `${address.slice(0, 5)}****${address.slice(-4)}`;
  const [name = '', domain = ''] = address.split('@');
  return `${name.slice(0, 1)}***@${domain}`;
}
