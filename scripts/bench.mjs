// npm run bench: measures what docs/performance.md speaks of. Prints a table and leaves the figures as JSON in out/bench.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
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
const { passphrase } = await import('../tests/faults/support/office.ts');
const { accountTarget, targets } = await import('../tests/bench/targets.ts');

const options = readOptions();
if ((await buildIfOld(root)) && buildPrograms()) await (options.accounts.length > 0 ? benchAccounts(options) : bench());
else process.exitCode = 1;

/**
 * `--accounts N` measures an office of so many accounts, and of each number where there are several of them; `--only
 * accounts` or `--only sign-ups` measures only these.
 */
function readOptions() {
  const { values } = parseArgs({
    options: { accounts: { type: 'string', multiple: true }, 'data-dir': { type: 'string' }, only: { type: 'string' } },
  });
  const { only } = values;
  if (only !== undefined && only !== 'accounts' && only !== 'sign-ups')
    throw new Error('--only takes accounts or sign-ups.');
  const accounts = (values.accounts ?? []).flatMap((value) => value.split(',')).map(Number);
  if (!accounts.every((count) => Number.isInteger(count) && count > 0))
    throw new Error('--accounts takes whole numbers.');
  return { accounts, only, dataDir: values['data-dir'] && resolve(process.env.INIT_CWD ?? root, values['data-dir']) };
}

async function benchAccounts({ accounts, only, dataDir }) {
  const loadBefore = loadavg();
  const chromium = findChromium();
  if (!chromium) console.log(`The screens are not measured: ${noChromium}`);
  const { measureUsersScreen } = await import('../tests/bench/users-screen.ts');
  const offices = [];
  for (const count of accounts.toSorted((one, other) => one - other)) {
    const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'steward-bench-'));
    try {
      const office = filledOffice(join(folder, String(count)), count);
      const door = only === 'sign-ups' ? null : measuredBy('accounts', office.dataDir);
      const screens = chromium && door ? await measureUsersScreen(office, chromium.path) : {};
      // Afterwards and beside it: the figures of accounts stay what they were without sign-ups.
      const signUps = only === 'accounts' ? null : await measureSignUps(office, count, chromium);
      offices.push({
        ...{ accounts: count, ...door, seeding: office.seeding, signUps },
        measured: { ...door?.measured, ...screens, ...signUps?.measured },
      });
    } finally {
      if (!dataDir) rmSync(folder, { recursive: true, force: true });
    }
  }
  const figures = {
    at: new Date().toISOString(),
    machine: machine(chromium?.path ?? null, loadBefore),
    versions: versions(undefined),
    offices,
  };
  tellAccounts(figures);
  write(figures, 'accounts-');
}

/** An office with so many accounts; one that is there already is taken as it is. */
function filledOffice(dataDir, count) {
  const passphraseFile = `${dataDir}.passphrase`;
  if (existsSync(join(dataDir, 'office'))) return { dataDir, passphraseFile, seeding: null };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(passphraseFile, `${passphrase}\n`, { mode: 0o600 });
  output(process.execPath, ['out/programs/new-office.js', dataDir]);
  const args = ['--data-dir', dataDir, '--accounts', String(count), '--passphrase-file', passphraseFile];
  return { dataDir, passphraseFile, seeding: seedingOf(args) };
}

/** Of a million accounts 12,000 more who wait, so that it is 40,000 with those who do anyway, and 500,000 decided. */
async function measureSignUps({ dataDir, passphraseFile }, count, chromium) {
  const filled = `${dataDir}-sign-ups`;
  let seeding = null;
  if (!existsSync(filled)) {
    cpSync(dataDir, filled, { recursive: true });
    const counts = [0.012 * count, 0.5 * count].map(Math.ceil);
    const args = ['--data-dir', filled, '--sign-ups', counts.join(), '--passphrase-file', passphraseFile];
    seeding = seedingOf(args);
  }
  const door = await onCopyOf(filled, (dataDir) => measuredBy('sign-ups', dataDir));
  const { measureModerationScreen } = await import('../tests/bench/moderation-screen.ts');
  const screen = chromium
    ? await onCopyOf(filled, (dataDir) => measureModerationScreen({ dataDir, passphraseFile }, chromium.path))
    : {};
  return { ...door, measured: { ...door.measured, ...screen }, seeding };
}

/** What is measured decides on people who wait: the next measurement must find them waiting. */
async function onCopyOf(folder, measure) {
  const copy = `${folder}-used`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  try {
    return await measure(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function measuredBy(program, dataDir) {
  return JSON.parse(output(process.execPath, [`out/programs/${program}.js`, dataDir]));
}

function seedingOf(args) {
  return output(process.execPath, ['out/programs/seed.js', ...args])
    .split('\n')
    .find((line) => / in .* s, with /.test(line));
}

function tellAccounts({ machine, offices }) {
  console.log(machine);
  for (const { accounts, storeBytes, memoryMiB, seeding, signUps } of offices) {
    if (storeBytes) console.log(`${accounts} accounts: store ${inMiB(storeBytes)} MiB, memory ${memoryMiB} MiB.`);
    if (seeding) console.log(`Seeded: ${seeding}`);
    if (!signUps) continue;
    const { waiting, decided } = signUps;
    console.log(`With ${waiting} who wait and ${decided} decided: store ${inMiB(signUps.storeBytes)} MiB,`);
    console.log(`memory ${signUps.memoryMiB} MiB.${signUps.seeding ? ` Seeded: ${signUps.seeding}` : ''}`);
  }
  const [smallest, largest] = [offices[0], offices.at(-1)];
  console.table(
    Object.fromEntries(
      Object.entries(largest.measured).map(([what, { n, p50, p95, p99 }]) => {
        const target = accountTarget(what);
        const columns = { n, 'p50 ms': milliseconds(p50), 'p95 ms': milliseconds(p95), 'p99 ms': milliseconds(p99) };
        const small = Object.entries(smallest.measured).find(([name]) => alike(name) === alike(what))?.[1];
        if (smallest !== largest && small) {
          Object.assign(columns, {
            [`p50 of ${smallest.accounts}`]: milliseconds(small.p50),
            grew: milliseconds(p50 / small.p50),
          });
        }
        const judged = target?.percentile === 'p99' ? p99 : p95;
        if (target) Object.assign(columns, { must: target.must, aim: target.aim, '': verdict(judged, target) });
        return [what, columns];
      }),
    ),
  );
}

/** Without the words that were searched, which differ from office to office. */
function alike(what) {
  return what.replace(/ \(.*\)$/, '');
}

function verdict(value, { must, aim }) {
  if (value > must) return 'MISSED';
  return value <= aim ? 'aim' : 'must';
}

function inMiB(bytes) {
  return (bytes / 2 ** 20).toFixed(0);
}

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
  write(figures, '');
}

function write(figures, prefix) {
  mkdirSync('out/bench', { recursive: true });
  const file = `out/bench/${prefix}${figures.at.replace(/[:.]/g, '-')}.json`;
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

function milliseconds(value) {
  return Number(value.toPrecision(3));
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
