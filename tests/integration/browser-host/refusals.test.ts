import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { errorText } from '../../../src-shared/errors';
import { answerTo, type HttpAnswer, open, send } from './support/http';
import { TestHost } from './support/test-host';

function expectRefusal(answer: HttpAnswer, status: number, code: Parameters<typeof errorText>[0]): void {
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.text)).toEqual({ ok: false, error: errorText(code) });
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
}

describe('who may ask', () => {
  it.each([
    ['a foreign name', 'attacker.example'],
    ['a foreign name with the port', 'attacker.example:PORT'],
    ['localhost', 'localhost:PORT'],
    ['no port', '127.0.0.1'],
    ['another port', '127.0.0.1:1'],
    ['the address in capitals of a domain', '127.0.0.1.:PORT'],
  ])('refuses %s as the host, for calls and for the page', async (_, hostTemplate) => {
    const host = await TestHost.start();
    const token = await host.openWindow();
    const name = hostTemplate.replace('PORT', String(host.port));
    const call = await host.post(
      '/api/call',
      { procedure: 'echo', input: {} },
      { host: name, 'x-steward-session': token },
    );
    expectRefusal(call, 403, 'REQUEST_REFUSED');
    expectRefusal(await host.get('/', { host: name }), 403, 'REQUEST_REFUSED');
    expect(host.app.received).toEqual([]);
  });

  it.each([
    ['another site', 'http://attacker.example'],
    ['another port of this computer', 'http://127.0.0.1:1'],
    ['no port', 'http://127.0.0.1'],
    ['another scheme', 'https://127.0.0.1:PORT'],
    ['localhost', 'http://localhost:PORT'],
    ['a sandboxed frame', 'null'],
    ['a longer name', 'http://127.0.0.1:PORT.attacker.example'],
  ])('refuses calls whose origin is %s', async (_, originTemplate) => {
    const host = await TestHost.start();
    const token = await host.openWindow();
    const origin = originTemplate.replace('PORT', String(host.port));
    const call = await host.post('/api/call', { procedure: 'echo', input: {} }, { origin, 'x-steward-session': token });
    expectRefusal(call, 403, 'REQUEST_REFUSED');
    expectRefusal(await host.post('/api/session', { key: host.key }, { origin }), 403, 'REQUEST_REFUSED');
    expectRefusal(await host.get('/assets/index-W1erjkBN.js', { origin }), 403, 'REQUEST_REFUSED');
    expect(host.app.received).toEqual([]);
  });

  it('refuses calls that name no origin', async () => {
    const host = await TestHost.start();
    const { origin: _, ...headers } = host.ownHeaders;
    const body = JSON.stringify({ key: host.key });
    const answer = await send(host.port, { method: 'POST', path: '/api/session', headers, body });
    expectRefusal(answer, 403, 'REQUEST_REFUSED');
  });

  it.each(['cross-site', 'same-site', 'none'])('refuses calls that a browser marks as %s', async (site) => {
    const host = await TestHost.start();
    const answer = await host.post('/api/session', { key: host.key }, { 'sec-fetch-site': site });
    expectRefusal(answer, 403, 'REQUEST_REFUSED');
  });

  it('refuses the parts of the page to other sites, and lets a link open the page', async () => {
    const host = await TestHost.start();
    const asPart = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' };
    expectRefusal(await host.get('/assets/index-W1erjkBN.js', asPart), 403, 'REQUEST_REFUSED');
    const inFrame = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' };
    expectRefusal(await host.get('/', inFrame), 403, 'REQUEST_REFUSED');
    const byLink = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await host.get('/', byLink)).status).toBe(200);
    const byPage = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'script' };
    expect((await host.get('/assets/index-W1erjkBN.js', byPage)).status).toBe(200);
  });

  it('binds the loopback address alone', async () => {
    const host = await TestHost.start();
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal }) => !internal)
      .map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address));
    for (const address of [...others, '127.0.0.2', '::1']) {
      const connecting = new Promise((resolve, reject) => {
        const socket = connect({ host: address, port: host.port }, () => {
          socket.destroy();
          resolve('connected');
        }).once('error', reject);
      });
      await expect(connecting, address).rejects.toThrow();
    }
  });
});

