// The browser host in a process of its own, as a spec starts it: `node test-browser-host.js DATA_DIR`.
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { createApp } from '../../../src-main/app';
import { startBrowserHost } from '../../../src-main/hosts/browser/browser-host';
import type { FromHost, ToHost } from './host-messages';
import { MovableClock } from './movable-clock';

const dataDir = process.argv[2];
if (!dataDir) throw new Error('The folder of the office is missing.');

// When the spec's process is gone, nobody would ever stop this one.
process.once('disconnect', () => process.exit());

const clock = new MovableClock();
const app = await createApp({
  dataDir,
  host: 'browser',
  clock,
  readerThread: new URL('../main/reader.thread.js', import.meta.url),
  keyStore: null,
  report: (error) => tell({ type: 'reported', text: inspect(error) }),
});
const host = await startBrowserHost({
  app,
  port: 0,
  rendererDir: fileURLToPath(new URL('../renderer', import.meta.url)),
});

process.on('message', async (message: ToHost) => {
  if (message.type === 'advance') {
    clock.advance(message.milliseconds);
    tell({ type: 'advanced' });
  } else {
    await host.close();
    await app.close();
    process.disconnect();
  }
});
tell({ type: 'ready', url: host.url });

function tell(message: FromHost): void {
  process.send?.(message);
}
