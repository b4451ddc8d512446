import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase } from '../next-case.ts';

/** The system has checked the papers that came and scored the risk: the officer begins with both. [2.2.2] */
export const recordCheck = defineCommand({
  command: 'record-check',
  from: ['submitted'],
  to: ['submitted'],
  by: { kind: 'system' },
  commutes: true,
  input: z.strictObject({
    points: z.int(),
    reasons: z.array(z.string()),
    path: z.enum(['simple', 'normal', 'enhanced']),
  }),
  decide: (current, risk) =>
    acceptCase(current, { type: 'checked', points: risk.points }, { ...current.state, checked: true, risk }),
});
