import { expect, test } from 'vitest';
import {
  type DetailsValues,
  detailsSchema,
  emptyDetails,
  valuesOf,
} from '../../../src-renderer/features/authorized-users/form/details';
import { firstError } from '../../../src-renderer/features/authorized-users/form/tabs';
import {
  broughtBy,
  inOrderOf,
  isGiven,
  permissionGroups,
  stateOfGroup,
  withGroupTurned,
} from '../../../src-renderer/features/authorized-users/form/ticks';
import type { AuthorizedUser } from '../../../src-shared/contract/authorized-users';
import type { PermissionChoice } from '../../../src-shared/contract/delegation';
import { delegatePermissionCatalogue } from '../../../src-shared/delegate-permissions';

const parcels = 'pppppppppppppppppppppp';

const choices: readonly PermissionChoice[] = [
  ...delegatePermissionCatalogue.map(({ key, group, label, explanation }) => ({
    permission: key,
    group,
    label,
    explanation,
    mayGive: key !== 'activity.view',
    isArchived: false,
  })),
  {
    permission: parcels,
    group: 'At the counter',
    label: 'Collect parcels',
    explanation: '',
    mayGive: true,
    isArchived: true,
  },
];

const rita: AuthorizedUser = {
  id: 'rrrrrrrrrrrrrrrrrrrrrr',
  version: 3,
  givenName: 'Rita',
  familyName: 'Sørensen',
  email: 'rita.sorensen@example.com',
  phone: '',
  role: '',
  category: null,
  loginState: 'enabled',
  permissions: [
    { permission: parcels, label: 'Collect parcels' },
    { permission: 'profiles.edit', label: 'Edit profiles' },
  ],
  lastSignInAt: null,
  createdAt: 0,
  deletedAt: null,
  isSelf: false,
  account: { id: 'aaaaaaaaaaaaaaaaaaaaaa', name: 'Anna Berg', email: 'anna.berg@example.com' },
  login: {
    username: 'rita.s',
    isOfOffice: false,
    mustChangePassword: false,
    passwordSetAt: 0,
    passwordExpiresAt: null,
    lockedUntil: null,
  },
  recoveryEmail: '',
  updatedAt: 0,
  purgeAt: null,
  mayChange: true,
};

const ofRita = valuesOf(rita, { categories: [], permissions: [...choices] });

function complaints(person: AuthorizedUser | null, values: DetailsValues): string[] {
  const { error } = detailsSchema(person, [...choices]).safeParse(values);
  return [...new Set(error?.issues.map(({ path }) => path.join('.')))].sort();
}

const named = { ...emptyDetails, givenName: 'Rita', familyName: 'Sørensen', email: 'rita.sorensen@example.com' };

test('who cannot sign in needs neither username nor password, and what was typed of them is not sent', () => {
  expect(complaints(null, named)).toEqual([]);
  const typed = { ...named, username: 'not @ valid', password: 'short', recoveryEmail: 'nowhere' };
  expect(detailsSchema(null, [...choices]).parse(typed)).toMatchObject({
    username: null,
    password: null,
    recoveryEmail: '',
  });
});

test('a login needs both, which is said beside what else is missing', () => {
  expect(complaints(null, { ...emptyDetails, isLoginEnabled: true })).toEqual([
    'email',
    'familyName',
    'givenName',
    'password',
    'username',
  ]);
  expect(complaints(null, { ...named, isLoginEnabled: true, username: 'a@b', password: 'short' })).toEqual([
    'password',
    'username',
  ]);
});

test('a login that is on keeps its password, and one that is switched on again needs one', () => {
  expect(complaints(rita, ofRita)).toEqual([]);
  expect(detailsSchema(rita, [...choices]).parse({ ...ofRita, password: 'left over from before' }).password).toBeNull();
  const off: AuthorizedUser = { ...rita, loginState: 'off' };
  expect(complaints(off, { ...ofRita, isLoginEnabled: true })).toEqual(['password']);
  expect(detailsSchema(off, [...choices]).parse({ ...ofRita, isLoginEnabled: false, username: 'typed' }).username).toBe(
    'rita.s',
  );
});

test('a login that the office looks after is sent without its name', () => {
  const linked: AuthorizedUser = {
    ...rita,
    login: rita.login && { ...rita.login, username: 'rita@example.com', isOfOffice: true },
  };
  const values = valuesOf(linked, { categories: [], permissions: [...choices] });
  expect(values.username).toBe('');
  expect(detailsSchema(linked, [...choices]).parse(values)).toMatchObject({
    isLoginEnabled: true,
    username: null,
    password: null,
  });
});

test('ticks stand in the office’s order, so that equal ones are equal lists', () => {
  expect(ofRita.permissions).toEqual(['profiles.edit', parcels]);
  expect(inOrderOf(choices, [parcels, 'unknown-unknown-unknown', 'profiles.view'])).toEqual([
    'profiles.view',
    parcels,
    'unknown-unknown-unknown',
  ]);
});

test('what is archived is offered to who has it', () => {
  expect(permissionGroups(choices, []).map(({ name }) => name)).toEqual(['Account', 'Authorized users']);
  expect(permissionGroups(choices, [parcels]).map(({ name }) => name)).toContain('At the counter');
});

test('what is archived while it is offered keeps its box, so that a tick can be taken away, and is given to nobody', () => {
  const [counter] = permissionGroups(choices, [], [parcels]).filter(({ name }) => name === 'At the counter');
  expect(counter?.choices).toMatchObject([{ permission: parcels, isArchived: true, mayGive: false }]);
  const [had] = permissionGroups(choices, [parcels]).filter(({ name }) => name === 'At the counter');
  expect(had?.choices).toMatchObject([{ permission: parcels, mayGive: true }]);
});

test('what was ticked and then deleted has no box, and is not sent', () => {
  const ticked: DetailsValues['permissions'] = ['profiles.view', 'ddddddddddddddddddddd0'];
  expect(detailsSchema(null, [...choices]).parse({ ...named, permissions: ticked }).permissions).toEqual([
    'profiles.view',
  ]);
  expect(detailsSchema(rita, []).parse(ofRita).permissions).toEqual(ofRita.permissions);
});

test('a permission brings along what it implies', () => {
  expect(broughtBy('profiles.view', ['profiles.edit'])).toEqual(['Edit profiles']);
  expect(isGiven('profiles.view', ['profiles.edit'])).toBe(true);
  expect(isGiven('profiles.edit', ['profiles.view'])).toBe(false);
});

test('the box of a group ticks what may be given, and leaves alone what may not', () => {
  const [account] = permissionGroups(choices, []);
  if (!account) throw new Error('There are no groups.');
  expect(stateOfGroup(account, [])).toBe('none');
  expect(stateOfGroup(account, ['profiles.view'])).toBe('some');
  const ticked = withGroupTurned(account, ['authorized-users.view'], true);
  expect(ticked).toEqual(['authorized-users.view', 'profiles.view', 'profiles.edit']);
  expect(stateOfGroup(account, ticked)).toBe('all');
  expect(withGroupTurned(account, ['activity.view', ...ticked], false)).toEqual([
    'activity.view',
    'authorized-users.view',
  ]);
});

test('the first error is found in the order of the eye, with its tab', () => {
  expect(firstError({ categoryId: {}, password: {} })).toEqual({ field: 'password', tab: 'login' });
  expect(firstError({ categoryId: {} })).toEqual({ field: 'categoryId', tab: 'settings' });
  expect(firstError({})).toBeNull();
});
