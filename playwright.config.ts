import { defineConfig } from '@playwright/test';
import { findChromium, noChromium } from './scripts/chromium.mjs';
import { findElectronRuntime } from './scripts/electron-runtime.mjs';
import type { HostOptions } from './tests/e2e/support/test';

const chromium = findChromium();
if (!chromium) throw new Error(noChromium);

const isRoot = process.getuid?.() === 0;

/** An office works offline, and so does its browser here: no look-up, update or report leaves this computer. */
const staysOffline = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Test computers have no graphics card, and Chromium drawing as if there were one takes a sixth of all work. */
const drawsPlainly = ['--disable-gpu', '--disable-gpu-compositing', '--disable-software-rasterizer'];

const launchOptions = {
  executablePath: chromium.path,
  // Chromium's own sandbox refuses to run as root.
  args: [...(isRoot ? ['--no-sandbox'] : []), ...staysOffline, ...drawsPlainly],
};

/** The same specs against each host; a folder named like a host has what concerns that one alone. */
const browserHost = {
  name: 'browser-host',
  testIgnore: '**/e2e/desktop/**',
  use: { hostKind: 'browser' as const, launchOptions },
};
const desktop = {
  name: 'desktop',
  testIgnore: '**/e2e/browser-host/**',
  use: { hostKind: 'desktop' as const, launchOptions },
};

export default defineConfig<HostOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  // A shared CI machine can stall for longer than any limit; here, a failure is a failure at once.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  // For what hangs: a busy computer may be five times as slow as an idle one.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    viewport: { width: 1280, height: 800 },
    // A trace makes every test a quarter slower; whoever needs one asks for it with --trace on.
    screenshot: 'only-on-failure',
  },
  projects: findElectronRuntime().path ? [browserHost, desktop] : [browserHost],
});
