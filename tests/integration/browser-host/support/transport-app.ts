import type { App, Reply } from '../../../../src-main/app';
import type { ApplicationEvent } from '../../../../src-shared/events';

export interface ReceivedCall {
  readonly window: string;
  readonly procedure: string;
  readonly input: unknown;
}

/**
 * Something behind the host that shows what the host hands over and brings back. It has none of Steward's rules:
 * those are tested with the real application.
 * - `echo` answers its input
 * - `renew` answers as a sign-in does
 * - `hold` answers when `release` is called, and `hold and renew` then answers as a sign-in does
 * - `fail` rejects, which a door never does
 */
export class TransportApp implements App {
  readonly received: ReceivedCall[] = [];
  readonly forgotten: string[] = [];
  readonly listeners = new Map<string, Set<(event: ApplicationEvent) => void>>();
  readonly #held: (() => void)[] = [];

  async call(window: string, procedure: string, input: unknown): Promise<Reply> {
    this.received.push({ window, procedure, input });
    if (procedure === 'fail') throw new Error('The door is broken');
    if (procedure.startsWith('hold')) await new Promise<void>((resolve) => this.#held.push(resolve));
    return { answer: { ok: true, data: { window, input } }, isSessionRenewed: procedure.endsWith('renew') };
  }

  release(): void {
    for (const resolve of this.#held.splice(0)) resolve();
  }

  subscribe(window: string, listener: (event: ApplicationEvent) => void): () => void {
    const listeners = this.listeners.get(window) ?? new Set();
    this.listeners.set(window, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.listeners.delete(window);
    };
  }

  emit(window: string, event: ApplicationEvent): void {
    for (const listener of this.listeners.get(window) ?? []) listener(event);
  }

  forget(window: string): void {
    this.forgotten.push(window);
  }

  async close(): Promise<void> {}
}
