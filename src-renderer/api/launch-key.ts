/** How long a new tab waits for an open one to answer. */
const patience = 1_000;
const channelName = 'steward.launch-key';
const question = 'which key?';

export interface LaunchKey {
  /** The key as far as this window knows it, or as another open window of Steward does; null when none does. */
  get(): Promise<string | null>;
  /** The main side does not take it: it is from an earlier start. */
  refuse(key: string): void;
}

/**
 * The key that lets windows in. It comes in the address's fragment, is wiped from there so that it stays in no
 * history, and lives in the memory of open windows alone: a new tab asks those for it.
 */
export function createLaunchKey(): LaunchKey {
  const refused = new Set<string>();
  let known = takeFromAddress();

  // Only pages of this very address, with its port, are on the channel.
  new BroadcastChannel(channelName).addEventListener('message', ({ data, target }) => {
    if (data === question && known && target instanceof BroadcastChannel) target.postMessage({ key: known });
  });
  // What this window learns now it can tell others later, even when the first window is closed by then.
  if (!known) void get();

  function askOthers(): Promise<string | null> {
    return new Promise((resolve) => {
      const channel = new BroadcastChannel(channelName);
      const end = (key: string | null) => {
        clearTimeout(timer);
        channel.close();
        resolve(key);
      };
      const timer = setTimeout(() => end(null), patience);
      channel.addEventListener('message', ({ data }) => {
        const key = keyIn(data);
        if (key !== null && !refused.has(key)) end(key);
      });
      channel.postMessage(question);
    });
  }

  async function get(): Promise<string | null> {
    known ??= await askOthers();
    return known;
  }

  return {
    get,
    refuse(key) {
      refused.add(key);
      if (known === key) known = null;
    },
  };
}

function keyIn(message: unknown): string | null {
  const isAnswer = typeof message === 'object' && message !== null && 'key' in message;
  return isAnswer && typeof message.key === 'string' ? message.key : null;
}

function takeFromAddress(): string | null {
  const key = new URLSearchParams(window.location.hash.slice(1)).get('key');
  if (key) history.replaceState(history.state, '', window.location.pathname + window.location.search);
  // The address typed into a window that already shows Steward changes the fragment only, and loads nothing.
  window.addEventListener('hashchange', () => {
    if (window.location.hash.startsWith('#key=')) window.location.reload();
  });
  return key;
}
