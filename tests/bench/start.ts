// Measures starts of the built browser host, as a person sees them: up to the printed address, up to the first screen.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, chromium, type Page } from '@playwright/test';
import { Desk } from '../faults/support/desk';
import { Host } from '../faults/support/host';
import { passphrase, setUpOffice } from '../faults/support/office';
import { WorkFolder } from '../faults/support/work-folder';
import { type Measured, summarize } from './support/measure';

const starts = 15;
const startsByNpm = 7;

/** @param chromiumPath null leaves the screens out */
export async function measureStarts(root: string, chromiumPath: string | null): Promise<Record<string, Measured>> {
  const folder = new WorkFolder();
  const browser = chromiumPath === null ? null : await launch(chromiumPath);
  try {
    const withoutOffice = await startsOf({ dataDir: folder.dataDir }, browser);
    await makeOffice(folder);
    const withOffice = await startsOf(folder, browser);
    return {
      'start without an office, to the address': withoutOffice.toAddress,
      ...(browser && { 'start without an office, to the painted set-up': withoutOffice.toScreen }),
      'start with an office and a passphrase file, to the address': withOffice.toAddress,
      ...(browser && { 'start with an office and a passphrase file, to the painted sign-in': withOffice.toScreen }),
      'npm start again, to the address': await startsByNpmOf(root, folder),
    };
  } finally {
    await browser?.close();
    folder.remove();
  }
}

/** Runs in the page, whose types this program does not have. */
const afterTwoFrames =
  'new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted(Date.now()))))';

function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

async function makeOffice(folder: WorkFolder): Promise<void> {
  const host = new Host({ dataDir: folder.dataDir });
  try {
    await setUpOffice(await Desk.open(await host.ready()));
    await host.stop();
  } finally {
    await host.kill();
  }
  folder.writePassphrase(passphrase);
}

async function startsOf(options: ConstructorParameters<typeof Host>[0], browser: Browser | null) {
  const toAddress: number[] = [];
  const toScreen: number[] = [];
  const processor: number[] = [];
  for (let count = 0; count < starts; count += 1) {
    // An empty tab of a browser that is open already, without anything kept from the start before.
    const context = await browser?.newContext();
    const tab = await context?.newPage();
    const begun = Date.now();
    const host = new Host(options);
    try {
      const address = await host.ready();
      toAddress.push(Date.now() - begun);
      processor.push(host.processorMs() ?? Number.NaN);
      if (tab) toScreen.push((await firstHeadingPainted(tab, address)) - begun);
      await host.stop();
    } finally {
      await host.kill();
      await context?.close();
    }
  }
  const { p50 } = summarize(processor);
  return { toAddress: { ...summarize(toAddress), processor: p50 || undefined }, toScreen: summarize(toScreen) };
}

/** @returns when the first heading was painted, in epoch milliseconds */
async function firstHeadingPainted(tab: Page, address: URL): Promise<number> {
  await tab.goto(address.href);
  await tab.getByRole('heading').first().waitFor();
  // What is in the page in one frame is on the screen with the next.
  return Number(await tab.evaluate(afterTwoFrames));
}

async function startsByNpmOf(root: string, { dataDir, passphraseFile }: WorkFolder): Promise<Measured> {
  const times: number[] = [];
  const args = ['start', '--', '--host', 'browser', '--data-dir', dataDir, '--passphrase-file', passphraseFile];
  for (let count = 0; count < startsByNpm; count += 1) {
    const begun = Date.now();
    const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    const ended = once(child, 'close');
    for await (const text of child.stdout.setEncoding('utf8')) {
      if (String(text).includes('Steward is ready: ')) break;
    }
    times.push(Date.now() - begun);
    // The whole group: npm, the shell it uses, the starting script and the host.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
  return summarize(times);
}
