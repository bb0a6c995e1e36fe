// npm test: builds, runs every test there is, and ends with one line that says how many of them passed.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { requireNode24 } from './require-node.mjs';
import { summarize } from './summary.mjs';

requireNode24();
// Loaded only now, because on an older Node.js they would fail before the line above can say why.
const { findOrInstallChromium, noChromium } = await import('./chromium.mjs');
const { findElectronRuntime } = await import('./electron-runtime.mjs');
const { runPlaywright } = await import('./playwright-report.mjs');
const { runVitest } = await import('./vitest-report.mjs');

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const reports = 'out/reports';
rmSync(reports, { recursive: true, force: true });

if (build()) {
  const vitest = await runVitest();
  const endToEnd = testEndToEnd();
  tell(
    [...vitest.failures, ...endToEnd.failures],
    [...vitest.skips, ...endToEnd.skips],
    vitest.passed + endToEnd.passed,
  );
} else {
  tell(['the build, so that nothing was tested'], [], 0);
}

function build() {
  return [
    ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'],
    ...['tests/e2e/support/test-hosts.config.ts', 'programs.config.ts'].map((config) => [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      config,
      '--logLevel',
      'warn',
    ]),
  ].every((command) => spawnSync(process.execPath, command, { stdio: 'inherit' }).status === 0);
}

function testEndToEnd() {
  const chromium = findOrInstallChromium();
  if (!chromium) return { passed: 0, failures: [noChromium], skips: [] };
  console.log(`\nChromium for the end-to-end tests: ${chromium.path} (${chromium.origin}).`);

  const report = runPlaywright(`${reports}/playwright.json`);
  const inBrowser = report.ran.get('browser-host') ?? 0;
  const onDesktop = report.ran.get('desktop') ?? 0;
  const whyNot = findElectronRuntime().missing ?? 'no spec is meant for it';
  console.log(
    `\nEnd-to-end hosts: browser host ran ${inBrowser} tests; ` +
      (onDesktop > 0 ? `desktop host ran ${onDesktop} tests.` : `the desktop host did not run: ${whyNot}.`),
  );
  if (inBrowser === 0) report.failures.push('no end-to-end test ran in the browser');
  return report;
}

function tell(failures, skips, passed) {
  const unexplained = skips.filter(({ reason }) => !reason).map(({ name }) => `${name} was skipped without a reason`);
  for (const { name, reason } of skips) console.log(`Skipped: ${name}: ${reason || 'no reason given'}`);
  for (const failure of [...failures, ...unexplained]) console.log(`Failed: ${failure}`);
  summarize(`${reports}/test.json`, { passed, failed: failures.length + unexplained.length, skipped: skips.length });
}
