// npm start: builds what is missing or old, picks the host and runs it. Until Node.js 24 runs it, this file and what
// it imports at the top have to do with Node.js 20.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const ownNode = `${root}node_modules/node/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`;
// "npm start -- --demo" leaves the two dashes out; whoever starts this file by hand may write them too.
const args = process.argv[2] === '--' ? process.argv.slice(3) : process.argv.slice(2);

process.exitCode = await (Number(process.versions.node.split('.')[0]) >= 24 ? start() : startOnOwnNode());

function startOnOwnNode() {
  if (existsSync(ownNode)) return run(ownNode, [fileURLToPath(import.meta.url), ...args]);
  return refuse('Steward needs Node.js 24, which "npm ci" puts into this folder. Run that first.');
}

async function start() {
  // Loaded only now: older versions of Node.js cannot read TypeScript.
  const { readCommandLine } = await import('../src-main/hosts/options.ts');
  const commandLine = readCommandLine(args);
  if (commandLine.kind === 'exit') {
    (commandLine.code === 0 ? process.stdout : process.stderr).write(commandLine.text);
    return commandLine.code;
  }
  const { buildIfOld } = await import('./build-if-old.mjs');
  if (!(await buildIfOld(root))) return refuse('Steward could not be built; the lines above say why.');
  return commandLine.options.host === 'browser' ? startBrowserHost() : startDesktopHost(commandLine.options.host);
}

/** @param wanted 'desktop' when a person asked for it by name, and null when there is a choice */
async function startDesktopHost(wanted) {
  const { getElectronRuntime } = await import('./get-electron-runtime.mjs');
  const { path, missing } = await getElectronRuntime({ isWanted: wanted === 'desktop' });
  if (path) return run(path, [root, ...args]);
  if (wanted === 'desktop') return refuse(`The desktop host cannot start: ${missing}.`);
  process.stderr.write(`Starting for the browser, because ${missing}.\n`);
  return startBrowserHost();
}

function startBrowserHost() {
  return run(process.execPath, [`${root}out/main/browser.js`, ...args]);
}

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
