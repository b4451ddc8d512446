import type { LocalizedText } from '../functions/domain/language.ts';

/** How long backups are kept, and how hard it is to be rid of one before. */
export interface BackupConfig {
  /** `compliance`: after the days to think it over nobody can open the lock, the account's root neither. */
  readonly lock: 'compliance' | 'governance';
  readonly dailyKeptDays: number;
}

/** CloudFront and its firewall before portal and API. */
export interface EdgeConfig {
  /** What people type. The API of a region answers the edge alone, at a name below it. */
  readonly domain: string;
  /** Of Route 53, for the names and the proof that they are ours. */
  readonly zone: { readonly id: string; readonly name: string };
  /** Requests of one address in five minutes: any, and those by which something may be guessed. */
  readonly mostRequests: { readonly any: number; readonly guessing: number };
}

/** Text messages by another than SNS: where AWS sends none, as in its regions of the mainland. */
export interface SmsGatewayConfig {
  readonly url: string;
  readonly sender: string;
  /** Base64 of what `aws kms encrypt --key-id alias/banli/<stage>/messages --encryption-context purpose=sms-gateway` gave. */
  readonly sealedSecret: string;
}

/** Where staff sign in at a provider of their organisation (OpenID Connect), as where AWS has no user pools. */
export interface StaffProviderConfig {
  /** As the button names it by which colleagues go there. */
  readonly name: LocalizedText;
  readonly issuer: string;
  readonly clientId: string;
  /** For whom its access tokens are; the API takes no other. */
  readonly audience: string;
}

/** Who called AWS, what looks like an intruder, and what it costs. */
export interface WatchConfig {
  /** People are told at four fifths of it, and as soon as the month will pass it. */
  readonly monthlyDollars: number;
}
