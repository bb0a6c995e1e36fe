import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryClient } from '../../../src-renderer/api/query-client';
import { readAnew, readAnewSoon } from '../../../src-renderer/api/reads-anew';

const invalidate = vi.spyOn(queryClient, 'invalidateQueries');
const readAgain = () => invalidate.mock.calls.splice(0).map(([filters]) => String(filters?.queryKey?.[0]));

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  readAgain();
});

test('what is told of without anything having been done here is read at once', () => {
  readAnewSoon('moderation');
  expect(readAgain()).toEqual(['moderation']);
});

test('what is told of in quick succession is read once more, when it is over', () => {
  readAnewSoon('accounts');
  for (let times = 0; times < 5; times += 1) readAnewSoon('accounts');
  expect(readAgain()).toEqual(['accounts']);
  vi.advanceTimersByTime(301);
  expect(readAgain()).toEqual(['accounts']);
  vi.advanceTimersByTime(1_000);
  expect(readAgain()).toEqual([]);
});

test('what this window has done is read at once, and what is told of it a moment later', () => {
  readAnewSoon('staff');
  readAnew(['staff', 'groups']);
  readAnewSoon('groups');
  expect(readAgain()).toEqual(['staff', 'staff', 'groups']);
  vi.advanceTimersByTime(301);
  expect(readAgain()).toEqual(['groups']);
});
