import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type ProcedureName, procedures } from '../../src-shared/contract';
import { sessionStates } from '../../src-shared/contract/define';
import { type Desk, EveryState, type Place, stateAt } from './support/every-state';
import { goodCalls } from './support/good-calls';
import { type Twist, twist, twisted } from './support/hostile-input';

let states: EveryState;
beforeAll(async () => {
  states = await EveryState.prepare();
});
afterAll(() => states.close());

/** That somebody tried is kept account of, on purpose; everything else a refused call must leave alone. */
const kept = ['refused_call', 'sign_in_wait', 'registration_attempt'];

/** Each of these, or what brings its window back, hashes a password or unwraps the store's key, by design slowly. */
const slow = new Set<string>([
  'setup.create',
  'opening.openWithPassphrase',
  'opening.openWithRecoveryCode',
  'opening.setPassphrase',
  'opening.replaceRecoveryCode',
  'session.signIn',
  'session.signOut',
  'session.lock',
  'session.unlock',
  'session.reauthenticate',
  'session.changeOwnPassword',
  'recovery.setSuperuserPassword',
  'passwords.assess',
  'registration.register',
  'accounts.create',
  'accounts.giveOneTimePassword',
  'accounts.setPassword',
  'authorizedUsers.create',
  'authorizedUsers.update',
  'authorizedUsers.resetPassword',
  'authorizedUsers.link',
  'myAuthorizedUsers.create',
  'myAuthorizedUsers.update',
  'myAuthorizedUsers.resetPassword',
  'staff.create',
  'staff.giveOneTimePassword',
]);

const places: readonly Place[] = [...sessionStates, 'narrow staff', 'holder', 'delegate with everything'];
const names = [...procedures.keys()] as ProcedureName[];

function mayReach(name: ProcedureName, place: Place): boolean {
  const procedure = procedures.get(name);
  if (!procedure?.sessions.includes(stateAt(place))) return false;
  const { audience } = procedure;
  if (place === 'narrow staff')
    return audience.kind !== 'staff' || ['staff.view', 'staff.manage'].includes(String(audience.permission));
  if (audience.kind === 'holder themself') return place !== 'delegate with everything';
  return audience.kind !== 'staff' || place === 'full';
}

async function goodInput(name: ProcedureName): Promise<object> {
  await states.restore('full');
  return (await goodCalls[name](states)).input;
}

const shapes = new Map<ProcedureName, Promise<object>>();

/** For a call that is refused before its input is looked at: whether its records are still there does not matter. */
function shapeOf(name: ProcedureName): Promise<object> {
  const shape = shapes.get(name) ?? goodInput(name);
  shapes.set(name, shape);
  return shape;
}

/** Calls the door itself, so that a rejection is one. */
async function send(place: Place, name: string, input: unknown): Promise<Answer> {
  const { app, window } = states.at(place);
  const reply = await app.app.call(window, name, input).catch((error: unknown) => {
    throw new Error(`${name} rejected at ${place}`, { cause: error });
  });
  return reply.answer;
}

/** What every answer is, whatever was asked: data, or a known error in words and without a trace of the inside. */
function assertSound(answer: Answer, { app }: Desk, name: string): void {
  const { reported } = app;
  if (reported.length > 0) throw new Error(`${name} was reported`, { cause: reported.at(-1) });
  const sent = JSON.stringify(answer);
  expect(JSON.parse(sent)).toEqual(answer);
  if (answer.ok) {
    expect(answer.data).toBeDefined();
    return;
  }
  expect(answer.error.code).not.toBe('INTERNAL');
  expect(answer.error.message).toMatch(/\S/);
  expect(answer.error.message).not.toMatch(/\n|SQLITE|\bat .*:\d+|node_modules/);
  expect(sent.length).toBeLessThan(10_000_000);
}

/** Comparing whole dumps value by value takes long; it is done where there is a difference to show. */
function assertUnchanged(before: unknown, after: unknown): void {
  if (JSON.stringify(before) !== JSON.stringify(after)) expect(after).toEqual(before);
}

async function sendAndCheck(place: Place, name: ProcedureName, input: unknown): Promise<Answer> {
  const held = await states.held(place, kept);
  const answer = await send(place, name, input);
  assertSound(answer, states.at(place), name);
  if (!answer.ok) assertUnchanged(held, await states.held(place, kept));
  return answer;
}

async function tidyUp(place: Place, answer: Answer): Promise<void> {
  states.noteRecoveryCode(states.at(place), answer);
  await states.restore(place);
}

/** Enough for each run of all tests; ten times as many, now and then, by BAD_INPUT_TIMES=10. */
const times = Number(process.env.BAD_INPUT_TIMES ?? 1);

function runsOf(name: ProcedureName, place: Place, good: object): number {
  if (!mayReach(name, place)) return 2 * times;
  if (slow.has(name)) return 4 * times;
  return (Object.keys(good).length === 0 ? 4 : 10) * times;
}

describe.each(places)('at the place "%s"', (place) => {
  test.each(names)('%s stands whatever is sent', async (name) => {
    const inputFor = mayReach(name, place) ? goodInput : shapeOf;
    const attempt = async (by: Twist) => {
      const input = twisted(await inputFor(name), by);
      await tidyUp(place, await sendAndCheck(place, name, input));
    };
    await fc.assert(fc.asyncProperty(twist, attempt), { numRuns: runsOf(name, place, await shapeOf(name)) });
  });
});

test.each(names)('%s refuses fifty megabytes of text', async (name) => {
  const place = places.find((one) => mayReach(name, one)) ?? 'full';
  const good = await goodInput(name);
  const [field = 'surplus'] = Object.keys(good);
  const answer = await sendAndCheck(place, name, { ...good, [field]: 'A'.repeat(50_000_000) });
  expect(answer).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID', fields: { [field]: {} } } });
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('a surplus field %s is named', async (field) => {
  const answer = await send('full', 'staff.list', JSON.parse(`{ "${field}": 1 }`));
  const fields = answer.ok ? {} : answer.error.fields;
  expect(Object.entries(fields ?? {})).toEqual([[field, expect.objectContaining({ code: 'FIELD_UNKNOWN' })]]);
});

test('a field that is passed on by a prototype is no field', async () => {
  const input = Object.create({ id: 'A'.repeat(22) });
  expect((await send('full', 'staff.get', input)).ok).toBe(false);
});
