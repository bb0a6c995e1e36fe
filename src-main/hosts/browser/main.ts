import { fileURLToPath } from 'node:url';
import { errorText } from '../../../src-shared/errors';
import { type App, createApp } from '../../app';
import { systemClock } from '../../clock';
import { OperationalError } from '../../errors';
import { type Options, readCommandLine } from '../options';
import { reportToLog } from '../report';
import { prepareOffice } from '../unattended';
import { type BrowserHost, startBrowserHost } from './server';

/** Does what the command line asks for. @param built the folder of what was built, in which threads and pages are found */
export async function runBrowserHost(built: URL): Promise<void> {
  const commandLine = readCommandLine(process.argv.slice(2));
  if (commandLine.kind === 'start') return start(commandLine.options, built);
  (commandLine.code === 0 ? process.stdout : process.stderr).write(commandLine.text);
  process.exitCode = commandLine.code;
}

async function start(options: Options, built: URL): Promise<void> {
  let app: App | null = null;
  try {
    const running = await createApp({
      dataDir: options.dataDir,
      host: 'browser',
      clock: systemClock,
      readerThread: new URL('reader.thread.js', built),
      strengthThread: new URL('strength.thread.js', built),
      keyStore: null,
      report: reportToLog,
    });
    app = running;
    const { results, notes } = await prepareOffice(running, options);
    const host = await startBrowserHost({
      app: running,
      rendererDir: fileURLToPath(new URL('../renderer', built)),
      port: options.port,
      report: reportToLog,
    });
    stopOnSignals(host, running);
    for (const note of notes) process.stderr.write(`${note}\n`);
    for (const line of [...results, `Steward is ready: ${host.url}`]) process.stdout.write(`${line}\n`);
  } catch (error) {
    if (!(error instanceof OperationalError)) reportToLog(error);
    process.stderr.write(`${error instanceof OperationalError ? error.message : errorText('INTERNAL').message}\n`);
    process.exitCode = 1;
    await app?.close();
  }
}

/** The terminal sends a signal to the starting script too, which passes it on: so close together they are one. */
const sameSignalMs = 1_000;

/** A later second signal does not wait any longer: what was confirmed is on the disk anyway. */
function stopOnSignals(host: BrowserHost, app: App): void {
  let stoppingSince: number | null = null;
  const stop = async () => {
    if (stoppingSince !== null) {
      if (Date.now() - stoppingSince > sameSignalMs) process.exit(1);
      return;
    }
    stoppingSince = Date.now();
    try {
      await host.close();
      await app.close();
    } catch (error) {
      reportToLog(error);
      process.exit(1);
    }
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}
