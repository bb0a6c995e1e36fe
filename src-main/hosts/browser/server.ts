import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '../../app';
import { type Clock, systemClock } from '../../clock';
import { OperationalError } from '../../errors';
import { loadPage } from '../page/page';
import { reportToLog } from '../report';
import { sendRefusal } from './answers';
import { EventStreams } from './event-streams';
import { authorityOf } from './guard';
import { LaunchKey } from './launch-key';
import { defaultLimits, type Limits } from './limits';
import { Refused } from './refused';
import { createRouter } from './router';
import { BrowserWindows } from './windows';

export interface BrowserHostOptions {
  readonly app: App;
  /** The folder of the built renderer. */
  readonly rendererDir: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Decides when a silent window is taken for closed. */
  readonly clock?: Clock;
  readonly limits?: Partial<Limits>;
  /** Told of errors nobody expected. */
  readonly report?: (error: unknown) => void;
}

export interface BrowserHost {
  /** The address that lets a window in, with the launch key in its fragment. */
  readonly url: string;
  /** Takes no more calls, finishes those that are under way and ends every stream. The application stays open. */
  close(): Promise<void>;
}

/**
 * Serves the application to browsers on this computer, and to nobody else: only the loopback address is bound.
 * @throws OperationalError PAGE_MISSING, PORT_TAKEN
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { app, clock = systemClock, report = reportToLog } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const page = await loadPage(options.rendererDir);
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: Math.min(1_000, limits.headersMs),
  });
  const authority = authorityOf(await listen(server, options.port));

  const stopping = new AbortController();
  const launchKey = new LaunchKey(limits, stopping.signal);
  const windows = new BrowserWindows(app, clock, limits);
  const streams = new EventStreams(app, windows, limits);
  const route = createRouter({ app, page, launchKey, windows, streams, authority, limits });
  const underWay = new Set<Promise<void>>();
  const forgetting = setInterval(() => windows.forgetClosed(), limits.goneAfterMs).unref();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (stopping.signal.aborted) throw new Refused(503, 'CLOSING', { connection: 'close' });
      await route(request, response);
    } catch (error) {
      if (!(error instanceof Refused)) report(error);
      if (!response.headersSent) sendRefusal(response, error instanceof Refused ? error : new Refused(500, 'INTERNAL'));
    }
  }

  server.on('request', (request, response) => {
    const answering = answer(request, response).finally(() => underWay.delete(answering));
    underWay.add(answering);
    response.once('close', () => {
      if (stopping.signal.aborted) setImmediate(() => server.closeIdleConnections());
    });
  });

  return {
    url: `http://${authority}/#key=${launchKey.value}`,
    async close() {
      const closed = once(server, 'close');
      stopping.abort();
      clearInterval(forgetting);
      server.close();
      streams.endAll();
      await Promise.all(underWay);
      await Promise.race([closed, wait(limits.lastAnswersMs, undefined, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen({ host: '127.0.0.1', port, exclusive: true });
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new OperationalError('PORT_TAKEN', { port, why: whyNot(error) }, { cause: error });
  }
  return (server.address() as AddressInfo).port;
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return 'another program uses it';
  if (code === 'EACCES') return 'your user may not use it';
  return error instanceof Error ? error.message : String(error);
}
