import { expect, test } from 'vitest';
import { readOwnCase, saveDraft } from '../../functions/http/contract/applications.ts';
import { listQueue } from '../../functions/http/contract/cases.ts';
import type { AnyOperation } from '../../functions/http/operation.ts';
import { journeyBench } from '../integration/support/journey-bench.ts';
import { givenAnswers } from '../support/given/answers.ts';
import { type Figure, median, times, verdictOf } from './figure.ts';
import { handlerOf, requestOf, timingCalls } from './in-process.ts';
import { keepFigures } from './keep.ts';

const WARM_UP = 10;
const ROUNDS = 60;
const MOST = 1.3;

test('[P6] a handler takes little more than the calls it makes to AWS', async () => {
  const bench = journeyBench();
  const customer = await bench.customer('bench@example.org', '451X');
  const caseId = await customer.begin('sole-trader-registration');
  const officer = await bench.staff('officer');
  const figures: Figure[] = [];
  const measure = async (
    folder: string,
    operation: AnyOperation,
    token: string,
    more: (n: number) => Parameters<typeof requestOf>[2],
  ) => {
    const handler = await handlerOf(folder);
    const ratios: number[] = [];
    const own: number[] = [];
    let calls = 0;
    for (let n = 1; n <= WARM_UP + ROUNDS; n += 1) {
      const request = requestOf(operation, token, more(n));
      const timed = await timingCalls(() => handler(request, { awsRequestId: 'bench' }));
      expect([timed.result.statusCode, timed.result.body]).toEqual([operation.status, timed.result.body]);
      if (n <= WARM_UP) continue;
      const inAws = timed.calls.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
      ratios.push(timed.milliseconds / inAws);
      own.push(timed.milliseconds - inAws);
      calls = timed.calls.length;
    }
    const ratio = median(ratios);
    figures.push({
      goal: 'P6',
      what: `${operation.summary}: handler, p50, warm`,
      measured: times(ratio),
      reference: `1 × = its ${calls} calls; own work ${median(own).toFixed(1)} ms`,
      aim: `≤ ${MOST} ×`,
      verdict: verdictOf(ratio <= MOST),
    });
  };
  await measure('api/applications', saveDraft, customer.token, (n) => ({
    params: { caseId },
    body: { revision: n, answers: givenAnswers({ email: 'bench@example.org' }) },
  }));
  await measure('api/applications', readOwnCase, customer.token, () => ({
    params: { caseId },
  }));
  await measure('api/cases', listQueue, officer.token, () => ({
    params: { queue: 'intake' },
    query: {},
  }));
  await keepFigures('handlers', figures);
});
