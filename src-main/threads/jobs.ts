// What a thread and the main side say to each other. Threads load this very file, in tests too.
import { parentPort } from 'node:worker_threads';

export interface Job<Asked> {
  readonly id: number;
  readonly asked: Asked;
}

export type JobAnswer =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly code?: string; readonly message: string };

/** Makes the file that calls it the file of a thread, which answers one job after the other. */
export function answerJobs<Asked>(run: (asked: Asked) => unknown): void {
  if (!parentPort) throw new Error('This file runs in a worker thread only.');
  const port = parentPort;
  port.on('message', (job: Job<Asked>) => port.postMessage(answerTo(job, run)));
}

function answerTo<Asked>({ id, asked }: Job<Asked>, run: (asked: Asked) => unknown): JobAnswer {
  try {
    return { id, ok: true, result: run(asked) };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { id, ok: false, code, message };
  }
}
