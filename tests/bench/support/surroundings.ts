import { type Browser, chromium, type Page } from '@playwright/test';
import type { Credentials } from '../../faults/support/desk';
import { Host } from '../../faults/support/host';

/** Does something with a browser host of its own on a folder, which ends in good order. */
export async function withHost(
  folder: { readonly dataDir: string; readonly passphraseFile: string },
  act: (address: URL) => Promise<void>,
): Promise<void> {
  const host = new Host(folder);
  try {
    await act(await host.ready());
    await host.stop();
  } finally {
    await host.kill();
  }
}

/** Does something with a browser of its own, which is closed afterwards. */
export async function withBrowser<T>(chromiumPath: string, act: (browser: Browser) => Promise<T>): Promise<T> {
  // Chromium's own sandbox refuses to run as root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: chromiumPath, args });
  try {
    return await act(browser);
  } finally {
    await browser.close();
  }
}

export async function signIn(tab: Page, { email, password }: Credentials): Promise<void> {
  await tab
    .getByLabel(/E-mail|username/i)
    .first()
    .fill(email);
  await tab.getByLabel('Password', { exact: true }).fill(password);
  await tab.getByRole('button', { name: 'Sign in' }).click();
}
