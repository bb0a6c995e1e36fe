import type { Page } from '@playwright/test';
import type { Bridge } from '../../../src-shared/bridge';
import type { Answer, InputOf, OutputOf, ProcedureName } from '../../../src-shared/contract';

declare global {
  interface Window {
    /** Put there by the preload script of the desktop host. */
    readonly steward?: Bridge;
  }
}

/**
 * Calls the main side as the window's own scripts do, past its screens: by the bridge of the desktop host, or over
 * HTTP with the token that the window holds.
 */
export async function callFrom<N extends ProcedureName>(
  page: Page,
  procedure: N,
  input: InputOf<N>,
): Promise<Answer<OutputOf<N>>> {
  const answer = await page.evaluate(
    async (sent) => {
      if (window.steward) return window.steward.call(sent.procedure, sent.input);
      const response = await fetch('/api/call', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-steward-session': sessionStorage.getItem('steward.session') ?? '',
        },
        body: JSON.stringify(sent),
      });
      return response.json();
    },
    { procedure, input },
  );
  return answer as Answer<OutputOf<N>>;
}

/** For a call that must not be refused: its answer. */
export async function answerOf<N extends ProcedureName>(
  page: Page,
  procedure: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const answer = await callFrom(page, procedure, input);
  if (answer.ok) return answer.data;
  throw new Error(`${procedure} was refused: ${answer.error.code}`);
}

/** For a call that must be refused: the code of the refusal. */
export async function refusalOf<N extends ProcedureName>(page: Page, procedure: N, input: InputOf<N>) {
  const answer = await callFrom(page, procedure, input);
  if (!answer.ok) return answer.error.code;
  throw new Error(`${procedure} was not refused; it answered ${JSON.stringify(answer.data)}`);
}
