import { expect, test } from 'vitest';
import { SliceSize } from '../../../src-main/features/jobs/slice-size';

/** The sizes of slices on a computer that takes so long for each record. */
function sizes(msForEach: number, count: number): number[] {
  const size = new SliceSize();
  return Array.from({ length: count }, () => {
    const { next } = size;
    size.note(next * msForEach);
    return next;
  });
}

test('a slice comes to take some fifteen milliseconds, whatever the computer', () => {
  expect(sizes(0.1, 6).at(-1)).toBe(150);
  expect(sizes(0.5, 6).at(-1)).toBe(30);
});

test('on a slow one it has so many as are worth being made durable', () => {
  expect(sizes(40, 6)).toEqual([20, 20, 20, 20, 20, 20]);
});

test('it grows by twice at most, and never beyond what a transaction should have', () => {
  expect(sizes(0.000_1, 7)).toEqual([20, 40, 80, 160, 320, 500, 500]);
});

test('after one that failed, as many as it had are taken one by one', () => {
  const size = new SliceSize();
  size.single();
  const singles = Array.from({ length: 20 }, () => {
    const { next } = size;
    size.note(1);
    return next;
  });
  expect(singles).toEqual(Array.from({ length: 20 }, () => 1));
  expect(size.next).toBe(20);
});
