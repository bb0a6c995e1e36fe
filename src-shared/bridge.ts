import type { Answer } from './contract';
import type { ApplicationEvent } from './events';

/** What the desktop host puts into its windows as `window.steward`. A window without it talks HTTP. */
export interface Bridge {
  readonly host: 'desktop';
  call(procedure: string, input: unknown): Promise<Answer>;
  /** Answers the function that ends the subscription. */
  onEvent(listener: (event: ApplicationEvent) => void): () => void;
}
