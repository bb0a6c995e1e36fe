import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startBrowserHost } from '../../../src-main/hosts/browser/server';
import { rendererFolder } from './support/renderer-folder';
import { TestHost } from './support/test-host';
import { TransportApp } from './support/transport-app';

describe('a stop', () => {
  it('finishes the calls that are under way, ends the streams and takes no more', async () => {
    const host = await TestHost.start();
    const token = await host.openWindow();
    const events = await host.events(token);
    await events.next();
    const held = host.call(token, 'hold', { text: 'last words' });
    while (!host.app.received.some(({ procedure }) => procedure === 'hold')) await host.nameOf(token);

    const closing = host.close();
    expect(await events.next()).toBeNull();
    await expect(host.call(token, 'echo')).rejects.toThrow('ECONNREFUSED');
    host.app.release();
    const answer = await held;
    expect(JSON.parse(answer.text).data.input).toEqual({ text: 'last words' });
    await closing;
    expect(host.app.listeners.size).toBe(0);
  });

  it('does not wait for windows that keep their connection', async () => {
    const host = await TestHost.start({ lastAnswersMs: 60_000 });
    // Unlike the other requests of these tests, fetch keeps connections open for the next call.
    const headers = { 'content-type': 'application/json', origin: host.url.origin };
    const body = JSON.stringify({ key: host.key });
    await (await fetch(new URL('/api/session', host.url), { method: 'POST', headers, body })).json();
    const start = performance.now();
    await host.close();
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('a start', () => {
  const listening = (port: number) =>
    new Promise<number>((resolve, reject) => {
      const server = createServer().once('error', reject);
      server.listen({ host: '127.0.0.1', port }, () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
      });
    });

  it('takes the port it is given', async () => {
    const port = await listening(0);
    const rendererDir = await rendererFolder();
    const host = await startBrowserHost({ app: new TransportApp(), rendererDir, port });
    expect(new URL(host.url).port).toBe(String(port));
    await host.close();
  });

  it('says so when the port is taken', async () => {
    const taken = await TestHost.start();
    const rendererDir = await rendererFolder();
    const starting = startBrowserHost({ app: new TransportApp(), rendererDir, port: taken.port });
    await expect(starting).rejects.toThrow(
      `Port ${taken.port} cannot be used: another program uses it. Choose another with --port, or 0 for any free one.`,
    );
  });
});
