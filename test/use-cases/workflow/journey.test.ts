import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crashAfter, crashBefore } from '../../support/fakes/faults.ts';
import { journey, settle } from '../../support/journey.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';

const MAIN_WAY =
  `AskStage RouteByStage CheckApplication RouteByStage WaitForIntake RouteByStage AssignReviewer IsAssigned
  WaitForReview RouteByStage OpenStep RouteByStage OpenStep RouteByStage MakeCertificate RouteByStage WaitForStep
  RouteByStage OpenStep RouteByStage SendResult RouteByStage WaitForCollection RouteByStage FileRecord RouteByStage
  Filed`.split(/\s+/);

/** What must be so at the end, however it went. */
async function ending({ story, outbox, relayStore, workflowItems, machine }: Workshop) {
  const { state } = await story.current();
  const series = story.store.records.get('series/hall-1-sole-trader-licence') ?? [];
  const waiting = [...relayStore.messages.values()].filter(
    ({ status }) => status === 'pending' || status === 'claimed',
  );
  return {
    status: state.status,
    number: 'certificate' in state ? state.certificate?.number : undefined,
    numbersTaken: series.length,
    mails: outbox.mails.map(({ subject }) => subject),
    texts: outbox.texts.length,
    waiting,
    open: [...relayStore.followUps.values()].filter(({ status }) => status === 'open'),
    running: machine.running().map(({ name }) => name),
    listed: workflowItems.items.get('c1')?.since,
    reviewerHas: JSON.stringify(story.store.records.get('roster/hall-1-reviewer')?.at(-1)?.clear).includes(
      '\\"c1\\"],\\"person',
    ),
  };
}

const undisturbed = makeWorkshop();
const expected = ending(await journey(undisturbed));

describe('the journey', () => {
  test('[P2] goes through the four phases and the archive in 27 transitions', () => {
    const [execution, ...others] = undisturbed.machine.executions.values();
    expect(others).toEqual([]);
    expect(execution?.entered).toEqual(MAIN_WAY);
    expect(execution?.entered.length).toBeLessThanOrEqual(28);
  });

  test('leaves nothing waiting: one certificate with one number, each message once, no list that names the case', async () => {
    expect(await expected).toEqual({
      status: 'archived',
      number: 'GT2026000001',
      numbersTaken: 1,
      mails: [
        '已收到您的申請（BL26030222222222T）',
        '申請已受理（BL26030222222222T）',
        '您的申請已有結果（BL26030222222222T）',
        '證照可以領取（BL26030222222222T）',
      ],
      texts: 4,
      waiting: [],
      open: [],
      running: [],
      listed: undefined,
      reviewerHas: false,
    });
  });

  test('[R3] every event delivered three times over: the same', async () => {
    const workshop = await journey(makeWorkshop(), 'collected', (one) => settle(one, 3));
    expect(await ending(workshop)).toEqual(await expected);
  });
});

/** Aborts the execution when it has entered so many states, as an operator or a restart of the cloud would. */
async function abortedAt(count: number): Promise<Workshop> {
  const workshop = makeWorkshop();
  workshop.machine.beforeState = (execution) => {
    if (execution.generation === 1 && execution.entered.length === count) workshop.machine.abort(execution);
  };
  return journey(workshop);
}

test.each(MAIN_WAY.slice(0, -1).map((name, n) => [n + 1, name] as const))(
  '[R10] aborted after %i states (%s): the case ends as if nothing had happened',
  async (count) => {
    const workshop = await abortedAt(count);
    // Once it is filed there is nothing left for another generation.
    expect(workshop.machine.executions.size).toBe(count < MAIN_WAY.length - 2 ? 2 : 1);
    expect(await ending(workshop)).toEqual(await expected);
  },
);

const CALLS = undisturbed.line.calls.length;

property.prop([fc.integer({ min: 1, max: CALLS }), fc.constantFrom(crashBefore, crashAfter)], {
  numRuns: 20,
})(
  '[R1] a function that dies at any one call of the whole journey leaves the same ending',
  async (call, crash) => {
    const workshop = await journey(makeWorkshop(crash(call)));
    const { mails, texts, waiting, ...rest } = await ending(workshop);
    const { mails: allMails, texts: allTexts, waiting: _none, ...others } = await expected;
    expect(rest).toEqual(others);
    // Died right around a sending: the lease of the last ones does not run out in this test; what was sent twice is flagged.
    const missing = allMails.length - mails.length + allTexts - texts;
    const flagged = [...workshop.relayStore.messages.values()].filter(({ resent }) => resent === true).length;
    expect(missing).toBeLessThanOrEqual(waiting.length);
    expect(-missing).toBeLessThanOrEqual(flagged);
  },
  30_000,
);
