import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase } from '../next-case.ts';
import { closing } from '../told.ts';

/**
 * The certificate is handed over at the counter, to the person or to somebody with a mandate; refused on an identity
 * that nobody has checked, and to a collector without a mandate. [2.1.2] [3.7.2]
 */
export const collect = defineCommand({
  command: 'collect',
  from: ['awaiting-collection'],
  to: ['closed'],
  by: { kind: 'staff', roles: ['back-office', 'acceptance-officer'] },
  input: z.strictObject({
    collector: z.enum(['applicant', 'representative']),
    mandateSeen: z.exactOptional(z.boolean()),
  }),
  closed: ({ state }, { reference: { service } }) =>
    service.assurance.collect === 'checked' && !state.identityChecked
      ? { kind: 'identity-not-checked' }
      : undefined,
  decide: (current, { collector, mandateSeen }, { now, reference }) => {
    if (collector === 'representative' && mandateSeen !== true) {
      return { accepted: false, refusal: { kind: 'mandate-missing' } };
    }
    const { keepUntil: _until, keepUntilAt: _at, uncollected: _listed, ...ended } = current.state;
    return acceptCase(current, { type: 'collected', collector }, closing(ended, now, reference));
  },
});
