import { afterAll, beforeAll, expect, test } from 'vitest';
import { procedures } from '../../src-shared/contract';
import { EveryState } from './support/every-state';
import { goodCalls } from './support/good-calls';

let states: EveryState;
beforeAll(async () => {
  states = await EveryState.prepare();
});
afterAll(() => states.close());

/** Every procedure has a handler, and what it answers is what the contract says: the door checks both. */
test.each([...procedures])('%s answers who may call it', async (name, { access, output }) => {
  const prepare = new Map(Object.entries(goodCalls)).get(name);
  if (!prepare) throw new Error(`${name} has no good call to be tested with`);
  await states.restore('full');
  const { place, input } = await prepare(states);
  await states.restore(place);
  const { app, window } = states.at(place);
  const held = await states.held(place, []);

  const answer = await app.send(window, name, input);
  states.noteRecoveryCode({ app, window }, answer);
  expect(answer).toEqual({ ok: true, data: expect.anything() });
  if (answer.ok) expect(output.parse(answer.data)).toEqual(answer.data);
  if (access === 'read') expect(await states.held(place, [])).toEqual(held);
});
