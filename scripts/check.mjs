// npm run check: everything that can be said about the code in less than a minute.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checks } from './checks.mjs';
import { requireNode24 } from './require-node.mjs';
import { summarize } from './summary.mjs';

requireNode24();
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const report = 'out/reports/check.json';
rmSync(report, { force: true });

const waiting = Object.values(checks);
const results = [];
// Two at a time, as many as the smallest computer this has to be quick on has cores.
await Promise.all([work(), work()]);
summarize(report, {
  passed: results.filter(Boolean).length,
  failed: results.filter((isGreen) => !isGreen).length,
  skipped: 0,
});

async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const startedAt = performance.now();
    const { status, output } = await run(check.command);
    const isGreen = status === 0;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${isGreen ? 'passed' : 'FAILED'}  ${check.title} (${seconds} s)`);
    // What a green check has to say would only hide what a red one says.
    if (!isGreen) console.log(output);
    results.push(isGreen);
  }
}

function run(command) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('close', (status) => resolve({ status, output }));
  });
}
