import { TransportFailure, WindowUnknown } from './failures';
import { createTokenClaim } from './token-claim';

export const tokenHeader = 'x-steward-session';
const storedAs = 'steward.session';

export interface WindowToken {
  /** Rejects with `WindowUnknown` when this window has neither a token nor a key that is still good. */
  get(): Promise<string>;
  keep(token: string): void;
  /** After the main side refused `refused`: is there another token to try, or a key to get one for? */
  isReplaced(refused: string): Promise<boolean>;
  onRenewal(listener: () => void): () => void;
}

/**
 * The session of this window, named by a random token in sessionStorage. It is traded for the launch key, which
 * comes in the address's fragment and is wiped from there, so that it stays in no history.
 */
export function createWindowToken(): WindowToken {
  let key = takeKeyFromAddress();
  let trade: Promise<string> | null = null;
  const listeners = new Set<() => void>();
  const claim = createTokenClaim();
  const isChecked = dropCopiedToken();

  /** What this tab finds at its start may be another tab's. */
  async function dropCopiedToken(): Promise<void> {
    const found = sessionStorage.getItem(storedAs);
    if (found && !(await claim(found))) sessionStorage.removeItem(storedAs);
  }

  function store(token: string): void {
    sessionStorage.setItem(storedAs, token);
    // It was made for this tab: nobody else can have it yet.
    void claim(token);
  }

  function keep(token: string): void {
    store(token);
    for (const listener of listeners) listener();
  }

  async function tradeKey(): Promise<string> {
    if (!key) throw new WindowUnknown();
    const token = await tokenFor(key);
    key = null;
    store(token);
    return token;
  }

  async function get(): Promise<string> {
    await isChecked;
    const stored = sessionStorage.getItem(storedAs);
    if (stored) return stored;
    trade ??= tradeKey().finally(() => {
      trade = null;
    });
    return trade;
  }

  return {
    get,
    keep,
    async isReplaced(refused) {
      const stored = sessionStorage.getItem(storedAs);
      if (stored && stored !== refused) return true;
      sessionStorage.removeItem(storedAs);
      return key !== null || trade !== null;
    },
    onRenewal(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function takeKeyFromAddress(): string | null {
  const key = new URLSearchParams(window.location.hash.slice(1)).get('key');
  if (key) history.replaceState(history.state, '', window.location.pathname + window.location.search);
  // The address typed into a window that already shows Steward changes the fragment only, and loads nothing.
  window.addEventListener('hashchange', () => {
    if (window.location.hash.startsWith('#key=')) window.location.reload();
  });
  return key;
}

async function tokenFor(key: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key }),
      credentials: 'omit',
      cache: 'no-store',
    });
  } catch (cause) {
    throw new TransportFailure({ cause });
  }
  if (!response.ok) throw new WindowUnknown();
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null || !('token' in body) || typeof body.token !== 'string') {
    throw new WindowUnknown();
  }
  return body.token;
}
