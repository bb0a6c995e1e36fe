// Measures the screen "Moderation" as a moderator meets it who decides by keys alone, on an office that bench has filled.
import type { Page } from '@playwright/test';
import { superuser } from '../faults/support/office';
import { type Measured, summarize } from './support/measure';
import { signIn, withBrowser, withHost } from './support/surroundings';

const decided = 100;
/** What a moderator needs to look at a case at the least, in milliseconds. The window settles meanwhile. */
const lookMs = 600;

/** @param folder of an office that bench has filled, with the passphrase beside it; whoever waits is decided on */
export async function measureModerationScreen(
  folder: { readonly dataDir: string; readonly passphraseFile: string },
  chromiumPath: string,
): Promise<Record<string, Measured>> {
  return withBrowser(chromiumPath, async (browser) => {
    const measured: Record<string, Measured> = {};
    await withHost(folder, async (address) => {
      const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await tab.goto(address.href);
      await signIn(tab, superuser);
      await tab
        .getByRole('link', { name: /^Moderation/ })
        .first()
        .click();
      await tab.locator('a[data-case]').nth(49).waitFor();
      await tab.keyboard.press('j');
      await tab.locator('#case-heading').waitFor();
      await watchKeys(tab);
      measured['screen: key to the next case'] = summarize(await timesOf(tab, 'j'));
      measured['screen: key that approves to the next case'] = summarize(await timesOf(tab, 'a'));
      await tab.close();
    });
    return measured;
  });
}

async function timesOf(tab: Page, key: string): Promise<number[]> {
  const times: number[] = [];
  while (times.length < decided) {
    await tab.waitForTimeout(lookMs);
    await tab.keyboard.press(key);
    times.push(Number(await tab.evaluate('window.nextPainted()')));
  }
  return times;
}

/**
 * Lets the page note, for each key, how long it takes until the heading of another case is painted: the frame after
 * the next begins once the next is painted. A string, for this program has no types of a page.
 */
async function watchKeys(tab: Page): Promise<void> {
  await tab.evaluate(`{
    let pressedAt = 0;
    let shown = document.querySelector('#case-heading').textContent;
    let known = Promise.withResolvers();
    addEventListener('keydown', (event) => { pressedAt = event.timeStamp; }, { capture: true });
    new MutationObserver(() => {
      const heading = document.querySelector('#case-heading')?.textContent;
      if (heading === undefined || heading === shown) return;
      shown = heading;
      const from = pressedAt;
      requestAnimationFrame(() => requestAnimationFrame((painted) => known.resolve(painted - from)));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    window.nextPainted = async () => {
      const time = await known.promise;
      known = Promise.withResolvers();
      return time;
    };
  }`);
}
