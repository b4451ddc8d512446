import * as z from 'zod/mini';
import type { NextOf, RecordDefinition, RecordTypes } from '../record/definition.ts';
import { accept, refuse, type Verdict } from '../refusal.ts';

const state = z.strictObject({
  status: z.enum(['being-made', 'valid', 'suspended', 'revoked', 'replaced', 'expired']),
  caseId: z.string(),
  service: z.string(),
  /** Version of the number series then seen: a re-run searches from there before taking a number. */
  seriesSeen: z.int(),
  number: z.exactOptional(z.string()),
  issuedOn: z.exactOptional(z.string()),
  pdfSha256: z.exactOptional(z.string()),
  pdfKey: z.exactOptional(z.string()),
  /** What anyone may see when verifying it; never more than the service publishes. */
  published: z.record(z.string(), z.string()),
  /** Long and random: what the QR carries beside the number. */
  verificationCode: z.string(),
});
export type CertificateState = z.infer<typeof state>;
const event = z.looseObject({ type: z.string() });
type CertificateEvent = z.infer<typeof event>;

export type CertificateCommand =
  | {
      readonly type: 'begin';
      readonly hall: string;
      readonly caseId: string;
      readonly service: string;
      readonly seriesSeen: number;
      readonly published: Readonly<Record<string, string>>;
      readonly verificationCode: string;
    }
  | { readonly type: 'number'; readonly number: string }
  | { readonly type: 'issue'; readonly issuedOn: string; readonly pdfSha256: string; readonly pdfKey: string }
  /** `reason` is a code: it is in the clear. */
  | { readonly type: 'revoke'; readonly reason: string };

export interface CertificateTypes extends RecordTypes {
  readonly state: CertificateState;
  readonly personal: null;
  readonly event: CertificateEvent;
  readonly command: CertificateCommand;
  readonly reference: undefined;
}

/** A certificate is a record of its own: renewals, replacements and broken promises act on it, not on the case. [3.6.1] */
export const certificateDefinition: RecordDefinition<CertificateTypes> = {
  kind: 'certificate',
  schemaVersion: 1,
  schema: { state, personal: z.null(), event },
  judge: (current, { command }): Verdict<NextOf<CertificateTypes>> => {
    if (current === undefined) return command.type === 'begin' ? accept(begun(command)) : refuse('not-found');
    const { state: before, hall } = current;
    const next = (type: string, changed: Partial<CertificateState>, why: { reason?: string } = {}) =>
      accept({ hall, personal: null, event: { type, ...why }, state: { ...before, ...changed } });
    switch (command.type) {
      case 'begin':
        return refuse('already-begun');
      case 'number':
        return before.number === undefined
          ? next('numbered', { number: command.number })
          : refuse('already-numbered');
      case 'issue': {
        if (before.number === undefined) return refuse('not-numbered');
        if (before.status !== 'being-made') return refuse('already-issued');
        const { issuedOn, pdfSha256, pdfKey } = command;
        return next('issued', { status: 'valid', issuedOn, pdfSha256, pdfKey });
      }
      case 'revoke':
        return before.status === 'valid'
          ? next('revoked', { status: 'revoked' }, { reason: command.reason })
          : refuse('not-valid');
    }
  },
  headOf: ({ state: { status, number, service, verificationCode } }) => ({
    card: { status, number: number ?? null, service },
    ...(number !== undefined && {
      finders: [
        { field: 'certificate', value: number },
        { field: 'verification', value: verificationCode },
      ],
    }),
  }),
};

function begun({ hall, type: _type, ...facts }: Extract<CertificateCommand, { type: 'begin' }>) {
  return {
    hall,
    personal: null,
    event: { type: 'begun' },
    state: { status: 'being-made' as const, ...facts, published: { ...facts.published } },
  };
}
