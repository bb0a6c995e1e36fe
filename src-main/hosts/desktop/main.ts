import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog, protocol, safeStorage, session } from 'electron';
import { errorText } from '../../../src-shared/errors';
import { type App, createApp } from '../../app';
import { systemClock } from '../../clock';
import { OperationalError } from '../../errors';
import { type Options, readCommandLine } from '../options';
import { loadPage } from '../page/page';
import { reportToLog } from '../report';
import { prepareOffice } from '../unattended';
import { answerCalls } from './calls';
import { restrictContents } from './contents-rules';
import { createKeyStore } from './key-store';
import { setMenu } from './menu';
import { scheme } from './origin';
import { takeProfileFolder } from './profile';
import { restrictSession, servePage } from './session-rules';
import { keepTheme } from './theme';
import { Windows } from './windows';

/** Without the prefix `persist:` a session is in memory only and leaves nothing of what it showed on the disk. */
const windowPartition = 'windows';

const commandLine = readCommandLine(process.argv.slice(1), { toleratesUnknown: true });
if (commandLine.kind === 'start') {
  start(commandLine.options);
} else {
  (commandLine.code === 0 ? process.stdout : process.stderr).write(commandLine.text);
  app.exit(commandLine.code);
}

/** Does what Electron has to know before it is ready, which it is not before this module has run to its end. */
function start(options: Options): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  app.enableSandbox();
  // Steward works offline: whatever in Chromium asks for a host by name finds none.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('web-contents-created', (_event, contents) => restrictContents(contents, reportToLog));

  // Waiting at the top of the module would be for ever: Electron waits for the module.
  const ready = app.whenReady();
  try {
    const profile = takeProfileFolder(options.dataDir);
    if (app.requestSingleInstanceLock()) ready.then(() => run(options, profile)).catch(failToStart);
    else app.quit();
  } catch (error) {
    ready.then(() => failToStart(error), reportToLog);
  }
}

async function run(options: Options, profile: string): Promise<void> {
  keepTheme(join(profile, 'theme.json'), reportToLog);
  const windowSession = session.fromPartition(windowPartition);
  for (const each of [session.defaultSession, windowSession]) restrictSession(each);
  servePage(windowSession, await loadPage(fileURLToPath(new URL('../renderer', import.meta.url))));

  const steward = await createApp({
    dataDir: options.dataDir,
    host: 'desktop',
    clock: systemClock,
    readerThread: new URL('./reader.thread.js', import.meta.url),
    strengthThread: new URL('./strength.thread.js', import.meta.url),
    keyStore: createKeyStore(safeStorage, process.platform),
    report: reportToLog,
  });
  const isOpen = closeBeforeQuitting(steward);
  await prepare(steward, options);
  answerCalls(steward);

  const windows = new Windows({
    steward,
    session: windowSession,
    preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
    placementFile: join(profile, 'window.json'),
    isPackaged: app.isPackaged,
    report: reportToLog,
  });
  const unlessClosing = (act: () => void) => () => {
    if (isOpen()) act();
  };
  const show = unlessClosing(() => windows.show());
  app.on('second-instance', show);
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  setMenu(unlessClosing(() => windows.open()));
  windows.open();
}

/** What the command line asks for before there is a window. */
async function prepare(steward: App, options: Options): Promise<void> {
  try {
    const { results, notes } = await prepareOffice(steward, options);
    for (const note of notes) process.stderr.write(`${note}\n`);
    if (results.length === 0) return;
    const lines = results.join('\n');
    process.stdout.write(`${lines}\n`);
    // A desktop application may have no terminal, and this is said only once.
    dialog.showMessageBox({ type: 'info', message: 'Sample data', detail: lines }).catch(reportToLog);
  } catch (error) {
    await steward.close();
    throw error;
  }
}

/**
 * Closes the store, once, before the process ends. A shutdown of Windows ends it without asking: what was
 * confirmed is on the disk all the same.
 *
 * @returns whether the store is still open
 */
function closeBeforeQuitting(steward: App): () => boolean {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    steward
      .close()
      .catch(reportToLog)
      .finally(() => {
        state = 'closed';
        app.quit();
      });
  });
  return () => state === 'open';
}

function failToStart(error: unknown): void {
  const isKnown = error instanceof OperationalError;
  if (!isKnown) reportToLog(error);
  dialog.showErrorBox('Steward cannot start', isKnown ? error.message : errorText('INTERNAL').message);
  app.exit(1);
}
