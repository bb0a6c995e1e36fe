// npm run bench: measures what docs/performance.md speaks of. Prints a table and leaves the figures as JSON in out/bench.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode24 } from './require-node.mjs';

requireNode24();
const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
// Loaded only now: older versions of Node.js cannot read TypeScript.
await import('../tests/support/resolve-typescript.ts');
const { buildIfOld } = await import('./build-if-old.mjs');
const { buildPrograms } = await import('./build-programs.mjs');
const { findChromium, noChromium } = await import('./chromium.mjs');
const { measureStarts } = await import('../tests/bench/start.ts');
const { targets } = await import('../tests/bench/targets.ts');

if ((await buildIfOld(root)) && buildPrograms()) await bench();
else process.exitCode = 1;

async function bench() {
  const loadBefore = loadavg();
  const chromium = findChromium();
  if (!chromium) console.log(`The screens are not measured: ${noChromium}`);
  const starts = await measureStarts(root, chromium?.path ?? null);
  const door = measureDoor();
  const figures = {
    at: new Date().toISOString(),
    machine: machine(chromium?.path ?? null, loadBefore),
    versions: versions(door.sqlite),
    rows: door.rows,
    storeMiB: door.storeBytes / 2 ** 20,
    memoryMiB: door.memoryMiB,
    measured: { ...starts, ...door.measured },
  };
  tell(figures);
  mkdirSync('out/bench', { recursive: true });
  const file = `out/bench/${figures.at.replace(/[:.]/g, '-')}.json`;
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  console.log(`\nWritten to ${file}.`);
}

function measureDoor() {
  const dataDir = mkdtempSync(join(tmpdir(), 'steward-bench-'));
  try {
    output(process.execPath, ['out/programs/prepare.js', dataDir]);
    return JSON.parse(output(process.execPath, ['out/programs/door.js', dataDir]));
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function machine(chromiumPath, loadBefore) {
  const [{ model }] = cpus();
  return {
    processor: `${cpus().length} × ${model.trim()}`,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    chromium: chromiumPath && output(chromiumPath, ['--version'], 'ignore').trim(),
    loadAverageBefore: loadBefore.map((load) => Number(load.toFixed(2))),
    loadAverageAfter: loadavg().map((load) => Number(load.toFixed(2))),
  };
}

function versions(sqlite) {
  const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { typeorm, zod } = dependencies;
  const driver = dependencies['better-sqlite3-multiple-ciphers'];
  const { version: node } = process;
  return { steward: version, node, sqlite, 'better-sqlite3-multiple-ciphers': driver, typeorm, zod };
}

function tell({ machine, versions, rows, storeMiB, memoryMiB, measured }) {
  console.log(machine);
  console.log(versions);
  console.log(rows, `store ${storeMiB.toFixed(1)} MiB, memory of the process afterwards ${memoryMiB} MiB`);
  const milliseconds = (value) => Number(value.toPrecision(3));
  console.table(
    Object.fromEntries(
      Object.entries(measured).map(([what, { n, p50, p95, p99, processor }]) => {
        const target = targets[what];
        const isMet = target && p95 <= target;
        const columns = {
          n,
          'p50 ms': milliseconds(p50),
          'p95 ms': milliseconds(p95),
          'p99 ms': milliseconds(p99),
          'processor ms': processor === undefined ? '' : milliseconds(processor),
          'target p95': target ?? '',
        };
        return [what, { ...columns, '': target ? (isMet ? 'met' : 'MISSED') : '' }];
      }),
    ),
  );
}

function output(program, args, complaints = 'inherit') {
  const { status, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', complaints],
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}.`);
  return stdout;
}
