import { type CertificateCommand, certificateDefinition } from '../../domain/certificate/certificate.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';

/** A re-run finds it done, perhaps with facts of its own first run: the record keeps what it has. */
const HARMLESS: ReadonlySet<string> = new Set([
  'already-begun',
  'already-numbered',
  'already-issued',
  'idempotency-conflict',
]);

/** Gives the workflow's command to a certificate, once; throws when it is refused for anything but having been done. */
export async function commandCertificate(
  kernel: RecordKernel,
  certificateId: string,
  command: CertificateCommand,
  now: string,
): Promise<void> {
  const answer = await giveCommand(kernel, certificateDefinition, {
    id: certificateId,
    command,
    actor: { kind: 'system', id: 'workflow' },
    key: `${command.type}/${certificateId}`,
    now,
    reference: async () => undefined,
  });
  if (!answer.done && !HARMLESS.has(answer.refusal.kind)) {
    throw new Error(`Certificate ${certificateId} refused ${command.type}: ${answer.refusal.kind}`);
  }
}
