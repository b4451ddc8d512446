/**
 * Makes the first administrator of a stage, who enrols everybody else:
 * `npm run first-administrator -- --stage dev <username> <e-mail>`. Refuses where the hall
 * has an administrator already.
 */
import { randomBytes } from 'node:crypto';
import { takeStageEnvironment } from './stage-environment.ts';

const {
  words: [username, email],
} = await takeStageEnvironment();
if (username === undefined || email === undefined) throw new Error('Say a username and an e-mail address');
// The container reads its configuration when it is loaded.
const { makeBlindIndex, makeKernel } = await import('../functions/container/kernel.ts');
const { makeStaffSignIn } = await import('../functions/container/staff-sign-in.ts');
const { enrol } = await import('../functions/use-cases/people/enrol.ts');

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
