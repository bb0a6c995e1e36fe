import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { JobThread } from '../../../src-main/threads/job-thread';

const script = new URL('./counting.thread.ts', import.meta.url);

function threadOf(idleMs: number | null): JobThread<null> {
  const thread = new JobThread<null>('counting', script, { idleMs });
  onTestFinished(() => thread.close());
  return thread;
}

test('a thread without work is ended after its time, and started anew by the next job', async () => {
  const thread = threadOf(50);
  expect(await Promise.all([thread.run(null), thread.run(null)])).toEqual([1, 2]);
  expect(await thread.run(null)).toBe(3);
  const afterAWhile = async () => {
    await wait(200);
    return thread.run(null);
  };
  await expect.poll(afterAWhile, { timeout: 20_000 }).toBe(1);
});

test('without such a time it is kept', async () => {
  const thread = threadOf(null);
  expect(await thread.run(null)).toBe(1);
  await wait(200);
  expect(await thread.run(null)).toBe(2);
});

test('whoever closes it while it waits for work has closed it', async () => {
  const thread = threadOf(10_000);
  await thread.run(null);
  await thread.close();
  await expect(thread.run(null)).rejects.toThrow('The counting thread is closed.');
});
