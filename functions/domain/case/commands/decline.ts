import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { endedFrom } from '../due-effects.ts';
import { acceptCase, doerOf, withText } from '../next-case.ts';

export const DECLINE_GROUNDS = [
  'not-our-authority',
  'no-permit-needed',
  'not-eligible',
  'already-granted',
] as const;

/** The officer declines what this authority cannot take: ground, article and the competent authority are told. [4.1.2] */
export const decline = defineCommand({
  command: 'decline',
  from: ['submitted'],
  to: ['result-ready'],
  by: { kind: 'staff', roles: ['acceptance-officer'] },
  input: z.strictObject({
    ground: z.enum(DECLINE_GROUNDS),
    article: z.string().check(z.minLength(2), z.maxLength(120)),
    competentAuthority: z.string().check(z.minLength(2), z.maxLength(120)),
    text: z.string().check(z.minLength(5), z.maxLength(600)),
  }),
  decide: (current, { ground, article, competentAuthority, text }, { actor, now }) => {
    const { state } = current;
    const texts = withText(withText(current.personal, 'decision', text), 'article', article);
    return acceptCase(
      current,
      { type: 'declined', ground },
      {
        ...endedFrom(state, now),
        accepted: doerOf(actor),
        status: 'result-ready',
        outcome: 'declined',
        endedAt: now,
        told: [],
        callOpen: false,
      },
      { personal: withText(texts, 'competent-authority', competentAuthority) },
    );
  },
});
