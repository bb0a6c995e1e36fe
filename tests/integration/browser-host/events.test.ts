import { describe, expect, it } from 'vitest';
import { seconds } from '../../support/manual-clock';
import { TestHost } from './support/test-host';

const changed = { type: 'changed', feature: 'staff' } as const;

describe('a stream of events', () => {
  it('begins at once and brings the events of its window alone, one a line', async () => {
    const host = await TestHost.start();
    const [one, other] = [await host.openWindow(), await host.openWindow()];
    const [first, second] = [await host.events(one), await host.events(other)];
    expect(first.response.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    expect([await first.next(), await second.next()]).toEqual(['', '']);
    host.app.emit(await host.nameOf(one), changed);
    host.app.emit(await host.nameOf(one), { type: 'session' });
    host.app.emit(await host.nameOf(other), { type: 'session' });
    expect([await first.next(), await first.next()]).toEqual([JSON.stringify(changed), '{"type":"session"}']);
    expect(await second.next()).toBe('{"type":"session"}');
  });

  it('goes on when the token of its window is renewed', async () => {
    const host = await TestHost.start();
    const old = await host.openWindow();
    const events = await host.events(old);
    await events.next();
    const renewed = String((await host.call(old, 'renew')).headers['x-steward-session']);
    host.app.emit(await host.nameOf(renewed), changed);
    expect(await events.next()).toBe(JSON.stringify(changed));
    expect((await host.post('/api/events', {}, { 'x-steward-session': old })).status).toBe(401);
  });

  it('has a heartbeat', async () => {
    const host = await TestHost.start({ heartbeatMs: 20 });
    const events = await host.events(await host.openWindow());
    expect([await events.next(), await events.next(), await events.next()]).toEqual(['', '', '']);
  });

  it('asks the application for nothing more once its client is gone', async () => {
    const host = await TestHost.start();
    const token = await host.openWindow();
    const name = await host.nameOf(token);
    const events = await host.events(token);
    await events.next();
    expect([...host.app.listeners.keys()]).toEqual([name]);
    events.hangUp();
    while (host.app.listeners.size > 0) await host.nameOf(token);
    host.app.emit(name, changed);
    expect(host.reported).toEqual([]);
  });

  it('is broken off when its client does not read', async () => {
    const host = await TestHost.start({ unreadEventBytes: 100_000 });
    const token = await host.openWindow();
    const name = await host.nameOf(token);
    const events = await host.events(token);
    events.response.pause();
    while (host.app.listeners.size > 0) {
      for (let count = 0; count < 10_000; count += 1) host.app.emit(name, changed);
      await host.nameOf(token);
    }
    expect(host.reported).toEqual([]);
  });

  it('gives way when there are too many, and its window may open another', async () => {
    const host = await TestHost.start({ eventStreams: 2 });
    const tokens = [await host.openWindow(), await host.openWindow(), await host.openWindow()];
    const [oldest = '', , newest = ''] = tokens;
    const oldestName = await host.nameOf(oldest);
    const streams = [];
    for (const token of tokens) streams.push(await host.events(token));
    const [first, second] = streams;
    expect([await first?.next(), await first?.next()]).toEqual(['', null]);
    expect(await second?.next()).toBe('');

    const again = await host.events(oldest);
    host.app.emit(oldestName, changed);
    expect([await again.next(), await again.next()]).toEqual(['', JSON.stringify(changed)]);
    expect([await second?.next()]).toEqual([null]);
    host.clock.advance(seconds(3_600));
    expect(await host.nameOf(oldest)).toBe(oldestName);
    again.hangUp();
    while (host.app.listeners.has(oldestName)) await host.nameOf(newest);
    host.clock.advance(seconds(61));
    expect(await host.nameOf(oldest)).not.toBe(oldestName);
  });
});

describe('a window whose stream has given way', () => {
  async function parkedWindow() {
    const host = await TestHost.start({ eventStreams: 1 });
    const [parked, other] = [await host.openWindow(), await host.openWindow()];
    const name = await host.nameOf(parked);
    const stream = await host.events(parked);
    await host.events(other);
    expect([await stream.next(), await stream.next()]).toEqual(['', null]);
    while (host.app.listeners.has(name)) await host.nameOf(other);
    return { host, parked, other, name };
  }

  it('is not taken for closed while it calls, were it only once a minute', async () => {
    const { host, parked, name } = await parkedWindow();
    for (let minute = 0; minute < 60; minute += 1) {
      host.clock.advance(seconds(75));
      expect(await host.nameOf(parked)).toBe(name);
    }
    expect(host.app.forgotten).toEqual([]);
  });

  it('is forgotten when it calls no more, as any window that was closed', async () => {
    const { host, other, name } = await parkedWindow();
    host.clock.advance(seconds(151));
    await host.nameOf(other);
    expect(host.app.forgotten).toEqual([name]);
  });
});
