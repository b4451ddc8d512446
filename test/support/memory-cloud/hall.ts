import { vi } from 'vitest';
import { MemoryCloud } from './cloud.ts';
import { loadFunctions, takeConfiguration } from './functions.ts';
import { CLOUD_START } from './instants.ts';
import { settle, tick } from './moment.ts';
import { forgetLogins, forgetSigner, useStandInPrinter } from './processes.ts';

const STAFF = {
  admin: ['administrator'],
  officer: ['acceptance-officer'],
  officer2: ['acceptance-officer'],
  reviewer: ['reviewer'],
  reviewer2: ['reviewer'],
  approver: ['approver'],
  issuer: ['issuer'],
  counter: ['back-office'],
  supervisor: ['supervisor'],
  archivist: ['archivist'],
} as const;

export type StaffName = keyof typeof STAFF;

/**
 * A hall in the cloud in memory: the repository's own calendar and services, one or two colleagues of each role on duty;
 * made by the product's own use-cases. Delays that only pass time pass at once.
 */
export async function openHall(): Promise<MemoryCloud> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(CLOUD_START) });
  // The clients' pauses before a retry, and the kernel's, are drawn by it.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  takeConfiguration();
  useStandInPrinter();
  forgetLogins();
  forgetSigner();
  const cloud = new MemoryCloud(await loadFunctions());
  const { makeBlindIndex, makeKernel } = await import('../../../functions/container/kernel.ts');
  const { makeStaffSignIn } = await import('../../../functions/container/staff-sign-in.ts');
  const { publishCalendar, publishServices } = await import('../../../operations/publish-catalogue.ts');
  const { changePerson } = await import('../../../functions/use-cases/people/change-person.ts');
  const { enrol } = await import('../../../functions/use-cases/people/enrol.ts');
  const kernel = makeKernel();
  const enrolling = { ...kernel, blindIndex: makeBlindIndex(kernel.kms), signIn: makeStaffSignIn() };
  const now = new Date().toISOString();
  const until = '2027-03-01T00:00:00Z';
  const operator = { kind: 'system', id: 'seed' } as const;
  await publishCalendar(kernel.kernel, kernel.hall, now);
  await publishServices(kernel.kernel, 'local', now);
  for (const [username, roles] of Object.entries(STAFF)) {
    const colleague = {
      username,
      name: '同事甲',
      email: `${username}@example.org`,
      hall: kernel.hall,
      services: [],
    };
    const terms = { temporaryPassword: 'irrelevant-here', agreementUntil: until, trainingUntil: until };
    const enrolled = await enrol(
      enrolling,
      { ...colleague, ...terms, roles: [...roles] },
      operator,
      `seed/${username}`,
      now,
    );
    if ('refusal' in enrolled) throw new Error(enrolled.refusal.kind);
    const { personId } = enrolled.answer;
    await changePerson(enrolling, personId, { type: 'go-on-duty', until }, operator, `duty/${username}`, now);
  }
  tick(cloud);
  await settle(cloud);
  return cloud;
}
