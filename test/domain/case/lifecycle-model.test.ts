import { hash } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { DUE_EFFECTS } from '../../../functions/domain/case/due-effects.ts';
import { explain } from '../../../functions/domain/case/explain.ts';
import { LIFECYCLE, ruleOf } from '../../../functions/domain/case/lifecycle.ts';
import { nextDueAtOf } from '../../../functions/domain/case/next-due.ts';
import type { CaseReference, CurrentCase } from '../../../functions/domain/case/rule.ts';
import { stageOf } from '../../../functions/domain/case/stage.ts';
import type { CaseState } from '../../../functions/domain/case/state.ts';
import { CASE_STATUSES, caseState } from '../../../functions/domain/case/state.ts';
import type { Author } from '../../../functions/domain/record/version.ts';
import { type Act, actorOf, anyAct, commandOf, formOf } from '../../support/arbitraries/case.ts';
import { givenAnswers } from '../../support/given/answers.ts';
import { givenDays } from '../../support/given/calendar.ts';
import { bringTo, makeCaseStory } from '../../support/given/case-story.ts';
import { givePurely } from '../../support/given/pure-case.ts';
import { givenService } from '../../support/given/service.ts';

const reference: CaseReference = {
  service: givenService(),
  serviceVersion: 1,
  days: givenDays(),
  calendarVersion: 1,
  draft: { revision: 1, answers: givenAnswers() },
  receiptNumber: 'BL26030222222222T',
  finders: [],
  sha256: (text) => hash('sha256', text),
};

const arrow = (from: CaseState, to: CaseState) => `${from.status} > ${to.status}`;

interface Told {
  readonly command: string;
  readonly actor: Author;
  readonly before: CurrentCase;
  readonly now: string;
  readonly answer: ReturnType<typeof givePurely>;
}

/** One case at each status, brought there as its people would. */
const byMail = givenAnswers({ delivery: 'mail', mailAddress: '示例市東湖區長樂路 8 號' });
const beginnings = await Promise.all(
  [
    ...CASE_STATUSES.map((status) => bringTo(status)),
    bringTo('awaiting-collection', makeCaseStory(), byMail),
    bringTo('in-review', makeCaseStory(), givenAnswers(), 'enhanced'),
  ].map(async (beginning) => (await beginning).current()),
);

interface Story {
  readonly begins: number;
  readonly acts: readonly Act[];
}

/** Plays a story from where it begins and tells each act with the case before it. */
function play({ begins, acts }: Story): { told: Told[]; versions: CurrentCase[] } {
  let at = Date.parse('2026-03-02T01:00:00Z');
  const instant = () => new Date(at).toISOString().replace('.000Z', 'Z');
  const beginning = beginnings[begins];
  const versions = beginning === undefined ? [] : [beginning];
  const told: Told[] = [];
  for (const act of acts) {
    at += act.hours * 3_600_000;
    const before = versions.at(-1);
    if (before === undefined) throw new Error('The story has no beginning');
    const command = commandOf(act, before);
    const actor = actorOf(command, act, before);
    const given = { actor, command: formOf(command, act, before), now: instant() };
    const answer = givePurely(before, given, reference);
    told.push({ command, actor, before, now: instant(), answer });
    versions.push(...answer.versions);
  }
  return { told, versions };
}

const story: fc.Arbitrary<Story> = fc.record({
  begins: fc.nat(beginnings.length - 1),
  acts: fc.array(anyAct, { maxLength: 40, size: 'max' }),
});

