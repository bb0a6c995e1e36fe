import { TransportFailure, WindowUnknown } from './failures';
import { createLaunchKey } from './launch-key';
import { createTokenClaim } from './token-claim';

export const tokenHeader = 'x-steward-session';
const storedAs = 'steward.session';

export interface WindowToken {
  /** Rejects with `WindowUnknown` when this window has no token, and nobody a key that is still good. */
  get(): Promise<string>;
  keep(token: string): void;
  /** After the main side refused `refused`: is there another token to try, or a key to get one for? */
  isReplaced(refused: string): Promise<boolean>;
  onRenewal(listener: () => void): () => void;
}

/** The session of this window, named by a random token in sessionStorage, which is traded for the launch key. */
export function createWindowToken(): WindowToken {
  const launchKey = createLaunchKey();
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
    for (let key = await launchKey.get(); key !== null; key = await launchKey.get()) {
      const token = await tokenFor(key);
      if (token !== null) {
        store(token);
        return token;
      }
      launchKey.refuse(key);
    }
    throw new WindowUnknown();
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
      return trade !== null || (await launchKey.get()) !== null;
    },
    onRenewal(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Answers null when the key is not the one of this start. */
async function tokenFor(key: string): Promise<string | null> {
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
  if (response.status === 401) return null;
  if (!response.ok) throw new TransportFailure();
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null || !('token' in body) || typeof body.token !== 'string') {
    throw new TransportFailure();
  }
  return body.token;
}
