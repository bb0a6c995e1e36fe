import type { Answer, InputOf, OutputOf, ProcedureName } from '../../../src-shared/contract';

const tokenHeader = 'x-steward-session';

/** A window of the browser host without a screen, for what a spec needs to be there before it begins. */
export class NodeWindow {
  readonly #origin: string;
  #token: string;

  private constructor(origin: string, token: string) {
    this.#origin = origin;
    this.#token = token;
  }

  /** `url` is the one that the host has printed, with the launch key. */
  static async open(url: string): Promise<NodeWindow> {
    const { origin, hash } = new URL(url);
    const key = new URLSearchParams(hash.slice(1)).get('key');
    const response = await post(`${origin}/api/session`, { origin }, { key });
    const { token } = (await response.json()) as { token: string };
    return new NodeWindow(origin, token);
  }

  async ask<N extends ProcedureName>(procedure: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const headers = { origin: this.#origin, [tokenHeader]: this.#token };
    const response = await post(`${this.#origin}/api/call`, headers, { procedure, input });
    this.#token = response.headers.get(tokenHeader) ?? this.#token;
    const answer = (await response.json()) as Answer<OutputOf<N>>;
    if (answer.ok) return answer.data;
    throw new Error(`${procedure} was refused: ${JSON.stringify(answer.error)}`);
  }
}

function post(url: string, headers: Readonly<Record<string, string>>, body: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
