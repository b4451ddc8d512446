import { expect, test } from 'vitest';
import { givenAnswers } from '../support/given/answers.ts';
import { cloud } from './support/cloud.ts';
import { eventually } from './support/connect.ts';
import { expectAtRest } from './support/invariants.ts';
import { journeyBench } from './support/journey-bench.ts';

const bench = journeyBench();
const address = 'click@example.org';

test('one click is followed to the mail that came of it, and the mail back to the click, by ids alone', async () => {
  const customer = await bench.customer(address, '0031');
  const caseId = await customer.begin('sole-trader-registration');
  await customer.saveDraft(caseId, 1, givenAnswers({ email: address }));
  await customer.upload(caseId, 'identity');
  await customer.upload(caseId, 'premises-lease');
  await customer.clean(caseId);
  await customer.command(caseId, 'submit', { revision: 1 });
  const { text } = await bench.mail(address, /已收到/);
  const [, messageId = ''] = /(case-[\w.-]+-m\d)\s*$/.exec(String(text)) ?? [];
  const [, version = ''] = new RegExp(`^case-${caseId}-(\\d+)-m\\d$`).exec(messageId) ?? [];
  expect(Number(version)).toBeGreaterThan(0);

  const found = await eventually('the lines of that way', async () => {
    const lines = (await cloud.logLines()).flatMap(read);
    const kept = lines.find(
      (line) => line.code === 'VERSION_COMPLETED' && line.id === caseId && String(line.version) === version,
    );
    const delivered = lines.find(
      (line) => line.code === 'DELIVER_MESSAGE_COMPLETED' && line.eventId === messageId,
    );
    const request = lines.find(
      ({ code, reference }) => code === 'REQUEST_STARTED' && reference === kept?.reference,
    );
    return kept && delivered && request ? { lines, request, delivered } : undefined;
  });
  expect(found.request.route).toBe('POST /me/cases/{caseId}/commands/{command}');
  expect(found.delivered.outcome).toBe('sent');
  const ofVersion = found.lines.filter(({ eventId }) => eventId === `case-${caseId}-${version}`);
  expect(ofVersion.map(({ code }) => code)).toContain('ADVANCE_WORKFLOW_COMPLETED');
  await expectAtRest();
});

function read(line: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    return [JSON.parse(line.slice(line.indexOf('{')))];
  } catch {
    return [];
  }
}
