import { expect } from 'vitest';
import type { EveryState, Place } from './every-state';

/** Whether a call from there gets past the door, which looks at nothing of the input before. */
export async function outcomeAt(states: EveryState, place: Place, name: string): Promise<'let in' | string> {
  const { app, window } = states.at(place);
  const held = await states.held(place);
  const answer = await app.send(window, name, { surplus: true });
  expect(await states.held(place)).toEqual(held);
  if (answer.ok) throw new Error(`${name} takes anything`);
  return answer.error.code === 'INPUT_INVALID' ? 'let in' : answer.error.code;
}
