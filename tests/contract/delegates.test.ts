import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { procedures } from '../../src-shared/contract';
import { type DelegatePermission, delegatePermissions } from '../../src-shared/delegate-permissions';
import { type DelegatePlace, delegatePlaces, EveryState, type Place } from './support/every-state';
import { outcomeAt as outcomeIn } from './support/outcome';

let states: EveryState;
beforeAll(async () => {
  states = await EveryState.prepare();
});
afterAll(() => states.close());

/** What every authorized user may call, whatever they were given; everything else is written down below. */
const always = [
  'session.state',
  'session.signOut',
  'session.touch',
  'session.lock',
  'session.reauthenticate',
  'session.accounts',
  'session.switchAccount',
  'session.changeOwnPassword',
  'passwords.assess',
  'passwords.suggest',
  'myAccount.overview',
];

const neededFor: Readonly<Record<DelegatePermission, readonly string[]>> = {
  'profiles.view': ['myAccount.profiles'],
  'profiles.edit': ['myAccount.updateProfile'],
  'activity.view': ['myAccount.activity'],
  'authorized-users.view': [
    'myAuthorizedUsers.list',
    'myAuthorizedUsers.total',
    'myAuthorizedUsers.get',
    'myAuthorizedUsers.choices',
  ],
  'authorized-users.manage': [
    'myAuthorizedUsers.create',
    'myAuthorizedUsers.update',
    'myAuthorizedUsers.resetPassword',
    'myAuthorizedUsers.delete',
    'myAuthorizedUsers.restore',
  ],
};

/** What comes with a permission, written down once more. */
const comesWith: Readonly<Record<DelegatePermission, readonly DelegatePermission[]>> = {
  'profiles.view': ['profiles.view'],
  'profiles.edit': ['profiles.view', 'profiles.edit'],
  'activity.view': ['activity.view'],
  'authorized-users.view': ['authorized-users.view'],
  'authorized-users.manage': ['authorized-users.view', 'authorized-users.manage'],
};

/** What is for whom the account belongs to and for nobody else, whatever they were given. */
const forHoldersThemselves = ['messages.unread', 'messages.markRead'];

const all = [...procedures];
const outcomeAt = (place: Place, name: string) => outcomeIn(states, place, name);

describe.each([...delegatePlaces])('the %s', (place, ticked) => {
  const given = new Set(ticked.flatMap((permission) => comesWith[permission]));
  const open = new Set([...always, ...[...given].flatMap((permission) => neededFor[permission])]);

  test('is let in to exactly what their permissions are for', async () => {
    const letIn: string[] = [];
    for (const [name] of all) if ((await outcomeAt(place, name)) === 'let in') letIn.push(name);
    expect(letIn.sort()).toEqual([...open].sort());
  });

  test.each(all.filter(([name, { sessions }]) => sessions.includes('full') && !open.has(name)))(
    'is not allowed %s',
    async (name) => {
      expect(await outcomeAt(place, name)).toBe('NOT_ALLOWED');
    },
  );

  test('is told what they may do, and that they are nobody of the office', async () => {
    const { app, window } = states.at(place);
    const { user, account } = await app.ask(window, 'session.state', {});
    expect(user).toMatchObject({ isStaff: false, isSuperuser: false, permissions: [] });
    expect(account).toMatchObject({
      holderName: 'Olga Petrenko',
      isOwn: false,
      hasOthers: place === 'delegate with everything',
    });
    expect(new Set(account?.permissions)).toEqual(given);
  });
});

test('every procedure for the people of an account is in one of these tables', () => {
  const named = [...always, ...Object.values(neededFor).flat()];
  const forHolders = all.filter(
    ([, { audience, sessions }]) => audience.kind === 'holder' && sessions.includes('full'),
  );
  expect(named).toEqual(expect.arrayContaining(forHolders.map(([name]) => name)));
  const forThemAlone = all.filter(
    ([, { audience, sessions }]) => audience.kind === 'holder themself' && sessions.includes('full'),
  );
  expect(forHoldersThemselves).toEqual(forThemAlone.map(([name]) => name));
});

test.each(forHoldersThemselves)(
  'with every permission and acting for another account too, nobody is allowed %s',
  async (name) => {
    expect(await outcomeAt('delegate with everything', name)).toBe('NOT_ALLOWED');
  },
);

describe.each(delegatePermissions)('the permission %s', (permission) => {
  test.each(neededFor[permission])('alone opens %s, and everything but it does not', async (name) => {
    const place = (kind: 'with only' | 'without'): DelegatePlace => `delegate ${kind} ${permission}`;
    expect(await outcomeAt(place('with only'), name)).toBe('let in');
    expect(await outcomeAt(place('without'), name)).toBe('NOT_ALLOWED');
  });
});

test('what a holder may do with the own account needs no permission', async () => {
  for (const name of [...always, ...Object.values(neededFor).flat(), ...forHoldersThemselves]) {
    expect(await outcomeAt('holder', name)).toBe('let in');
  }
});
