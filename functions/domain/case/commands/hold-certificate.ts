import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase } from '../next-case.ts';

/** The system cannot print a name with the fonts it has: no box is ever printed instead; a person settles it. [3.6.1] */
export const holdCertificate = defineCommand({
  command: 'hold-certificate',
  from: ['in-handling'],
  to: ['in-handling'],
  by: { kind: 'system' },
  commutes: true,
  input: z.strictObject({ why: z.enum(['glyph-missing']) }),
  closed: ({ state }) => (state.certificate === undefined ? undefined : { kind: 'certificate-already-made' }),
  decide: (current, { why }) =>
    acceptCase(current, { type: 'certificate-held', why }, { ...current.state, held: why }),
});
