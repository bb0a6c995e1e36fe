// The reader thread as it is, but that it is brought down by a job named 'crash', as by a fault in native code.
import { parentPort } from 'node:worker_threads';
import '../../../src-main/store/readers/reader.thread.ts';
import type { JobAnswer } from '../../../src-main/threads/jobs.ts';

if (!parentPort) throw new Error('This file runs in a worker thread only.');
const post = parentPort.postMessage.bind(parentPort);
parentPort.postMessage = (answer: JobAnswer) => {
  if (!answer.ok && answer.message.includes('near "crash"')) throw new Error('The reader crashed.');
  post(answer);
};
