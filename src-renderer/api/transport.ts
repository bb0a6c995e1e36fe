import type { Answer } from '../../src-shared/contract';
import type { ApplicationEvent } from '../../src-shared/events';

/** How this window reaches the main side. */
export interface Transport {
  /** Rejects with `TransportFailure` or `WindowUnknown`; a refusal by the main side is an answer. */
  call(procedure: string, input: unknown): Promise<Answer>;
  onEvent(listener: (event: ApplicationEvent) => void): () => void;
}