describe('what may be asked', () => {
  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('refuses %s where calls are taken', async (method) => {
    const host = await TestHost.start();
    for (const path of ['/api/session', '/api/call', '/api/events']) {
      const answer = await send(host.port, { method, path, headers: host.ownHeaders });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe('POST');
    }
  });

  it('refuses to be posted to where the page is', async () => {
    const host = await TestHost.start();
    const answer = await host.post('/staff', {});
    expectRefusal(answer, 405, 'REQUEST_REFUSED');
    expect(answer.headers.allow).toBe('GET, HEAD');
  });

  it.each([
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; application/json',
    'application/json; charset=utf-16',
    'application/jsonp',
  ])('refuses the content type %j', async (contentType) => {
    const host = await TestHost.start();
    const token = await host.openWindow();
    const headers = { 'content-type': contentType, 'x-steward-session': token };
    expectRefusal(await host.post('/api/call', { procedure: 'echo', input: {} }, headers), 415, 'REQUEST_REFUSED');
  });

  it('refuses packed bodies, whose size nobody knows', async () => {
    const host = await TestHost.start();
    const answer = await host.post('/api/session', { key: host.key }, { 'content-encoding': 'gzip' });
    expectRefusal(answer, 415, 'REQUEST_REFUSED');
  });

  it('refuses a body that says it is too large, without reading it', async () => {
    const host = await TestHost.start();
    const headers = {
      ...host.ownHeaders,
      'x-steward-session': await host.openWindow(),
      'content-length': String(50 * 1024 * 1024),
    };
    const outgoing = open(host.port, { method: 'POST', path: '/api/call', headers });
    outgoing.flushHeaders();
    expectRefusal(await answerTo(outgoing), 413, 'REQUEST_TOO_LARGE');
    outgoing.destroy();
  });

  it('refuses a body that turns out too large while it comes in', async () => {
    const host = await TestHost.start();
    const headers = { ...host.ownHeaders, 'x-steward-session': await host.openWindow() };
    const outgoing = open(host.port, { method: 'POST', path: '/api/call', headers });
    const answering = answerTo(outgoing);
    outgoing.write(`{"procedure":"echo","input":"${'x'.repeat(1024 * 1024)}`);
    // It never says that it has ended, and is answered all the same.
    expectRefusal(await answering, 413, 'REQUEST_TOO_LARGE');
    outgoing.destroy();
    expect(host.app.received).toEqual([]);
  });

  it('lets a client that sends 50 MB read why it is refused', async () => {
    const host = await TestHost.start();
    const token = await host.openWindow();
    const answer = await host.call(token, 'echo', 'x'.repeat(50 * 1024 * 1024));
    expectRefusal(answer, 413, 'REQUEST_TOO_LARGE');
    expect((await host.call(token, 'echo', 'x'.repeat(1_000_000))).status).toBe(200);
  });

  it.each([
    ['nothing', ''],
    ['half of it', '{"procedure":"echo","input":{'],
    ['no JSON', 'procedure=echo'],
    ['a list', '[]'],
    ['null', 'null'],
    ['too much', '{"procedure":"echo","input":{},"window":"other"}'],
    ['no procedure', '{"input":{}}'],
    ['a procedure that is no name', '{"procedure":{"toString":"echo"},"input":{}}'],
    ['a very long name', `{"procedure":"${'x'.repeat(1_000)}","input":{}}`],
    ['brackets without end', '['.repeat(500_000)],
  ])('refuses a body with %s', async (_, body) => {
    const host = await TestHost.start();
    const headers = { ...host.ownHeaders, 'x-steward-session': await host.openWindow() };
    const answer = await send(host.port, { method: 'POST', path: '/api/call', headers, body });
    expectRefusal(answer, 400, 'INPUT_INVALID');
    expect(host.app.received).toEqual([]);
    expect(host.reported).toEqual([]);
  });

  it('refuses a body that is no UTF-8', async () => {
    const host = await TestHost.start();
    const headers = { ...host.ownHeaders, 'x-steward-session': await host.openWindow() };
    const body = Buffer.from('{"procedure":"echo","input":"\xe9"}', 'latin1');
    const answer = await send(host.port, { method: 'POST', path: '/api/call', headers, body });
    expectRefusal(answer, 400, 'INPUT_INVALID');
  });

  it('knows no other address', async () => {
    const host = await TestHost.start();
    const token = await host.openWindow();
    for (const path of ['/api', '/api/', '/api/calls', '/api/call/', '/api/../api/call', '/api/%63all']) {
      const answer = await host.post(path, { procedure: 'echo', input: {} }, { 'x-steward-session': token });
      expectRefusal(answer, 404, 'UNKNOWN_PROCEDURE');
    }
    expect(host.app.received).toEqual([]);
  });

  it('answers what it could not expect without saying more, and reports it', async () => {
    const host = await TestHost.start();
    expectRefusal(await host.call(await host.openWindow(), 'fail'), 500, 'INTERNAL');
    expect(host.reported.map(String)).toEqual(['Error: The door is broken']);
  });
});

describe('slow clients', () => {
  it.each([
    ['the headers', 'POST /api/call HTTP/1.1\r\nHost: '],
    ['the body', 'HEADERS\r\nContent-Length: 10\r\n\r\n{'],
  ])('are hung up on when %s do not come', async (_, beginning) => {
    const host = await TestHost.start({ headersMs: 200, requestMs: 300 });
    const token = await host.openWindow();
    const headers = Object.entries({ ...host.ownHeaders, 'x-steward-session': token }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    const socket = connect({ host: '127.0.0.1', port: host.port });
    socket.write(beginning.replace('HEADERS', ['POST /api/call HTTP/1.1', ...headers].join('\r\n')));
    expect(await text(socket)).toContain('408');
    expect(host.app.received).toEqual([]);
  });
});
