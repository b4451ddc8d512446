import { expect, test } from 'vitest';
import { certificateDefinition } from '../../../functions/domain/certificate/certificate.ts';
import { readClearPart } from '../../../functions/domain/record/read-version.ts';
import { voidCertificate } from '../../../functions/use-cases/certificates/void-certificate.ts';
import { loadRecord } from '../../../functions/use-cases/record/load-record.ts';
import { makeCertificate } from '../../../functions/use-cases/workflow/make-certificate.ts';
import { approver, bringTo, system } from '../../support/given/case-story.ts';
import { makeWorkshop } from '../../support/workshop.ts';

const NOW = '2026-03-02T01:00:00Z';
const by = { kind: 'system', id: 'operator' } as const;

async function issued() {
  const story = await bringTo('in-handling');
  await story.done(system, { type: 'open-step' });
  await story.done(approver, { type: 'decide', outcome: 'granted' });
  await story.done(system, { type: 'open-step' });
  const workshop = makeWorkshop({}, story);
  await workshop.workflowItems.claimGeneration({ kind: 'case', id: 'c1' }, 0, NOW);
  const printing = {
    ...workshop,
    portalUrl: 'https://banli.example.org',
    verificationCode: async () => 'code',
  };
  await makeCertificate(printing, { caseId: 'c1', generation: 1 }, NOW);
  const { state } = await story.current();
  if (!('certificate' in state) || state.certificate === undefined) throw new Error('no certificate');
  const { number, certificateId } = state.certificate;
  const lists = {
    find: async (_field: string, value: string) => ({
      records:
        value === number ? [{ kind: 'certificate' as const, id: certificateId, version: 1, card: {} }] : [],
    }),
  };
  return { ...workshop, lists, number, certificateId };
}

test('[R8] a certificate that should not be out is revoked, and the register says why its number is void, once', async () => {
  const scene = await issued();
  const { kernel, number, certificateId, story } = scene;
  const given = { number, reason: 'misprint', by, now: NOW };
  await voidCertificate(scene, given);
  await voidCertificate(scene, given);
  const certificate = await loadRecord(kernel, certificateDefinition, certificateId);
  expect(certificate?.version).toMatchObject({
    state: { status: 'revoked' },
    event: { type: 'revoked', reason: 'misprint' },
  });
  const series = story.store.records.get('series/hall-1-sole-trader-licence') ?? [];
  expect(series.map((kept) => readClearPart(kept).event)).toEqual([
    { type: 'number-taken', number: 1, certificateId },
    { type: 'number-voided', number: 1, reason: 'misprint' },
  ]);
});

test('a number that no certificate has is refused', async () => {
  const scene = await issued();
  await expect(voidCertificate(scene, { number: 'GT0', reason: 'misprint', by, now: NOW })).rejects.toThrow(
    'No certificate has the number',
  );
});
