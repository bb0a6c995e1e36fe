import { queryClient } from './query-client';

/** For so long after its last reading a feature is not read again for what is heard of it: milliseconds. */
const pause = 300;

const readAt = new Map<string, number>();
const waiting = new Set<string>();

/** Reads what is shown of these features anew, at once. */
export function readAnew(features: Iterable<string>): void {
  for (const feature of features) {
    readAt.set(feature, performance.now());
    void queryClient.invalidateQueries({ queryKey: [feature] });
  }
}

/**
 * The same for what the main side tells of, which is mostly what this window itself has just done and read. What comes
 * in quick succession is read once.
 */
export function readAnewSoon(feature: string): void {
  const wait = (readAt.get(feature) ?? Number.NEGATIVE_INFINITY) + pause - performance.now();
  if (wait <= 0) readAnew([feature]);
  else if (!waiting.has(feature)) {
    waiting.add(feature);
    setTimeout(() => {
      waiting.delete(feature);
      readAnew([feature]);
    }, wait);
  }
}
