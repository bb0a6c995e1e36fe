import type { ServerResponse } from 'node:http';
import { errorText } from '../../../src-shared/errors';
import { plainHeaders } from '../page/headers';
import type { Refused } from './refused';

export function sendJson(response: ServerResponse, status: number, value: unknown, headers = {}): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    ...plainHeaders('application/json; charset=utf-8', false),
    ...headers,
    'content-length': body.length,
  });
  response.end(body);
}

/** A refusal looks as if the door had spoken it, so that clients know one shape. */
export function sendRefusal(response: ServerResponse, refused: Refused): void {
  sendJson(response, refused.status, { ok: false, error: errorText(refused.code) }, refused.headers);
}
