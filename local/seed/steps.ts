import type { Clients } from '../aws.ts';
import { writeMark } from '../marks.ts';
import { type Outputs, outputOf } from '../outputs.ts';
import { COLLEAGUES, LOCAL_PASSWORD, setUpAuthenticator } from './colleagues.ts';
import { takeEnvironment } from './environment.ts';

export interface SeedContext {
  readonly clients: Clients;
  readonly outputs: Outputs;
  readonly endpoint: string;
  readonly region: string;
}

/** One thing a new local cloud is given, through the product's own commands; run again, it changes nothing. */
export interface SeedStep {
  readonly title: string;
  /** Gives the lines to print at the end of the start, such as an account to sign in with. */
  readonly run: (context: SeedContext) => Promise<readonly string[]>;
}

/** Name of the mark that holds the colleagues' authenticator secrets: the tests sign in with them. */
export const ACCOUNTS_MARK = 'accounts';

/** In the order in which they need each other. */
export const seedSteps: readonly SeedStep[] = [
  { title: 'Services and calendar', run: publishCatalogue },
  { title: 'Colleagues', run: enrolColleagues },
];

/** The container reads its configuration when it is loaded, so it is loaded after that is set. */
async function publishCatalogue({ endpoint, region, outputs }: SeedContext): Promise<readonly string[]> {
  takeEnvironment(endpoint, region, outputs);
  const { makeKernel } = await import('../../functions/container/kernel.ts');
  const { publishCalendar, publishServices } = await import('../../operations/publish-catalogue.ts');
  const { kernel, hall } = makeKernel();
  const now = new Date().toISOString();
  await publishCalendar(kernel, hall, now);
  await publishServices(kernel, 'local', now);
  return [];
}

async function enrolColleagues({
  endpoint,
  region,
  outputs,
  clients,
}: SeedContext): Promise<readonly string[]> {
  takeEnvironment(endpoint, region, outputs);
  const { makeBlindIndex, makeKernel } = await import('../../functions/container/kernel.ts');
  const { makeStaffSignIn } = await import('../../functions/container/staff-sign-in.ts');
  const { changePerson } = await import('../../functions/use-cases/people/change-person.ts');
  const { enrol } = await import('../../functions/use-cases/people/enrol.ts');
  const kernel = makeKernel();
  const enrolling = { ...kernel, blindIndex: makeBlindIndex(kernel.kms), signIn: makeStaffSignIn() };
  const pool = { poolId: outputOf(outputs, 'StaffPoolId'), clientId: outputOf(outputs, 'StaffClientId') };
  const operator = { kind: 'system', id: 'seed' } as const;
  const now = new Date().toISOString();
  const until = new Date(Date.now() + 365 * 86_400_000).toISOString();
  const secrets: Record<string, string> = {};
  for (const { username, name, roles } of COLLEAGUES) {
    const colleague = {
      username,
      name,
      roles,
      email: `${username}@example.org`,
      hall: kernel.hall,
      services: [],
    };
    const given = {
      ...colleague,
      temporaryPassword: LOCAL_PASSWORD,
      agreementUntil: until,
      trainingUntil: until,
    };
    const enrolled = await enrol(enrolling, given, operator, `seed/${username}`, now);
    if ('refusal' in enrolled) throw new Error(`${username} was not enrolled: ${enrolled.refusal.kind}`);
    secrets[username] = await setUpAuthenticator(pool, username);
    const { personId } = enrolled.answer;
    await changePerson(enrolling, personId, { type: 'go-on-duty', until }, operator, `duty/${username}`, now);
  }
  await writeMark(clients.documents, ACCOUNTS_MARK, JSON.stringify(secrets));
  return [
    `Staff: ${COLLEAGUES.map(({ username }) => username).join(', ')}; password ${LOCAL_PASSWORD}`,
    'One-time passwords of the local colleagues: npm run one-time-password -- <name>',
  ];
}
