import type { Phase, Turn } from '../../functions/domain/case/stage.ts';
import type { CaseStatus, Outcome } from '../../functions/domain/case/state.ts';
import type { Service } from '../../functions/domain/catalogue/service.ts';
import type { Language, LocalizedText } from '../../functions/domain/language.ts';

/** Answers as they travel; `Answers` of the catalogue is the same, never to be changed. */
export type SentAnswers = Record<string, string | boolean | string[] | Record<string, string>[]>;

/** What anyone may read of a service: guide, form and documents, in all languages. */
export type PublicService = Pick<
  Service,
  | 'id'
  | 'names'
  | 'summary'
  | 'verifiedOn'
  | 'legalBasis'
  | 'whoMayApply'
  | 'howItGoes'
  | 'trips'
  | 'channels'
  | 'fee'
  | 'hotline'
  | 'competentAuthority'
  | 'form'
  | 'documents'
  | 'mostFiles'
  | 'limits'
  | 'result'
  | 'pickUp'
  | 'remedy'
  | 'greenChannel'
> & { readonly version: number };

export interface ServiceLine {
  readonly id: string;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  readonly sample: boolean;
}

export interface Page<Item> {
  readonly items: Item[];
  readonly cursor?: string;
}

export interface OwnFile {
  readonly fileId: string;
  readonly documentId: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly state: 'checking' | 'clean' | 'refused';
  /** Kind of refusal: `wrong-file-type`, `file-unsafe`, `file-locked` … */
  readonly why?: string;
}

export interface ClockView {
  readonly statutory: string;
  readonly promised: string;
  readonly binding: 'statutory' | 'promised';
  readonly dueAt: string;
  readonly dueDate: string;
  readonly provisional: boolean;
  /** Why this date, a sentence a line, in the language asked for. */
  readonly trace: string[];
}

export interface NoticeItem {
  readonly itemId: string;
  readonly documentId?: string;
  readonly questionId?: string;
  readonly reason: string;
  readonly text: string;
  readonly answered?: boolean;
}

export interface Notice {
  readonly items: NoticeItem[];
  readonly respondBy: string;
  readonly consequence: string;
}

export interface Receipt {
  readonly number: string;
  readonly receivedAt: string;
  /** By when the papers are checked. */
  readonly checkedBy: string;
}

/** Anyone's view of where a case stands: three questions in one screen [U17]. */
export interface TrackingView {
  readonly receiptNumber: string;
  readonly service: { readonly id: string; readonly name: LocalizedText };
  readonly status: CaseStatus;
  readonly outcome?: Outcome;
  readonly phase: Phase;
  readonly whoseTurn: Turn;
  readonly submittedAt: string;
  readonly clock?: ClockView;
  readonly respondBy?: string;
}

export interface OwnCase {
  readonly caseId: string;
  readonly version: number;
  readonly status: CaseStatus;
  readonly outcome?: Outcome;
  readonly phase: Phase;
  readonly whoseTurn: Turn;
  readonly service: { readonly id: string; readonly version: number };
  readonly draft?: { readonly revision: number; readonly answers: SentAnswers; readonly keptUntil?: string };
  readonly answers?: SentAnswers;
  readonly documents: OwnFile[];
  readonly clock?: ClockView;
  readonly receipt?: Receipt;
  readonly notice?: Notice;
  readonly certificate?: { readonly number: string };
  readonly pickUp?: { readonly keepUntil: string };
  /** No malware scanner is configured here: uploads were checked by content only. */
  readonly contentChecked: boolean;
  readonly decision?: { readonly decidedOn: string; readonly ground?: string; readonly remedyBy?: string };
  readonly commands: {
    readonly command: string;
    readonly open: boolean;
    readonly why?: string;
    readonly next?: string;
  }[];
}

export interface CaseLine {
  readonly caseId: string;
  readonly service: { readonly id: string; readonly name: LocalizedText };
  readonly status: CaseStatus;
  readonly outcome?: Outcome;
  readonly whoseTurn: Turn;
  readonly receiptNumber?: string;
  readonly at: string;
  readonly dueDate?: string;
}

export interface Me {
  readonly personId: string;
  readonly contacts: { readonly channel: 'mail' | 'sms'; readonly address: string }[];
  readonly assurance: 'contact' | 'checked';
  readonly language: Language;
}

export interface CertificateView {
  readonly number: string;
  readonly state: 'valid' | 'suspended' | 'revoked' | 'replaced' | 'expired';
  readonly title: LocalizedText;
  readonly issuedBy: LocalizedText;
  readonly signedOn: string;
  readonly fields: { readonly label: LocalizedText; readonly value: LocalizedText | string }[];
}

export interface Reading {
  readonly at: string;
  readonly who: string;
  readonly role: string;
  readonly purpose: string;
}
