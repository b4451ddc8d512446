import { normaliseMobile } from '../../../functions/domain/catalogue/normalise.ts';

/** A contact as it is sent: an e-mail address or a mobile number in E.164; undefined when it is neither. */
export function readContact(typed: string): string | undefined {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  if (text.includes('@')) return /^[^@]+@[^@.]+(\.[^@.]+)+$/.test(text) ? text : undefined;
  const mobile = normaliseMobile(text);
  return /^\+[1-9][0-9]{7,14}$/.test(mobile) ? mobile : undefined;
}
