/**
 * Makes the first administrator of a stage, who enrols everybody else:
 * `npm run first-administrator -- <username> <e-mail>` with the stage's outputs as environment (docs/runbook.md). Refuses where a hall
 * already has an administrator.
 */
import { randomBytes } from 'node:crypto';
import { makeBlindIndex, makeKernel } from '../functions/container/kernel.ts';
import { makeStaffSignIn } from '../functions/container/staff-sign-in.ts';
import { enrol } from '../functions/use-cases/people/enrol.ts';

const [username, email] = process.argv.slice(2);
if (username === undefined || email === undefined) throw new Error('Say a username and an e-mail address');

const kernel = makeKernel();
const colleagues = await kernel.colleagues.inHall(kernel.hall);
if (colleagues.some(({ roles, leftAt }) => roles.includes('administrator') && leftAt === null)) {
  throw new Error('This hall has an administrator already: ask them to enrol you');
}
const now = new Date();
const nextYear = new Date(now.getTime() + 365 * 86_400_000).toISOString();
const temporaryPassword = `${randomBytes(12).toString('base64url')}-Aa1`;
const enrolled = await enrol(
  { ...kernel, blindIndex: makeBlindIndex(kernel.kms), signIn: makeStaffSignIn() },
  {
    username,
    email,
    name: username,
    temporaryPassword,
    hall: kernel.hall,
    roles: ['administrator'],
    services: [],
    agreementUntil: nextYear,
    trainingUntil: nextYear,
  },
  { kind: 'system', id: 'operator' },
  `first-administrator/${username}`,
  now.toISOString(),
);
if ('refusal' in enrolled) throw new Error(`Not enrolled: ${enrolled.refusal.kind}`);
console.log(`Enrolled ${username}. Temporary password, shown once: ${temporaryPassword}`);
