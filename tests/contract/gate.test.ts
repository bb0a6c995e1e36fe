import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { procedures } from '../../src-shared/contract';
import { EveryState, type Place } from './support/every-state';
import { outcomeAt } from './support/outcome';

let states: EveryState;
beforeAll(async () => {
  states = await EveryState.prepare();
});
afterAll(() => states.close());

/** All that is left to somebody who is held back, and to whoever acts for them, written down once more. */
const forBoth = ['session.state', 'session.signOut', 'session.touch', 'session.lock'];
const ofSignUp = ['signUp.mine', 'signUp.resubmit', 'signUp.appeal'];
const forThemAlone = [...ofSignUp, 'messages.markRead'];

const gate: readonly { readonly place: Place; readonly open: readonly string[] }[] = [
  { place: 'awaiting-approval', open: [...forBoth, ...forThemAlone] },
  { place: 'delegate behind the gate', open: forBoth },
];

/** What a person would find once they are let in. */
const inside = [...procedures].filter(([, { sessions }]) => sessions.includes('full')).map(([name]) => name);

describe.each(gate)('at the place "$place"', ({ place, open }) => {
  test('a walk over the whole contract finds only what is meant for them', async () => {
    const letIn: string[] = [];
    for (const name of procedures.keys()) if ((await outcomeAt(states, place, name)) === 'let in') letIn.push(name);
    expect(letIn.sort()).toEqual([...open].sort());
  });

  test('everything else of the office is refused by what they wait for', async () => {
    const shut = inside.filter((name) => !open.includes(name) && !forThemAlone.includes(name));
    for (const name of shut) expect([name, await outcomeAt(states, place, name)]).toEqual([name, 'AWAITING_APPROVAL']);
    expect(shut.length).toBeGreaterThan(100);
  });
});

test.each(forThemAlone)('whoever acts for somebody who is held back is not allowed %s', async (name) => {
  expect(await outcomeAt(states, 'delegate behind the gate', name)).toBe('NOT_ALLOWED');
});

test.each(ofSignUp)('%s is for nobody who was let in', async (name) => {
  for (const place of ['full', 'holder', 'delegate with everything'] as const) {
    expect(await outcomeAt(states, place, name)).toBe('NOT_ALLOWED');
  }
});
