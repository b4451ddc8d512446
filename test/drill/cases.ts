import { TOTP } from 'otpauth';
import { LOCAL_PASSWORD } from '../../local/seed/colleagues.ts';
import type { ConnectedCloud } from '../integration/support/connect.ts';
import { carryAll, type DrillCase, type Hall, type Stage } from './carry.ts';
import { ask, type Colleague, customerIn } from './hall.ts';

export interface CaseMaking {
  /** Where the cases are to stand, one each. */
  readonly stages: readonly Stage[];
  readonly customers: number;
  /** How long cases may take to get somewhere, all together. */
  readonly patienceSeconds: number;
  readonly say: (line: string) => void;
}

export function prove(secret: string): object {
  return { password: LOCAL_PASSWORD, code: new TOTP({ secret }).generate() };
}

function contactOf(n: number): string {
  return `drill${n}@example.org`;
}

/** The colleagues, and the customers signed in to a region by the codes it sent. */
export async function hallIn(
  { customers: count }: CaseMaking,
  region: ConnectedCloud,
  staff: ReadonlyMap<string, Colleague>,
): Promise<Hall> {
  const customers = new Map<string, Awaited<ReturnType<typeof customerIn>>>();
  for (let n = 0; n < count; n += 1) {
    // Every region counts codes for itself.
    await region.forgetLimits();
    customers.set(contactOf(n), await customerIn(region, contactOf(n), '451X'));
  }
  return { staff, customers };
}

/** Cases of their own at the stages that are asked for; throws when one does not get there. */
export async function makeCases(
  { stages, customers, patienceSeconds, say }: CaseMaking,
  hall: Hall,
): Promise<readonly DrillCase[]> {
  const cases: DrillCase[] = [];
  for (const [n, stage] of stages.entries()) {
    const contact = contactOf(n % customers);
    const customer = hall.customers.get(contact);
    if (customer === undefined) throw new Error('nobody');
    const { token, region } = customer;
    const body = { serviceId: 'sole-trader-registration' };
    const { caseId } = await ask(region, 'POST', '/me/cases', { token, body, commands: true });
    cases.push({ caseId, stage, contact, returned: false });
  }
  const stuck = await carryAll(hall, cases, ({ stage }) => stage, prove, patienceSeconds);
  if (stuck.length > 0)
    throw new Error(`${stuck.length} cases never got to ${stuck.map(({ stage }) => stage)}`);
  say(`${cases.length} cases at ${new Set(stages).size} stages`);
  return cases;
}
