import type { InputOf, OutputOf, ProcedureName } from '../../../src-shared/contract';
import { HttpWindow } from '../../integration/browser-host/support/http-window';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** A window at which somebody works: what it asks must succeed. */
export class Desk {
  readonly #window: HttpWindow;

  private constructor(window: HttpWindow) {
    this.#window = window;
  }

  static async open(address: URL): Promise<Desk> {
    return new Desk(await HttpWindow.open(address));
  }

  static async signedIn(address: URL, credentials: Credentials): Promise<Desk> {
    const desk = await Desk.open(address);
    await desk.signIn(credentials);
    return desk;
  }

  async signIn({ email, password }: Credentials): Promise<void> {
    await this.ask('session.signIn', { signInName: email, password });
  }

  async ask<N extends ProcedureName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const answer = await this.#window.call(name, input);
    if (answer.ok) return answer.data;
    throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`);
  }

  /** The same, where it may be refused for these reasons; null then. */
  async askOr<N extends ProcedureName>(
    refusals: readonly string[],
    name: N,
    input: InputOf<N>,
  ): Promise<OutputOf<N> | null> {
    const answer = await this.#window.call(name, input);
    if (answer.ok) return answer.data;
    if (refusals.includes(answer.error.code)) return null;
    throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`);
  }

  /** For what must be refused; answers the code. */
  async refusal<N extends ProcedureName>(name: N, input: InputOf<N>): Promise<string> {
    const answer = await this.#window.call(name, input);
    if (!answer.ok) return answer.error.code;
    throw new Error(`${name} was not refused.`);
  }
}
