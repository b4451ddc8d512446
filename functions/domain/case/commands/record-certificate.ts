import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase } from '../next-case.ts';

/** The system has made the certificate from the locked data: its number and the hash of its PDF are on the record. [3.6.1] */
export const recordCertificate = defineCommand({
  command: 'record-certificate',
  from: ['in-handling'],
  to: ['in-handling'],
  by: { kind: 'system' },
  commutes: true,
  input: z.strictObject({ certificateId: z.string(), number: z.string(), sha256: z.string() }),
  closed: ({ state }) => {
    if (state.outcome !== 'granted') return { kind: 'not-decided' };
    return state.certificate === undefined ? undefined : { kind: 'certificate-already-made' };
  },
  decide: (current, certificate) =>
    acceptCase(
      current,
      { type: 'certificate-made', certificateId: certificate.certificateId, number: certificate.number },
      { ...current.state, certificate },
    ),
});
