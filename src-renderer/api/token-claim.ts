/** How long a page that is loaded again waits for the one before it to be gone. */
const patience = 1_000;

/**
 * Makes a token this tab's alone, for as long as the tab lives or until it claims another. The answered function says
 * false when another tab has it already: a tab that is duplicated gets a copy of the sessionStorage, and two tabs with
 * one session would lock and sign out each other.
 */
export function createTokenClaim(): (token: string) => Promise<boolean> {
  let giveUp = () => {};

  return async (token) => {
    const name = await lockName(token);
    return new Promise((resolve) => {
      const hold = () => {
        giveUp();
        resolve(true);
        return new Promise<void>((end) => {
          giveUp = end;
        });
      };
      navigator.locks.request(name, { signal: AbortSignal.timeout(patience) }, hold).catch(() => resolve(false));
    });
  };
}

/** Every tab can read the names of locks, so the token itself must not be in it. */
async function lockName(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return `steward.session.${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
