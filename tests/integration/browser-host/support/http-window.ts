import type { Answer, InputOf, OutputOf, ProcedureName } from '../../../../src-shared/contract';

/** A window of the browser host, as the page's own script drives it. */
export class HttpWindow {
  readonly #address: URL;
  #token: string;

  private constructor(address: URL, token: string) {
    this.#address = address;
    this.#token = token;
  }

  static async open(address: URL): Promise<HttpWindow> {
    const key = new URLSearchParams(address.hash.slice(1)).get('key');
    const response = await post(address, '/api/session', { key }, {});
    const { token } = (await response.json()) as { token: string };
    return new HttpWindow(address, token);
  }

  get token(): string {
    return this.#token;
  }

  async call<N extends ProcedureName>(procedure: N, input: InputOf<N>): Promise<Answer<OutputOf<N>>> {
    const { answer, renewed } = await this.callWith(this.#token, procedure, input);
    if (renewed) this.#token = renewed;
    return answer as Answer<OutputOf<N>>;
  }

  async callWith(token: string, procedure: string, input: unknown) {
    const response = await post(this.#address, '/api/call', { procedure, input }, { 'x-steward-session': token });
    return {
      status: response.status,
      renewed: response.headers.get('x-steward-session'),
      answer: (await response.json()) as Answer,
    };
  }
}

function post(address: URL, path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  return fetch(new URL(path, address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address.origin, ...headers },
    body: JSON.stringify(body),
  });
}
