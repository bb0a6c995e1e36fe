import { spawn } from 'node:child_process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program on this terminal, passes on the signals that reach this process, and waits for its end.
 * @param {{ limitMs?: number, stdio?: import('node:child_process').StdioOptions }} [how]
 * @returns {Promise<number>} its exit code, as a shell would tell it; 124 when it took longer than the limit
 */
export function run(program, args, { limitMs, stdio = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio });
    let isLate = false;
    const timer =
      limitMs &&
      setTimeout(() => {
        isLate = true;
        child.kill('SIGKILL');
      }, limitMs);
    const passOn = signals.map((signal) => [signal, () => child.kill(signal)]);
    for (const [signal, listener] of passOn) process.on(signal, listener);
    const end = () => {
      clearTimeout(timer);
      for (const [signal, listener] of passOn) process.off(signal, listener);
    };
    child.once('error', (error) => {
      end();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      end();
      if (isLate) resolve(124);
      else resolve(code ?? 128 + (signalNumbers[signal] ?? 0));
    });
  });
}

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
