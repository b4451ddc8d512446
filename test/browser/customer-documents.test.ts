import { givenAnswers } from '../support/given/answers.ts';
import { CustomerApplication } from './pages/customer-application.ts';
import { CustomerSignIn } from './pages/customer-sign-in.ts';
import { expect, test } from './support/fixture.ts';

test('[U12] file messages are exact, a file sent once can be chosen again, and a refused one is never handed in', async ({
  page,
  cloud,
}) => {
  const application = new CustomerApplication(page);
  const { say } = application;
  await application.start();
  const contact = `papers-${process.pid}-${Date.now()}@example.org`;
  await new CustomerSignIn(page, cloud).signIn({ contact, idTail: '451X' });
  await application.onTasks();
  await application.fillAll(givenAnswers({ email: '' }));
  await application.openDocuments();
  const alert = page.getByRole('alert').last();

  await application.upload('identity', '申請.docx', Buffer.from('x'), 'application/msword');
  await expect(alert).toHaveText(say('file.wrong-type', { name: '申請.docx', types: 'PDF / JPEG / PNG' }));
  await application.upload('identity', '空.pdf', Buffer.alloc(0));
  await expect(alert).toHaveText(say('file.empty', { name: '空.pdf' }));
  await application.upload('identity', '大.pdf', Buffer.alloc(10 * 1024 * 1024 + 1));
  await expect(alert).toHaveText(say('file.too-large', { name: '大.pdf', megabytes: 10 }));

  await application.upload('identity', '假.pdf', Buffer.from('this is no PDF'));
  await expect(application.file('假.pdf')).toContainText(
    say('file.file-wrong-content', { name: '假.pdf', types: 'PDF / JPEG / PNG' }),
    { timeout: 30_000 },
  );
  await application.goOn();
  await expect(page.getByRole('alert').first()).toBeFocused();
  await expect(page.getByRole('alert').first()).toContainText(say('documents.refused', { name: '假.pdf' }));

  await page.getByRole('button', { name: say('file.remove.label', { name: '假.pdf' }) }).click();
  await expect(application.file('假.pdf')).toHaveCount(0);
  await application.uploadAndWait('identity', '假.pdf');
  await application.goOn();
  await application.onTasks();
});
