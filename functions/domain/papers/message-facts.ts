import type { TraceStep } from '../clock/trace.ts';
import type { LocalizedText } from '../language.ts';

/**
 * What each message needs to be written, in any language. Dates are `YYYY-MM-DD`, instants ISO UTC. Texts of the
 * catalogue and the hall are `LocalizedText`; a plain string is what a person typed, shown as it is.
 */
export interface MessageFacts {
  readonly code: CodeFacts;
  readonly receipt: ReceiptFacts;
  readonly notice: NoticeFacts;
  readonly acceptance: AcceptanceFacts;
  readonly correction: CorrectionFacts;
  readonly result: ResultFacts;
  readonly 'pick-up': PickUpFacts;
  readonly 'lapse-warning': LapseWarningFacts;
  readonly 'file-lost': FileLostFacts;
}

export type MessageKind = keyof MessageFacts;

/** A message to be written: its kind with the facts of that kind. */
export type MessageToWrite = {
  readonly [Kind in MessageKind]: { readonly kind: Kind; readonly facts: MessageFacts[Kind] };
}[MessageKind];

export const MESSAGE_KINDS = [
  'code',
  'receipt',
  'notice',
  'acceptance',
  'correction',
  'result',
  'pick-up',
  'lapse-warning',
  'file-lost',
] as const satisfies readonly MessageKind[];

/** The hall that speaks; the hotline is on every message [4.4.1]. */
export interface HallFacts {
  readonly name: LocalizedText;
  readonly timeZone: string;
  readonly hotline: string;
}

export interface EveryMessage {
  /** Our message id: the last line carries it, so that a delivery report finds the message. */
  readonly messageId: string;
  readonly hall: HallFacts;
}

/** Every message about a case. */
export interface EveryCaseMessage extends EveryMessage {
  readonly caseNumber: string;
  readonly service: LocalizedText;
  /** How the letter addresses the person; never in a subject, never in an SMS. */
  readonly addressee: string;
  /** The case's page in the portal. It holds no token and asks for a sign-in or the second fact. */
  readonly caseUrl: string;
}

/** A rule and where it stands, for example 市場主體登記管理條例 §19: the catalogue's, or as an officer wrote it. */
export type Article = LocalizedText | string;

export interface CodeFacts extends EveryMessage {
  readonly code: string;
  readonly expiresAt: string;
  readonly validMinutes: number;
}

export interface ReceiptFacts extends EveryCaseMessage {
  readonly receivedAt: string;
  /** The application's names: whose it is, and who filed it for them, if another did. */
  readonly filedFor?: string;
  readonly filedBy?: string;
  /** By when the papers are checked, and the rules that made the date, as the clock explains it. */
  readonly checkedBy: ExplainedDate;
  /** Version of the privacy notice the person was shown, where one is kept. */
  readonly privacyNotice?: string;
}

/** A due date as the clock gave it, with the steps that made it; a provisional one may still move. */
export interface ExplainedDate {
  readonly dueDate: string;
  readonly trace: readonly TraceStep[];
  readonly provisional: boolean;
}

/** One thing to be supplied or put right: what it is, and what the officer wrote about it. */
export interface OpenItem {
  readonly what: LocalizedText;
  readonly why: LocalizedText | string;
}

export interface Silence {
  /** What follows when nothing comes by the date, and where the law says so. */
  readonly consequence: 'deemed-withdrawn' | 'decided-as-filed';
  readonly article: Article;
}

export interface NoticeFacts extends EveryCaseMessage {
  readonly items: readonly OpenItem[];
  readonly respondBy: ExplainedDate;
  readonly silence: Silence;
  /** Why there is another notice; absent on the first, which is meant to be the only one [3.2.2]. */
  readonly furtherBecause?: LocalizedText | string;
}

export interface AcceptanceFacts extends EveryCaseMessage {
  readonly acceptedAt: string;
  /** The promised date, where the hall promises an earlier one than the law asks. */
  readonly promised?: ExplainedDate;
  readonly statutory: ExplainedDate & { readonly article: Article };
  /** Papers accepted with a promise, each with the last day to bring it. */
  readonly promises?: readonly { readonly what: LocalizedText; readonly by: string }[];
}

export interface CorrectionFacts extends EveryCaseMessage {
  readonly items: readonly OpenItem[];
  readonly respondBy: ExplainedDate;
  readonly silence: Silence;
  /** The statutory clock does not wait for a correction [3.5.2]. */
  readonly statutoryDueDate: string;
}

/** Where a decision can be fought, until when, and by what article. */
export interface RemedyWay {
  readonly body: LocalizedText;
  readonly lastDate: string;
  readonly article: Article;
}

export interface Remedy {
  readonly reconsideration: RemedyWay;
  readonly litigation?: RemedyWay;
}

export type ResultFacts = EveryCaseMessage &
  (
    | {
        readonly outcome: 'granted';
        readonly decidedOn: string;
        readonly certificateNumber: string;
        readonly delivery: 'counter' | 'mail' | 'download';
      }
    | {
        readonly outcome: 'granted-in-part';
        readonly decidedOn: string;
        readonly certificateNumber: string;
        readonly delivery: 'counter' | 'mail' | 'download';
        readonly ground: LocalizedText | string;
        readonly article: Article;
        readonly remedy: Remedy;
      }
    | {
        readonly outcome: 'refused';
        readonly decidedOn: string;
        readonly ground: LocalizedText | string;
        readonly article: Article;
        readonly remedy: Remedy;
      }
    | {
        readonly outcome: 'declined';
        readonly decidedOn: string;
        readonly ground: LocalizedText | string;
        readonly article: Article;
        /** Who is competent, or the right way to get it done. */
        readonly instead?: LocalizedText | string;
        readonly remedy: Remedy;
      }
    | { readonly outcome: 'withdrawn'; readonly decidedOn: string }
    | { readonly outcome: 'lapsed'; readonly decidedOn: string; readonly article: Article }
  );

export interface PickUpFacts extends EveryCaseMessage {
  readonly place: LocalizedText;
  /** Absent where the place says it already. */
  readonly address?: LocalizedText;
  readonly window?: LocalizedText;
  readonly hours: LocalizedText;
  readonly bring: readonly LocalizedText[];
  readonly lastDay: string;
  readonly mailPossible: boolean;
}

export interface LapseWarningFacts extends EveryCaseMessage {
  readonly items: readonly OpenItem[];
  /** The last day to answer. */
  readonly respondBy: string;
  readonly silence: Silence;
}

export interface FileLostFacts extends EveryCaseMessage {
  /** The papers whose files are to be sent again. */
  readonly items: readonly OpenItem[];
}
