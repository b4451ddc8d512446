import { describe, expect, test } from 'vitest';
import { certificateDefinition } from '../../../functions/domain/certificate/certificate.ts';
import { readClearPart } from '../../../functions/domain/record/read-version.ts';
import { seriesDefinition } from '../../../functions/domain/series/series.ts';
import { commandCertificate } from '../../../functions/use-cases/certificates/command-certificate.ts';
import { numberCertificate } from '../../../functions/use-cases/certificates/number-certificate.ts';
import { giveCommand } from '../../../functions/use-cases/record/give-command.ts';
import { loadRecord } from '../../../functions/use-cases/record/load-record.ts';
import { makeCertificate } from '../../../functions/use-cases/workflow/make-certificate.ts';
import { holdsHowever } from '../../support/crashes.ts';
import type { FaultPlan } from '../../support/fakes/faults.ts';
import { approver, bringTo, issuer, system } from '../../support/given/case-story.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';

const NOW = '2026-03-02T01:00:00Z';
const NEXT_YEAR = '2027-01-04T01:00:00Z';
const SERIES = 'series/hall-1-sole-trader-licence';

/** A granted case whose making step is open: the certificate is the system's to make. */
async function setup(plan: FaultPlan = {}) {
  const story = await bringTo('in-handling');
  await story.done(system, { type: 'open-step' });
  await story.done(approver, { type: 'decide', outcome: 'granted' });
  await story.done(system, { type: 'open-step' });
  const workshop = makeWorkshop(plan, story);
  await workshop.workflowItems.claimGeneration({ kind: 'case', id: 'c1' }, 0, NOW);
  return workshop;
}

function make(workshop: Workshop, now = NOW) {
  const printing = {
    ...workshop,
    portalUrl: 'https://banli.example.org',
    verificationCode: async (caseId: string, visit: number) => `code-${caseId}-${visit}`,
  };
  return makeCertificate(printing, { caseId: 'c1', generation: 1 }, now);
}

function takenNumbers({ story }: Workshop) {
  return (story.store.records.get(SERIES) ?? []).map((kept) => readClearPart(kept).event);
}

async function made(workshop: Workshop) {
  const { state } = await workshop.story.current();
  const certificate = 'certificate' in state ? state.certificate : undefined;
  const loaded =
    certificate && (await loadRecord(workshop.kernel, certificateDefinition, certificate.certificateId));
  return {
    certificate,
    record: loaded?.version.state,
    taken: takenNumbers(workshop),
    files: [...workshop.archived.keys()],
  };
}

describe('[3.6.1] making a certificate', () => {
  test('gives it a number of the hall, an archived paper and a record of its own', async () => {
    const workshop = await setup();
    expect(await make(workshop)).toMatchObject({ stage: 'step' });
    const { certificate, record, taken, files } = await made(workshop);
    expect(certificate).toMatchObject({ number: 'GT2026000001', sha256: record?.pdfSha256 });
    expect(record).toMatchObject({
      status: 'valid',
      number: 'GT2026000001',
      issuedOn: '2026-03-02',
      seriesSeen: 0,
    });
    expect(record?.published).toEqual({ businessName: '小明雜貨店', scopeCodes: '5211' });
    expect(taken).toHaveLength(1);
    expect(files).toEqual([record?.pdfKey]);
  });

  test('a re-run finds it made, and takes and prints nothing', async () => {
    const workshop = await setup();
    await make(workshop);
    const prints = workshop.printed.prints;
    await make(workshop);
    expect(takenNumbers(workshop)).toHaveLength(1);
    expect(workshop.printed.prints).toBe(prints);
  });

  test('a name the fonts lack stops it for a person, before a number is taken', async () => {
    const workshop = await setup();
    workshop.printed.unprintable = true;
    expect(await make(workshop)).toMatchObject({ stage: 'step' });
    expect((await workshop.story.current()).state).toMatchObject({ held: 'glyph-missing' });
    expect(takenNumbers(workshop)).toEqual([]);
  });

  test('once that person has settled it, it is made', async () => {
    const workshop = await setup();
    workshop.printed.unprintable = true;
    await make(workshop);
    workshop.printed.unprintable = false;
    await workshop.story.done(issuer, { type: 'make-again' });
    await make(workshop);
    expect((await made(workshop)).certificate?.number).toBe('GT2026000001');
  });
});

