// Measures the screen "Users" as a person meets it: a start with a store that is filled, the sign-in, a click.
import type { Browser, Page } from '@playwright/test';
import { superuser } from '../faults/support/office';
import { type Measured, summarize } from './support/measure';
import { signIn, withBrowser, withHost } from './support/surroundings';

const starts = 5;
const clicks = 20;
const searched = ['smith', 'rossi', 'quennell', 'langstaff', 'andersson'];
const firstRow = '[role="row"][data-rowindex="0"]';

/** Runs in the page, whose types this program does not have. */
const afterTwoFrames =
  'new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted(Date.now()))))';

/** @param folder of an office that bench has filled, with the passphrase beside it */
export async function measureUsersScreen(
  folder: { readonly dataDir: string; readonly passphraseFile: string },
  chromiumPath: string,
): Promise<Record<string, Measured>> {
  return withBrowser(chromiumPath, async (browser) => ({
    ...(await measureStarts(folder, browser)),
    ...(await measureClicks(folder, browser)),
  }));
}

async function measureStarts(folder: { dataDir: string; passphraseFile: string }, browser: Browser) {
  const times: number[] = [];
  for (let count = 0; count < starts; count += 1) {
    const tab = await (await browser.newContext()).newPage();
    const begun = Date.now();
    await withHost(folder, async (address) => {
      await tab.goto(address.href);
      await tab.getByLabel('E-mail').first().waitFor();
      times.push((await painted(tab)) - begun);
    });
    await tab.context().close();
  }
  return { 'screen: start to the painted sign-in': summarize(times) };
}

async function measureClicks(folder: { dataDir: string; passphraseFile: string }, browser: Browser) {
  const toRows: number[] = [];
  const toFound: number[] = [];
  await withHost(folder, async (address) => {
    const tab = await browser.newPage();
    await tab.goto(address.href);
    await signIn(tab, superuser);
    const sections = tab.getByRole('navigation', { name: 'Sections' });
    await sections.getByRole('link', { name: 'Users', exact: true }).waitFor();
    for (let count = 0; count < clicks; count += 1) {
      await sections.getByRole('link', { name: 'Groups', exact: true }).click();
      await tab.getByRole('heading', { level: 1, name: 'Groups' }).waitFor();
      toRows.push(await clickToRows(tab));
      toFound.push(await typedToRows(tab, searched[count % searched.length] ?? ''));
    }
    await tab.close();
  });
  return {
    'screen: click on "Users" to painted rows': summarize(toRows),
    'screen: last letter typed to painted rows': summarize(toFound),
  };
}

async function clickToRows(tab: Page): Promise<number> {
  const begun = Date.now();
  await tab.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Users', exact: true }).click();
  await tab.locator(firstRow).waitFor();
  return (await painted(tab)) - begun;
}

async function typedToRows(tab: Page, text: string): Promise<number> {
  const search = tab.getByRole('searchbox');
  await search.fill('');
  await search.pressSequentially(text.slice(0, -1));
  const begun = Date.now();
  await search.press(text.slice(-1));
  await tab.waitForURL((url) => url.searchParams.get('search') === text);
  await tab.locator(firstRow, { hasText: new RegExp(text, 'i') }).waitFor();
  return (await painted(tab)) - begun;
}

async function painted(tab: Page): Promise<number> {
  return Number(await tab.evaluate(afterTwoFrames));
}
