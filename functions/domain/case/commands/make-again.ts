import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase } from '../next-case.ts';

/** The issuer has settled why the certificate could not be made, and has it made again. [3.6.1] */
export const makeAgain = defineCommand({
  command: 'make-again',
  from: ['in-handling'],
  to: ['in-handling'],
  by: { kind: 'staff', roles: ['issuer'] },
  input: z.strictObject({}),
  closed: ({ state }) => (state.held === undefined ? { kind: 'certificate-not-held' } : undefined),
  decide: (current) => {
    const { held: _settled, ...rest } = current.state;
    return acceptCase(current, { type: 'certificate-made-again' }, rest);
  },
});
