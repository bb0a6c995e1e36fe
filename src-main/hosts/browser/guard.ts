import type { IncomingMessage } from 'node:http';
import type { Limits } from './limits';
import { Refused } from './refused';

/** Where this host is reached, as a browser writes it: `127.0.0.1:8080`, and without the port if that is 80. */
export function authorityOf(port: number): string {
  return port === 80 ? '127.0.0.1' : `127.0.0.1:${port}`;
}

/** Names other than the exact one are refused: a foreign name may be made to point at this computer. */
export function checkHost(request: IncomingMessage, authority: string): void {
  if (request.headers.host !== authority) throw new Refused(403, 'REQUEST_REFUSED');
}

/** The page may be opened from anywhere; its parts only by itself. */
export function checkPageRequest(request: IncomingMessage, authority: string): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new Refused(405, 'REQUEST_REFUSED', { allow: 'GET, HEAD' });
  }
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${authority}`) throw new Refused(403, 'REQUEST_REFUSED');
  const site = request.headers['sec-fetch-site'];
  const isOwn = site === undefined || site === 'same-origin' || site === 'none';
  const opensWindow =
    request.headers['sec-fetch-mode'] === 'navigate' && request.headers['sec-fetch-dest'] === 'document';
  if (!isOwn && !opensWindow) throw new Refused(403, 'REQUEST_REFUSED');
}

/** Calls come from scripts of the page alone, as JSON and by POST, which no form and no foreign page can send. */
export function checkCallRequest(request: IncomingMessage, authority: string, limits: Limits): void {
  const { headers } = request;
  if (request.method !== 'POST') throw new Refused(405, 'REQUEST_REFUSED', { allow: 'POST' });
  if (headers.origin !== `http://${authority}`) throw new Refused(403, 'REQUEST_REFUSED');
  if ((headers['sec-fetch-site'] ?? 'same-origin') !== 'same-origin') throw new Refused(403, 'REQUEST_REFUSED');
  const isJson = /^application\/json(\s*;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? '');
  if (!isJson || headers['content-encoding'] !== undefined) throw new Refused(415, 'REQUEST_REFUSED');
  if (Number(headers['content-length'] ?? 0) > limits.bodyBytes) throw new Refused(413, 'REQUEST_TOO_LARGE');
}