describe('[R13] whatever is given in whatever order', () => {
  test.prop([story])('the case is only ever where the table or the law leads', (tale) => {
    for (const { command, before, answer } of play(tale).told) {
      const chain = [before, ...answer.versions];
      const rule = ruleOf(command);
      chain.slice(1).forEach((after, n) => {
        const from = chain[n]?.state ?? before.state;
        const own = n === answer.versions.length - 1 && answer.refusal === undefined;
        if (!own)
          expect(DUE_EFFECTS.map((one) => `${one.from} > ${one.to}`)).toContain(arrow(from, after.state));
        else {
          const ways = rule?.to.length === 0 ? [from.status] : rule?.to;
          expect(`${command}: ${arrow(from, after.state)}`).toBe(
            `${command}: ${from.status} > ${ways?.find((to) => to === after.state.status)}`,
          );
          expect(rule?.from).toContain(from.status);
        }
      });
    }
  });

  test.prop([story])('each accepted command makes one version, and a refused one none of its own', (tale) => {
    const { told, versions } = play(tale);
    const accepted = told.filter(({ answer }) => answer.refusal === undefined).length;
    const due = versions.slice(1).filter(({ commandId }) => commandId.startsWith('due/')).length;
    const first = versions[0]?.version ?? 0;
    expect(versions.map(({ version }) => version - first)).toEqual(versions.map((_, n) => n));
    expect(versions.length).toBe(1 + accepted + due);
  });

  test.prop([story])('every state is of the union, says what is due next, and dates its stage', (tale) => {
    const { versions } = play(tale);
    versions.forEach(({ state, nextDueAt, version }, n) => {
      expect(caseState.safeParse(JSON.parse(JSON.stringify(state))).error).toBeUndefined();
      expect(nextDueAt).toBe(nextDueAtOf(state));
      const previous = versions[n - 1]?.state;
      if (previous === undefined) return;
      const entered = stageOf(previous) !== stageOf(state);
      expect(state.visit).toBe(entered ? version : previous.visit);
    });
  });

  test.prop([story])(
    '[3.6.1] [R30] nobody stands for two of the four eyes, by name or by substitution',
    (tale) => {
      for (const { state } of play(tale).versions) {
        if (state.status === 'draft') continue;
        const persons = [state.accepted, state.reviewed, state.approved].map((doer) =>
          doer === undefined ? [] : [doer.personId, ...(doer.onBehalfOf ? [doer.onBehalfOf] : [])],
        );
        const all = persons.flat();
        expect(new Set(all).size).toBe(all.length);
      }
    },
  );

  test.prop([story])(
    'what explain shows closed is refused with that very reason; what is well given and open is taken',
    (tale) => {
      for (const { command, actor, before, now, answer } of play(tale).told) {
        if (answer.versions.some(({ commandId }) => commandId.startsWith('due/'))) continue;
        // What is due now comes first: nobody's act is judged in these two minutes.
        if (answer.refusal?.kind === 'settling') continue;
        const rule = ruleOf(command);
        const shown = explain(before, { actor, now, reference }, (one) => one === rule)[0];
        if (shown === undefined) expect(answer.refusal?.kind).toBe('not-in-this-status');
        else if (shown.closed !== undefined) expect(answer.refusal).toEqual(shown.closed);
        else if (answer.refusal !== undefined) expect(OF_THE_FORM).toContain(answer.refusal.kind);
      }
    },
  );

  test('the stories take every arrow that the table draws, so none is drawn that nothing takes', () => {
    const taken = new Set<string>();
    for (const tale of fc.sample(story, { numRuns: 5000, seed: 7 })) {
      for (const { command, before, answer } of play(tale).told) {
        const to = answer.versions.at(-1)?.state;
        if (answer.refusal === undefined && to && answer.versions.length === 1) {
          taken.add(`${command}: ${arrow(before.state, to)}`);
        }
      }
    }
    const drawn = LIFECYCLE.flatMap(({ command, from, to }) =>
      from.flatMap((one) => to.map((next) => `${command}: ${one} > ${next}`)),
    );
    expect(drawn.filter((one) => !taken.has(one))).toEqual([]);
  });
});

/** Reasons that lie in what was filled in, or in what only the loaded draft tells. */
const OF_THE_FORM: readonly string[] = [
  'no-clean-file',
  'files-still-being-checked',
  'items-unanswered',
  'second-notice-needs-reason',
  'document-not-asked-for',
  'too-many-files',
  'file-not-there',
  'four-eyes',
  'recused',
];
