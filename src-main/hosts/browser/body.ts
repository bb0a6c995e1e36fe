import type { IncomingMessage } from 'node:http';
import { Refused } from './refused';

/**
 * Reads a request's body as JSON. What goes beyond the limit is neither kept nor parsed.
 * @throws Refused
 */
export async function readJson(request: IncomingMessage, maximumBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, maximumBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refused(400, 'INPUT_INVALID');
  }
}

function readBytes(request: IncomingMessage, maximumBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > maximumBytes) refuse(new Refused(413, 'REQUEST_TOO_LARGE'));
      else chunks.push(chunk);
    };
    const refuse = (reason: Refused) => {
      chunks.length = 0;
      request.off('data', onData);
      // The rest is read and dropped, or the client would see a broken connection instead of the answer.
      request.resume();
      reject(reason);
    };
    request.on('data', onData);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => refuse(new Refused(400, 'INPUT_INVALID')));
  });
}
