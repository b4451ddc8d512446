import { beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import { verifyFiles } from '../../functions/domain/proof/verify-files.ts';
import { nodeVerifying } from '../../operations/verifier/node-verifying.ts';
import { givenAnswers } from '../support/given/answers.ts';
import { fileOf } from '../support/given/proof.ts';
import { call, expectOk } from './support/api-calls.ts';
import { cloud } from './support/cloud.ts';
import { journeyBench } from './support/journey-bench.ts';

const bench = journeyBench();

onFailure();

function onFailure() {
  beforeEach(() => {
    onTestFailed(async () => {
      const lines = await cloud.logLines();
      console.error(
        lines
          .filter((line) => /FAILED|rror/.test(line))
          .slice(-12)
          .join('\n'),
      );
    });
  });
}

describe('one application, all the way', () => {
  test('[3.2.1] [3.2.2] [2.1.3] [3.4.1] [3.5.1] [3.6.1] [3.7.1] [3.7.2] [6.2.1] [R37] from the draft to the archive, with one paper missing first', async () => {
    const customer = await bench.customer('all-the-way@example.org', '451X');
    const caseId = await customer.begin('sole-trader-registration');
    await customer.saveDraft(caseId, 1, givenAnswers({ email: 'all-the-way@example.org' }));
    await customer.upload(caseId, 'identity');
    await customer.clean(caseId);
    await customer.command(caseId, 'submit', { revision: 1 });
    const receipt = await bench.mail('all-the-way@example.org', /Ref: .*-m0/);
    expect(receipt.text).toContain('BL');
    const officer = await bench.staff('officer');
    await officer.until(caseId, ({ state }) => state.status === 'submitted' && state.checked);
    await officer.command(caseId, 'judge-document', { documentId: 'identity', verdict: 'ok' });
    await officer.command(caseId, 'judge-document', {
      documentId: 'premises-lease',
      verdict: 'missing',
      reason: 'not-handed-in',
    });
    expect((await customer.read(caseId)).notice).toBeUndefined();
    await officer.command(caseId, 'send-notice', {});
    expect((await customer.read(caseId)).notice?.items).toHaveLength(1);
    await customer.upload(caseId, 'premises-lease');
    await customer.clean(caseId);
    await customer.command(caseId, 'supplement', { answers: {} });
    await officer.command(caseId, 'judge-document', { documentId: 'premises-lease', verdict: 'ok' });
    await officer.command(caseId, 'confirm-identity', { originalSeen: true });
    await officer.command(caseId, 'accept', {});
    const assigned = await officer.until(
      caseId,
      ({ state }) => state.status === 'in-review' && state.reviewer !== undefined,
    );
    const reviewer = await bench.staffOf(assigned);
    for (const lineId of ['complete', 'name', 'scope', 'premises']) {
      await reviewer.command(caseId, 'answer-review-line', { lineId, finding: 'met' });
    }
    await reviewer.proveAgain();
    await reviewer.command(caseId, 'sign-opinion', { opinion: '符合規定，建議核准。' });
    const approver = await bench.staff('approver');
    await approver.until(
      caseId,
      ({ state }) => state.status === 'in-handling' && state.step?.act === 'decide',
    );
    await approver.command(caseId, 'decide', { outcome: 'granted' });
    const issuer = await bench.staff('issuer');
    await issuer.until(
      caseId,
      ({ state }) => state.status === 'in-handling' && state.certificate !== undefined,
    );
    await issuer.command(caseId, 'complete-step', {});
    const counter = await bench.staff('counter');
    await counter.until(caseId, ({ state }) => state.status === 'in-handling' && state.step?.act === 'issue');
    await counter.command(caseId, 'complete-step', {});
    await counter.until(caseId, ({ state }) => state.status === 'awaiting-collection');
    const result = await bench.mail('all-the-way@example.org', /已有結果/);
    expect(result.subject).not.toContain('王');
    await counter.command(caseId, 'collect', { collector: 'applicant' });
    await counter.until(caseId, ({ state }) => state.status === 'archived');
    expect(await bench.transitions(caseId)).toBeLessThanOrEqual(28);
    expect(await judgedCertificate(caseId, customer.token)).toEqual(['certificate-file', []]);
  }, 120_000);
});

/** The certificate as the customer gets it, judged by the published keys and nothing else. */
async function judgedCertificate(caseId: string, token: string) {
  const { url } = await expectOk(call('GET', `/me/cases/${caseId}/certificate`, token), 'certificate');
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const keys = fileOf('keys.json', JSON.stringify(await expectOk(call('GET', '/public/keys'), 'keys')));
  const [report] = verifyFiles([{ name: 'certificate.pdf', bytes }, keys], nodeVerifying);
  return [report?.kind, report?.findings];
}
