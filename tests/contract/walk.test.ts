import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { procedures } from '../../src-shared/contract';
import { type Procedure, type SessionState, sessionStates } from '../../src-shared/contract/define';
import { delegatePermissions } from '../../src-shared/delegate-permissions';
import { doorErrorCodes, type ErrorCode, errorCodes } from '../../src-shared/errors';
import { type StaffPermission, staffPermissions } from '../../src-shared/permissions';
import { badInputs } from './support/bad-inputs';
import { EveryState, type Place } from './support/every-state';

let states: EveryState;
beforeAll(async () => {
  states = await EveryState.prepare();
});
afterAll(() => states.close());

const all = [...procedures];
const isFor = ({ audience }: Procedure, permission: StaffPermission) =>
  audience.kind === 'staff' && audience.permission === permission;

/** The code with which a state that may not call a procedure is refused, told apart by what would help the person. */
function expectedRefusal({ sessions }: Procedure, state: SessionState): ErrorCode {
  const isOnlyFor = (...wanted: SessionState[]) => sessions.every((one) => wanted.includes(one));
  switch (state) {
    case 'no-office':
      return 'NO_OFFICE';
    case 'store-locked':
      return isOnlyFor('no-office') ? 'OFFICE_EXISTS' : 'STORE_LOCKED';
    default:
      if (isOnlyFor('no-office')) return 'OFFICE_EXISTS';
      if (isOnlyFor('store-locked')) return 'STORE_OPEN';
  }
  if (state === 'signed-out') return 'NOT_SIGNED_IN';
  if (isOnlyFor('signed-out')) return 'ALREADY_SIGNED_IN';
  if (isOnlyFor('locked')) return 'NOT_LOCKED';
  if (state === 'must-change-password') return 'MUST_CHANGE_PASSWORD';
  if (state === 'locked') return 'SESSION_LOCKED';
  if (state === 'awaiting-approval') return 'AWAITING_APPROVAL';
  if (isOnlyFor('awaiting-approval')) return 'NOT_ALLOWED';
  throw new Error('A full session is refused nothing but what comes too late for it, or is for who is held back.');
}

/** Sends a call that must be refused, and sees that the refusal is all that came of it. */
async function refusalAt(place: Place, name: string, input: unknown) {
  const { app, window } = states.at(place);
  const held = await states.held(place);
  const view = await app.ask(window, 'session.state', {});
  const answer = await app.send(window, name, input);
  expect(await states.held(place)).toEqual(held);
  expect(await app.ask(window, 'session.state', {})).toEqual(view);
  if (answer.ok) throw new Error(`${name} was not refused at ${place}`);
  return answer.error;
}

describe.each(all)('%s', (name, procedure) => {
  test('is declared whole', () => {
    expect(procedure.sessions).not.toHaveLength(0);
    expect(sessionStates).toEqual(expect.arrayContaining([...procedure.sessions]));
    expect(['public', 'holder', 'holder themself', 'staff']).toContain(procedure.audience.kind);
    if (procedure.audience.kind === 'staff') expect(procedure.sessions).toEqual(['full']);
    if (procedure.audience.kind === 'staff') expect(staffPermissions).toContain(procedure.audience.permission);
    if (procedure.audience.kind === 'holder' && procedure.audience.permission !== null) {
      expect(delegatePermissions).toContain(procedure.audience.permission);
      expect([procedure.sessions, procedure.scope]).toEqual([['full'], 'own account']);
    }
    if (procedure.audience.kind === 'holder themself') {
      expect(procedure.scope).toBe('own account');
      expect(procedure.sessions.filter((state) => state !== 'full' && state !== 'awaiting-approval')).toEqual([]);
    }
    expect(errorCodes).toEqual(expect.arrayContaining([...procedure.errors]));
    expect(procedure.errors.filter((code) => doorErrorCodes.includes(code))).toEqual([]);
    expect(new Set(procedure.errors).size).toBe(procedure.errors.length);
    // What is sensitive changes something, and asks somebody for a password who has one.
    if (procedure.isSensitive) expect([procedure.access, procedure.sessions]).toEqual(['write', ['full']]);
  });

  const bad = new Map(Object.entries(badInputs)).get(name) ?? [];

  test('has a bad input to be tested with', () => {
    expect(bad).not.toHaveLength(0);
  });

  test.each(bad.flatMap((one) => procedure.sessions.map((state) => ({ ...one, state }))))(
    'refuses $field as $code in the state $state',
    async ({ state, input, field, code }) => {
      const error = await refusalAt(state, name, input);
      expect(error).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringMatching(/\S/) });
      expect(new Map(Object.entries(error.fields ?? {})).get(field)?.code).toBe(code);
    },
  );

  const others = sessionStates.filter((state) => !procedure.sessions.includes(state));

  test.each(others)('is refused in the state %s', async (state) => {
    const code = expectedRefusal(procedure, state);
    // The state is looked at first: whoever may not call learns nothing of what a call would need.
    for (const input of [{}, undefined, bad[0]?.input]) {
      expect(await refusalAt(state, name, input)).toEqual({ code, message: expect.stringMatching(/\S/) });
    }
  });
});

describe.each(staffPermissions)('the permission %s', (permission) => {
  test.each(all.filter(([, procedure]) => isFor(procedure, permission)))('is needed for %s', async (name) => {
    for (const place of [`all but ${permission}`, 'holder', 'delegate with everything'] as const) {
      expect(await refusalAt(place, name, {})).toEqual({ code: 'NOT_ALLOWED', message: expect.any(String) });
    }
  });

  test('suffices for what asks for it, and for nothing else', async () => {
    const { app, window } = states.at(`only ${permission}`);
    const reached: string[] = [];
    for (const [name, procedure] of all) {
      if (procedure.audience.kind !== 'staff') continue;
      const answer = await app.send(window, name, { surplus: true });
      if (!answer.ok && answer.error.code === 'INPUT_INVALID') reached.push(name);
    }
    expect(reached).toEqual(all.filter(([, procedure]) => isFor(procedure, permission)).map(([name]) => name));
  });
});

test('neither an account holder who is no staff nor an authorized user of a superuser reaches what is meant for staff', async () => {
  const staffOnly = all.filter(([, { audience }]) => audience.kind === 'staff');
  for (const [name] of staffOnly) {
    expect((await refusalAt('holder', name, {})).code).toBe('NOT_ALLOWED');
    expect((await refusalAt('delegate with everything', name, {})).code).toBe('NOT_ALLOWED');
  }
  expect(staffOnly.length).toBeGreaterThan(15);
});

const noProcedures = [
  'staff',
  'staff.',
  '.list',
  'staff.destroy',
  'STAFF.LIST',
  ' staff.list',
  'staff.list.x',
  'constructor',
  'staff.constructor',
  'staff.__proto__',
  '__proto__.list',
  'toString',
  'hasOwnProperty.call',
  '',
  '\u0000',
  'x'.repeat(1_000_000),
];

test.each(noProcedures.map((name) => ({ name, shown: name.slice(0, 20) })))(
  '$shown is no procedure',
  async ({ name }) => {
    for (const place of ['no-office', 'store-locked', 'signed-out', 'full'] as const) {
      expect(await refusalAt(place, name, {})).toEqual({ code: 'UNKNOWN_PROCEDURE', message: expect.any(String) });
    }
  },
);
