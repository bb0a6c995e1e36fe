import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Events } from '../../../src-main/events';
import { SettleNews } from '../../../src-main/features/moderation/settle-news';
import type { ApplicationEvent } from '../../../src-shared/events';

let heard: string[] = [];
let events: Events;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  heard = [];
  events = new Events(
    async () => true,
    (error) => {
      throw error;
    },
  );
  const nameOf = (event: ApplicationEvent) => (event.type === 'session' ? 'session' : event.feature);
  events.subscribe('window', (event) => heard.push(nameOf(event)));
});
afterEach(() => {
  vi.useRealTimers();
});

/** What the window has been told since it was last asked. */
async function told(): Promise<string[]> {
  await Promise.resolve();
  return heard.splice(0).sort();
}

const nothingElse = { isAccessChanged: false, isProfileChanged: false };

test('windows are told once in a while, and in the end of everything', async () => {
  const news = new SettleNews(events, 500);
  news.add(nothingElse);
  expect(await told()).toEqual(['moderation']);
  news.add({ ...nothingElse, isAccessChanged: true });
  vi.advanceTimersByTime(499);
  news.add(nothingElse);
  expect(await told()).toEqual([]);
  vi.advanceTimersByTime(1);
  news.add(nothingElse);
  expect(await told()).toEqual(['accounts', 'dashboard', 'moderation', 'session']);
  news.add({ ...nothingElse, isProfileChanged: true });
  expect(await told()).toEqual([]);
  news.tell();
  expect(await told()).toEqual(['accounts', 'dashboard', 'moderation', 'profiles']);
});

test('nobody is told twice, nor of nothing', async () => {
  const news = new SettleNews(events);
  news.tell();
  news.add(nothingElse);
  news.tell();
  expect(await told()).toEqual(['moderation']);
});
