import type { Bridge } from '../../src-shared/bridge';
import { createHttpTransport } from './http-transport';
import type { Transport } from './transport';

declare global {
  interface Window {
    /** Put there by the preload script of the desktop host. */
    readonly steward?: Bridge;
  }
}

let chosen: Transport | null = null;

/** The way to the main side: the desktop host's bridge where there is one, else HTTP. */
export function mainSide(): Transport {
  chosen ??= window.steward ?? createHttpTransport();
  return chosen;
}
