import type { ClientRequest, IncomingMessage } from 'node:http';

/** Reads a stream of events line by line. */
export class EventReader {
  readonly response: IncomingMessage;
  readonly #request: ClientRequest;
  readonly #lines: AsyncIterator<string>;

  constructor(request: ClientRequest, response: IncomingMessage) {
    this.#request = request;
    this.response = response;
    this.#lines = linesOf(response);
    // Hanging up on purpose breaks the request, which is no failure.
    request.on('error', () => {});
    response.on('error', () => {});
  }

  /** The next line, or null when the host has ended the stream. */
  async next(): Promise<string | null> {
    const line = await this.#lines.next();
    return line.done ? null : line.value;
  }

  /** As a closed tab does. */
  hangUp(): void {
    this.#request.destroy();
  }
}

async function* linesOf(response: IncomingMessage): AsyncGenerator<string, undefined> {
  let rest = '';
  for await (const chunk of response.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
