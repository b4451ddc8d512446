import { caseDefinition } from '../../domain/case/case.ts';
import { dayOf } from '../../domain/proof/digest-day.ts';
import { canonicalOf, jsonOf } from '../../domain/proof/signed.ts';
import { type SignedReceipt, signedReceipt } from '../../domain/proof/statements.ts';
import type { KeptVersion } from '../../domain/record/chain.ts';
import { readClearPart, readClearState } from '../../domain/record/read-version.ts';
import type { Receipts, Signer } from '../../ports/proof.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { type Proving, proveInclusion } from './prove-inclusion.ts';
import { signStatement } from './sign.ts';

export interface ReceiptDesk extends Proving {
  readonly store: Pick<RecordStore, 'versionsAfter'>;
  readonly receipts: Receipts;
  readonly signer: Signer;
  readonly timeZone: string;
}

const VERSIONS_A_PAGE = 25;

/**
 * The signed receipt of a case, made when it is first asked for and never again: a command stays at one call to the key
 * service, and a receipt nobody wants costs none. Once the day is sealed it carries its proof. `undefined` for a draft.
 */
export async function receiptOf(
  desk: ReceiptDesk,
  caseId: string,
  now: string,
): Promise<SignedReceipt | undefined> {
  const file = (await desk.receipts.receipt(caseId)) ?? (await makeReceipt(desk, caseId, now));
  if (file === undefined) return undefined;
  const { receivedOn, ...receipt } = keptReceipt(file, desk.timeZone);
  const proof = await proveInclusion(desk, receivedOn, receipt.statement.hash);
  return proof === undefined ? receipt : { ...receipt, proof };
}

async function makeReceipt(desk: ReceiptDesk, caseId: string, now: string): Promise<string | undefined> {
  const submitted = await submissionOf(desk, caseId);
  if (submitted === undefined) return undefined;
  const { at } = readClearPart(submitted);
  const { state } = readClearState(caseDefinition, submitted);
  if (!('receiptNumber' in state)) return undefined;
  const signed = await signStatement(desk.signer, {
    type: 'banli-receipt',
    receiptNumber: state.receiptNumber,
    receivedAt: state.submittedAt,
    writtenAt: at,
    signedAt: now,
    record: { kind: 'case', id: caseId },
    epoch: submitted.epoch,
    version: submitted.version,
    hash: submitted.hash,
  });
  return desk.receipts.keepReceipt(caseId, canonicalOf(signed));
}

/** The version by which the draft became an application: the first that has a receipt number. */
async function submissionOf({ store }: ReceiptDesk, id: string): Promise<KeptVersion | undefined> {
  let after = { epoch: 1, version: 0 };
  for (;;) {
    const versions = await store.versionsAfter({ kind: 'case', id }, after, VERSIONS_A_PAGE);
    const found = versions.find((kept) => 'receiptNumber' in readClearState(caseDefinition, kept).state);
    const last = versions.at(-1);
    if (found !== undefined || last === undefined) return found;
    after = last;
  }
}

function keptReceipt(file: string, timeZone: string) {
  const receipt = signedReceipt.parse(jsonOf(file));
  return { ...receipt, receivedOn: dayOf(receipt.statement.writtenAt, timeZone) };
}
