import type { Clock } from '../../../src-main/clock';

/** What a spec tells the host process it has started. */
export type ToHost = { readonly type: 'advance'; readonly milliseconds: number } | { readonly type: 'stop' };

/** What the host answers when its clock has been moved. */
export type FromHost = { readonly type: 'advanced' };

let aheadMs = 0;

/** Goes with the computer's clock and is moved ahead of it by the spec that started this process. */
export const systemClock: Clock = { now: () => Date.now() + aheadMs };

process.on('message', (message: ToHost) => {
  if (message.type === 'advance') {
    aheadMs += message.milliseconds;
    process.send?.({ type: 'advanced' } satisfies FromHost);
  } else {
    // Windows knows no signals between processes.
    process.emit('SIGTERM');
  }
});
// When the spec's process is gone, nobody would ever stop this one.
process.on('disconnect', () => process.exit());
