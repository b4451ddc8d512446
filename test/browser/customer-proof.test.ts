import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { givenAnswers } from '../support/given/answers.ts';
import { CustomerApplication } from './pages/customer-application.ts';
import { CustomerSignIn } from './pages/customer-sign-in.ts';
import { expect, expectAccessible, test } from './support/fixture.ts';
import { signInColleague } from './support/officer.ts';

test('[R37] [7.2.3] the receipt is saved and verified with Node alone, and the customer sees by office who read the file', async ({
  page,
  cloud,
}) => {
  const application = new CustomerApplication(page);
  const { say } = application;
  await application.start();
  const contact = `proof-${process.pid}-${Date.now()}@example.org`;
  await new CustomerSignIn(page, cloud).signIn({ contact, idTail: '451X' });
  const caseId = await application.caseId();
  await application.fillAll(givenAnswers({ email: contact }));
  await application.openDocuments();
  await application.uploadAndWait('identity');
  await application.goOn();
  await application.openCheck();
  await application.submit();

  await expect(page.getByText(say('proof.holds'))).toBeVisible();
  await expect(page.getByText(say('proof.not-yet'))).toBeVisible();
  await page.getByText(say('proof.verify'), { exact: true }).click();
  await expectAccessible(page);
  const folder = await mkdtemp(join(tmpdir(), 'banli-proof-'));
  const save = async (role: 'button' | 'link', word: string, name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole(role, { name: say(word) }).click(),
    ]);
    await download.saveAs(join(folder, name));
  };
  await save('button', 'proof.download', 'receipt.json');
  await save('button', 'proof.keys', 'keys.json');
  await save('link', 'proof.verifier', 'banli-verify.mjs');
  const run = { cwd: folder, env: {} };
  const files = ['banli-verify.mjs', 'keys.json', 'receipt.json'];
  const { stdout } = await promisify(execFile)(process.execPath, files, run);
  expect(stdout).toContain('✔ receipt.json (receipt)');
  await writeFile(join(folder, 'receipt.json'), '{}');
  await expect(promisify(execFile)(process.execPath, files, run)).rejects.toThrow();

  const officer = await signInColleague(cloud, 'officer');
  await officer.until(caseId, ({ checked }) => checked === true);
  await page.goto(`/cases/${caseId}/readers`);
  await expect(
    page.getByText(say('reader.office', { roles: say('role.acceptance-officer') })).first(),
  ).toBeVisible();
  await expectAccessible(page);
});
