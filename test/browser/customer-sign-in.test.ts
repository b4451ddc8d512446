import { CustomerSignIn } from './pages/customer-sign-in.ts';
import { expect, expectAccessible, test } from './support/fixture.ts';

let people = 0;

function someone() {
  people += 1;
  return { contact: `enter-${process.pid}-${Date.now()}-${people}@example.org`, idTail: '002x' };
}

test.describe('signing in', () => {
  test('[U8] [U19] a wrong code is refused beside the field, and the right one can be pasted', async ({
    page,
    cloud,
  }) => {
    const signIn = new CustomerSignIn(page, cloud);
    await signIn.open();
    await expectAccessible(page);
    const code = await signIn.askForCode(someone());
    await expect(signIn.code).toHaveAttribute('autocomplete', 'one-time-code');
    await signIn.code.fill(code === '000000' ? '000001' : '000000');
    const refused = page.waitForResponse('**/public/sign-in/answer');
    await signIn.enter();
    const { session } = await (await refused).json();
    const summary = page.getByRole('alert');
    await expect(summary).toBeFocused();
    await expect(summary).toContainText(signIn.say('refusal.wrong-code'));
    await expectAccessible(page);

    await page.evaluate(() => document.execCommand('selectAll'));
    await signIn.code.fill('');
    await signIn.code.focus();
    await page.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
        // A page that forbids pasting would prevent it here.
        if (document.activeElement?.dispatchEvent(paste)) document.execCommand('insertText', false, text);
      },
      ` ${code.slice(0, 3)} ${code.slice(3)} `,
    );
    // The pool takes each session once: the next try is given with what the refusal said.
    const again = page.waitForRequest('**/public/sign-in/answer');
    await signIn.enter();
    expect(session).toBeTruthy();
    expect((await again).postDataJSON().session).toBe(session);
    await page.getByRole('heading', { level: 1, name: signIn.say('cases.title') }).waitFor();
  });

  test('what is missing is said in words, and nothing is sent', async ({ page, cloud }) => {
    const signIn = new CustomerSignIn(page, cloud);
    await signIn.open();
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().includes('/public/sign-in')) asked += 1;
    });
    await signIn.contact.fill('12345');
    await signIn.press('sign-in.send');
    await expect(page.getByRole('alert').getByRole('link')).toHaveText([
      signIn.say('sign-in.contact.wrong'),
      signIn.say('sign-in.id-tail.wrong'),
    ]);
    await expect(signIn.contact).toHaveValue('12345');
    expect(asked).toBe(0);
  });

  test('after signing in the wanted page opens; one of another site never does', async ({ page, cloud }) => {
    const signIn = new CustomerSignIn(page, cloud);
    await page.goto('/sign-in?to=//example.org/trap');
    await signIn.signIn(someone());
    expect(new URL(page.url()).pathname).toBe('/cases');
  });

  test('signing out leaves nothing on the device, and "back" shows no case', async ({ page, cloud }) => {
    const signIn = new CustomerSignIn(page, cloud);
    await signIn.open();
    await signIn.signIn(someone());
    await page.evaluate(async () => {
      const opening = indexedDB.open('banli');
      opening.onupgradeneeded = () =>
        opening.result.createObjectStore('not-yet-saved').put({ name: '王小明' }, 'case/page');
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      opening.result.close();
    });
    await signIn.signOut();
    const left = await page.evaluate(async () => ({
      session: { ...sessionStorage },
      local: Object.keys(localStorage).filter((key) => !/^banli\.(language|view)$/.test(key)),
    }));
    expect(left).toEqual({ session: {}, local: [] });
    const unsaved = await page.evaluate(async () => {
      const opening = indexedDB.open('banli');
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      const counting = opening.result.transaction('not-yet-saved').objectStore('not-yet-saved').count();
      return new Promise((resolve) => {
        counting.onsuccess = () => resolve(counting.result);
      });
    });
    expect(unsaved).toBe(0);
    await page.goto('/cases');
    await signIn.contact.waitFor();
  });
});
