import { type ClientRequest, type IncomingHttpHeaders, type IncomingMessage, request as startRequest } from 'node:http';
import { text } from 'node:stream/consumers';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface HttpRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A request with exactly these headers and this path: nothing is corrected as a browser or `fetch` would. */
export async function send(port: number, request: HttpRequest): Promise<HttpAnswer> {
  const outgoing = open(port, request);
  outgoing.end(request.body);
  return answerTo(outgoing);
}

export function open(port: number, { method = 'GET', path = '/', headers = {} }: HttpRequest): ClientRequest {
  return startRequest({ host: '127.0.0.1', port, method, path, headers, agent: false });
}

export async function answerTo(outgoing: ClientRequest): Promise<HttpAnswer> {
  const response = await responseTo(outgoing);
  return { status: response.statusCode ?? 0, headers: response.headers, text: await text(response) };
}

export function responseTo(outgoing: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
  });
}