describe('[R8] a number', () => {
  const given = {
    certificateId: 'c1-99',
    hall: 'hall-1',
    year: '2026',
    pattern: { id: 'sole-trader-licence', prefix: 'GT', digits: 6 },
  };

  async function begun(workshop: Workshop, certificateId: string) {
    const facts = {
      hall: 'hall-1',
      caseId: 'c1',
      service: 's',
      seriesSeen: 0,
      published: {},
      verificationCode: 'x',
    };
    await commandCertificate(workshop.kernel, certificateId, { type: 'begin', ...facts }, NOW);
  }

  /** A run that dies between taking a number and giving it to its certificate. */
  async function takeOnly({ kernel }: Workshop, certificateId: string) {
    const command = { type: 'take', hall: 'hall-1', prefix: 'GT', digits: 6, certificateId } as const;
    await giveCommand(kernel, seriesDefinition, {
      id: 'hall-1-sole-trader-licence',
      command,
      actor: { kind: 'system', id: 'workflow' },
      key: `take/${certificateId}`,
      now: NOW,
      reference: async () => undefined,
    });
  }

  test('is never given to a certificate that has not begun', async () => {
    await expect(numberCertificate((await setup()).kernel, given, NOW)).rejects.toThrow('has not begun');
  });

  test('two runs for one certificate at once, with another certificate between them, take one number', async () => {
    const workshop = await setup();
    await begun(workshop, 'c1-99');
    await begun(workshop, 'c2-5');
    const runs = [given, { ...given, certificateId: 'c2-5' }, given, { ...given, certificateId: 'c2-5' }];
    const numbers = await Promise.all(runs.map((one) => numberCertificate(workshop.kernel, one, NOW)));
    expect(numbers[0]).toBe(numbers[2]);
    expect(numbers[1]).toBe(numbers[3]);
    expect(new Set(numbers).size).toBe(2);
    expect(takenNumbers(workshop)).toHaveLength(2);
  });

  test('overtaken by its own other run, which died with the number in its hands, and by another certificate', async () => {
    const calm = await setup();
    await begun(calm, 'c1-99');
    await begun(calm, 'c2-5');
    let overtaken = false;
    const slow = makeWorkshop(
      {
        before: async ({ method }) => {
          if (method !== 'append' || overtaken) return;
          overtaken = true;
          await takeOnly(calm, 'c1-99');
          await numberCertificate(calm.kernel, { ...given, certificateId: 'c2-5' }, NOW);
        },
      },
      calm.story,
    );
    expect(await numberCertificate(slow.kernel, given, '2026-03-02T01:00:01Z')).toBe('GT2026000001');
    expect(takenNumbers(calm)).toHaveLength(2);
  });

  test('that was taken by a run that died is found by the next, however many were taken since', async () => {
    const workshop = await setup();
    await begun(workshop, 'c1-99');
    const { records } = workshop.story.store;
    const first = await numberCertificate(workshop.kernel, given, NOW);
    // As if it had died right after taking it: the certificate does not have it.
    records.set('certificate/c1-99', records.get('certificate/c1-99')?.slice(0, 1) ?? []);
    for (let n = 0; n < 30; n += 1) {
      await begun(workshop, `other-${n}`);
      await numberCertificate(workshop.kernel, { ...given, certificateId: `other-${n}` }, NOW);
    }
    expect(await numberCertificate(workshop.kernel, given, NOW)).toBe(first);
    expect(takenNumbers(workshop)).toHaveLength(31);
  });
});

holdsHowever('make-certificate, run again in the new year', {
  given: setup,
  run: (workshop) => make(workshop),
  redrive: (workshop) => make(workshop, NEXT_YEAR),
  outcome: async (workshop) => {
    const { certificate, record, taken, files } = await made(workshop);
    // A run that died before the record named its file leaves one that nothing leads to: no two signatures are alike.
    const filed = files.includes(record?.pdfKey ?? '');
    const own = record?.number === certificate?.number && record?.pdfSha256 === certificate?.sha256;
    return { own, status: record?.status, taken, filed };
  },
});
