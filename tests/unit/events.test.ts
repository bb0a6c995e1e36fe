import { expect, test } from 'vitest';
import { Events } from '../../src-main/events';

test('when it cannot be looked up who may hear of a change, nobody does, and that is reported', async () => {
  const { promise: reported, resolve: report } = Promise.withResolvers<unknown>();
  const damaged = new Error('The store is damaged.');
  const events = new Events(() => Promise.reject(damaged), report);
  const heard: unknown[] = [];
  events.subscribe('window', (event) => heard.push(event));
  events.changed('staff');
  expect(await reported).toBe(damaged);
  expect(heard).toEqual([]);
});
