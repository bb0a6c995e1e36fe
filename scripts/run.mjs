import { spawn } from 'node:child_process';

const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGKILL: 137, SIGTERM: 143 };
const passedOn = ['SIGHUP', 'SIGINT', 'SIGTERM'];
const parentAtStart = process.ppid;

/**
 * Runs a program on this terminal, passes on the signals that reach this process, and waits for its end.
 * @param {{ limitMs?: number, stdio?: import('node:child_process').StdioOptions }} [how]
 * @returns {Promise<number>} its exit code, as a shell would tell it; 124 when it took longer than the limit
 */
export function run(program, args, { limitMs, stdio = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio });
    let isLate = false;
    const limit = limitMs && setTimeout(breakOff, limitMs);
    const npm = setInterval(() => isLeftByNpm() && child.kill('SIGTERM'), 500);
    const passOn = (signal) => child.kill(signal);
    for (const signal of passedOn) process.on(signal, passOn);

    function breakOff() {
      isLate = true;
      child.kill('SIGKILL');
    }
    function end() {
      clearTimeout(limit);
      clearInterval(npm);
      for (const signal of passedOn) process.off(signal, passOn);
    }
    child.once('error', (error) => {
      end();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      end();
      resolve(isLate ? 124 : (code ?? exitCodes[signal] ?? 1));
    });
  });
}

/**
 * A signal sent to npm ends npm and its shell but does not come here, and the program would go on unseen.
 * Only that this process has another parent then tells of it.
 */
function isLeftByNpm() {
  return process.env.npm_lifecycle_event !== undefined && process.ppid !== parentAtStart;
}
