import { describe, expect, it } from 'vitest';
import { errorText } from '../../../src-shared/errors';
import { seconds } from '../../support/manual-clock';
import { answerTo, open } from './support/http';
import { TestHost } from './support/test-host';

const unknownWindow = JSON.stringify({ ok: false, error: errorText('WINDOW_UNKNOWN') });

describe('the launch key', () => {
  it('has 256 bits, is another at each start and stands in the fragment, which no browser sends', async () => {
    const [one, other] = [await TestHost.start(), await TestHost.start()];
    expect(Buffer.from(one.key, 'base64url')).toHaveLength(32);
    expect(one.key).not.toBe(other.key);
    expect(one.url.href).toBe(`http://127.0.0.1:${one.port}/#key=${one.key}`);
  });

  it('lets any number of windows in, each with a token of its own', async () => {
    const host = await TestHost.start();
    const tokens = [await host.openWindow(), await host.openWindow(), await host.openWindow()];
    expect(new Set([...tokens, host.key]).size).toBe(4);
    const names = await Promise.all(tokens.map((token) => host.nameOf(token)));
    expect(new Set(names).size).toBe(3);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it.each([
    ['a wrong one', (key: string) => key.replace(/./, (first) => (first === 'A' ? 'B' : 'A'))],
    ['half of it', (key: string) => key.slice(0, 20)],
    ['more than it', (key: string) => `${key}A`],
    ['nothing', () => ''],
  ])('is asked for exactly: %s is refused, and late', async (_, typed) => {
    const host = await TestHost.start({ wrongKeyDelayMs: 300 });
    const start = performance.now();
    const answer = await host.post('/api/session', { key: typed(host.key) });
    expect(answer).toMatchObject({ status: 401, text: unknownWindow });
    expect(performance.now() - start).toBeGreaterThan(290);
  });

  it('can be guessed at a few times at once only, and the right one is never kept waiting', async () => {
    const host = await TestHost.start({ wrongKeyDelayMs: 60_000, wrongKeysWaiting: 2 });
    const waiting = [host.post('/api/session', { key: 'a' }), host.post('/api/session', { key: 'b' })];
    // Requests on connections of their own may overtake each other; both are there before the third is sent.
    while ((await host.post('/api/session', { key: 'c' })).status !== 429);
    await host.openWindow();
    await host.close();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([503, 503]);
  });

  it('has to be a text', async () => {
    const host = await TestHost.start();
    for (const body of [{}, { key: 1 }, { key: [host.key] }, { key: host.key, token: 'mine' }]) {
      expect((await host.post('/api/session', body)).status).toBe(400);
    }
  });
});

describe("a window's token", () => {
  it('is asked for at every call, and nothing else will do', async () => {
    const host = await TestHost.start();
    const token = await host.openWindow();
    const body = { procedure: 'echo', input: {} };
    for (const path of ['/api/call', '/api/events']) {
      expect(await host.post(path, path === '/api/call' ? body : {})).toMatchObject({
        status: 401,
        text: unknownWindow,
      });
    }
    for (const wrong of ['', host.key, token.slice(1), `${token}=`, token.toLowerCase(), `${token}, ${token}`]) {
      expect(await host.call(wrong, 'echo')).toMatchObject({ status: 401, text: unknownWindow });
    }
    expect((await host.post('/api/call', body, { cookie: `x-steward-session=${token}` })).status).toBe(401);
    expect((await host.post(`/api/call?x-steward-session=${token}`, body)).status).toBe(401);
    expect(host.app.received).toEqual([]);
  });

  it('names the window to the application, which the payload cannot', async () => {
    const host = await TestHost.start();
    const [one, other] = [await host.openWindow(), await host.openWindow()];
    await host.call(one, 'echo', { window: 'other', text: 'Łódź' });
    await host.call(other, 'echo');
    const [first, second] = host.app.received;
    expect(first).toMatchObject({ procedure: 'echo', input: { window: 'other', text: 'Łódź' } });
    expect(first?.window).not.toBe(second?.window);
    expect([one, other]).not.toContain(first?.window);
  });

  it('is replaced when the session is renewed, and the old one is worthless at once', async () => {
    const host = await TestHost.start();
    const old = await host.openWindow();
    const name = await host.nameOf(old);
    const answer = await host.call(old, 'renew');
    const renewed = String(answer.headers['x-steward-session']);
    expect(renewed).not.toBe(old);
    expect(await host.call(old, 'echo')).toMatchObject({ status: 401, text: unknownWindow });
    expect(await host.nameOf(renewed)).toBe(name);
    expect((await host.call(renewed, 'echo')).headers['x-steward-session']).toBeUndefined();
  });

  it.each([
    { order: 'answered later', held: 'hold', next: 'renew' },
    { order: 'answered sooner', held: 'hold and renew', next: 'echo' },
  ])('is told to the call that renewed the session alone: another one under way, $order', async ({ held, next }) => {
    const host = await TestHost.start();
    const [old, other] = [await host.openWindow(), await host.openWindow()];
    const name = await host.nameOf(old);
    const waiting = host.call(old, held);
    while (!host.app.received.some(({ procedure }) => procedure === held)) await host.nameOf(other);
    const sooner = await host.call(old, next);
    host.app.release();
    const answers = [sooner, await waiting];

    const tokens = answers.flatMap((answer) => answer.headers['x-steward-session'] ?? []);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(tokens).toHaveLength(1);
    expect(await host.nameOf(String(tokens[0]))).toBe(name);
    expect((await host.call(old, 'echo')).status).toBe(401);
  });

  it('is worthless even for a call that began with it and came in slowly', async () => {
    const host = await TestHost.start();
    const old = await host.openWindow();
    const headers = { ...host.ownHeaders, 'x-steward-session': old };
    const outgoing = open(host.port, { method: 'POST', path: '/api/call', headers });
    outgoing.write('{"procedure":"echo",');
    await host.nameOf(old);
    await host.call(old, 'renew');
    outgoing.end('"input":{"isLate":true}}');
    expect(await answerTo(outgoing)).toMatchObject({ status: 401, text: unknownWindow });
    expect(host.app.received.map(({ input }) => input)).not.toContainEqual({ isLate: true });
  });
});

describe('a window that is gone', () => {
  it('is forgotten after a minute without a sign of life, and may come back signed out', async () => {
    const host = await TestHost.start();
    const token = await host.openWindow();
    const name = await host.nameOf(token);
    host.clock.advance(seconds(60));
    expect(await host.nameOf(token)).toBe(name);
    host.clock.advance(seconds(61));
    const nameAfterwards = await host.nameOf(token);
    expect(host.app.forgotten).toEqual([name]);
    expect(nameAfterwards).not.toBe(name);
  });

  it('is not one that only listens, or waits for an answer', async () => {
    const host = await TestHost.start();
    const [listening, waiting] = [await host.openWindow(), await host.openWindow()];
    const names = [await host.nameOf(listening), await host.nameOf(waiting)];
    const events = await host.events(listening);
    await events.next();
    const held = host.call(waiting, 'hold');
    while (!host.app.received.some(({ procedure }) => procedure === 'hold')) await host.nameOf(listening);
    host.clock.advance(seconds(3_600));
    expect(await host.nameOf(listening)).toBe(names[0]);
    host.app.release();
    await held;
    expect(await host.nameOf(waiting)).toBe(names[1]);
    expect(host.app.forgotten).toEqual([]);
  });

  it('is not one that reloads', async () => {
    const host = await TestHost.start();
    const token = await host.openWindow();
    const name = await host.nameOf(token);
    for (let reload = 0; reload < 3; reload += 1) {
      const events = await host.events(token);
      host.clock.advance(seconds(300));
      events.hangUp();
      while (host.app.listeners.size > 0) await host.openWindow();
      host.clock.advance(seconds(20));
    }
    expect(await host.nameOf(token)).toBe(name);
    expect(host.app.forgotten).not.toContain(name);
  });

  it('makes room when there are too many', async () => {
    const host = await TestHost.start({ windows: 2 });
    const first = await host.openWindow();
    const firstName = await host.nameOf(first);
    host.clock.advance(1);
    const others = [await host.openWindow(), await host.openWindow()];
    expect((await host.call(first, 'echo')).status).toBe(401);
    expect(host.app.forgotten).toEqual([firstName]);
    for (const token of others) expect((await host.call(token, 'echo')).status).toBe(200);
  });
});
