import type { Page } from '@playwright/test';
import { olga } from '../support/people';
import { greeting, heading, signInToWork } from '../support/steps';
import { expect, test } from '../support/test';

test.use({ beginsWith: 'office' });

test('the launch key is wiped from the address, and a reload keeps the session', async ({ page }) => {
  await expect(heading(page, 'Sign in')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  await page.goBack();
  expect(page.url(), 'the address before Steward').toBe('about:blank');
  await page.goForward();
  expect(new URL(page.url()).hash).toBe('');

  await signInToWork(page, olga);
  await page.reload();
  await expect(greeting(page, olga)).toBeVisible();
});

test('signing in and out renews the token, and the one before opens nothing', async ({ page, problems }) => {
  await expect(heading(page, 'Sign in')).toBeVisible();
  const atFirst = await tokenOf(page);
  await signInToWork(page, olga);
  const signedIn = await tokenOf(page);
  expect(signedIn).not.toBe(atFirst);
  problems.allow(/status of 401/);
  expect(await statusOfCall(page, atFirst)).toBe(401);
  expect(await statusOfCall(page, signedIn)).toBe(200);

  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'Sign out' }).click();
  await expect(heading(page, 'Sign in')).toBeVisible();
  expect(await statusOfCall(page, signedIn)).toBe(401);
});

test('no cookie is ever set, and nothing but the token is kept for the window', async ({ page }) => {
  await signInToWork(page, olga);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(['steward.session']);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('code that comes into the page by a hole does not run', async ({ page, problems }) => {
  await expect(heading(page, 'Sign in')).toBeVisible();
  problems.allow(/securitypolicyviolation|Content Security Policy|none\.png/);
  const { refused, marks } = await page.evaluate(async () => {
    const violated: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
    const marked = (name: string) => `document.body.dataset.${name} = 'ran'`;

    const image = document.createElement('img');
    const hasFailed = new Promise((resolve) => image.addEventListener('error', resolve));
    image.setAttribute('onerror', marked('handler'));
    image.src = '/none.png';
    document.body.append(image);
    await hasFailed;

    const inline = document.createElement('script');
    inline.textContent = marked('inline');
    document.body.append(inline);

    const foreign = document.createElement('script');
    const isRefused = new Promise((resolve) => foreign.addEventListener('error', resolve));
    foreign.src = `data:text/javascript,${encodeURIComponent(marked('foreign'))}`;
    document.body.append(foreign);
    await isRefused;

    return { refused: violated, marks: { ...document.body.dataset } };
  });
  expect(marks).toEqual({});
  expect(refused).toEqual(['script-src-attr', 'script-src-elem', 'script-src-elem']);
  expect(await errorOfCodeFromString(page)).toBe('EvalError');
});

function errorOfCodeFromString(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    // What a spec evaluates may do this; what comes of it later is the page's own.
    await new Promise((resolve) => setTimeout(resolve));
    try {
      new Function('return 1')();
      return null;
    } catch (error) {
      return error instanceof Error ? error.name : String(error);
    }
  });
}

function tokenOf(page: Page): Promise<string> {
  return page.evaluate(() => sessionStorage.getItem('steward.session') ?? '');
}

function statusOfCall(page: Page, token: string): Promise<number> {
  return page.evaluate(async (sent) => {
    const { status } = await fetch('/api/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-steward-session': sent },
      body: JSON.stringify({ procedure: 'session.state', input: {} }),
    });
    return status;
  }, token);
}
