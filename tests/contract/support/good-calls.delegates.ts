import type { AuthorizedUser } from '../../../src-shared/contract/authorized-users';
import { onBehalf } from '../../support/test-office';
import type { DelegateProcedure } from './bad-inputs.delegates';
import { type EveryState, everybodysPassword, type Place } from './every-state';
import { asking, chosenOf, type Prepare } from './good-call';
import { newName, someAccount, someProfile } from './made-records';

/** The same of the superuser's own account. */
async function ownProfile(states: EveryState) {
  const { user } = await states.open.ask('full', 'session.state', {});
  return someProfile(states, user?.id);
}

async function someCategory({ open }: EveryState) {
  return open.ask('full', 'delegation.createCategory', { name: newName() });
}

async function someOfficePermission({ open }: EveryState) {
  const details = { label: newName(), group: 'Outside', explanation: 'Added by a test' };
  return open.ask('full', 'delegation.createPermission', details);
}

/** What is typed for an authorized user who can sign in, about whom nothing is left out. */
async function newDelegate(states: EveryState) {
  const name = newName();
  return {
    givenName: name,
    familyName: 'Vertreter',
    email: `${name}@example.com`,
    phone: '0170 7654321',
    role: 'Bookkeeper',
    categoryId: (await someCategory(states)).id,
    isLoginEnabled: true,
    username: name,
    password: everybodysPassword,
    recoveryEmail: `${name}@home.example`,
    permissions: ['profiles.view' as const, (await someOfficePermission(states)).id],
  };
}

/** Another one each time, without a login: giving one hashes a password. */
async function addContact({ open }: EveryState, place: Place = 'full'): Promise<AuthorizedUser> {
  const name = newName();
  return open.ask(place, 'myAuthorizedUsers.create', {
    givenName: name,
    familyName: 'Vertreter',
    email: `${name}@example.com`,
    phone: '',
    role: '',
    categoryId: null,
    isLoginEnabled: false,
    username: null,
    password: null,
    recoveryEmail: '',
    permissions: [],
  });
}

const delegates = new WeakMap<EveryState, string>();

/** Always the same authorized user of the superuser, with a login. */
async function someDelegate(states: EveryState): Promise<AuthorizedUser> {
  const { open } = states;
  const known = await open.call('full', 'myAuthorizedUsers.get', { id: delegates.get(states) ?? 'A'.repeat(22) });
  if (known.ok && known.data.loginState === 'enabled') {
    const { id, version, deletedAt } = known.data;
    return deletedAt === null ? known.data : open.ask('full', 'myAuthorizedUsers.restore', { id, version });
  }
  const added = await open.ask('full', 'myAuthorizedUsers.create', await newDelegate(states));
  delegates.set(states, added.id);
  return added;
}

async function contactInTrash({ open }: EveryState, { id, version }: AuthorizedUser): Promise<AuthorizedUser> {
  return open.ask('full', 'myAuthorizedUsers.delete', { id, version });
}

export const delegateCalls: { readonly [N in DelegateProcedure]: Prepare<N> } = {
  'authorizedUsers.list': () => ({ place: 'full', input: { search: 'vertreter', sort: 'email', isDescending: true } }),
  'authorizedUsers.total': () => ({ place: 'full', input: { loginState: 'enabled' } }),
  'authorizedUsers.get': async (states) => ({ place: 'full', input: { id: (await someDelegate(states)).id } }),
  'authorizedUsers.create': async (states) => ({
    place: 'full',
    input: { ...(await newDelegate(states)), accountId: (await someAccount(states)).id, onBehalf },
  }),
  'authorizedUsers.update': async (states) => {
    const { id, version } = await addContact(states);
    return { place: 'full', input: { ...(await newDelegate(states)), id, version, onBehalf } };
  },
  'authorizedUsers.resetPassword': async (states) => {
    const { id, version } = await someDelegate(states);
    return { place: 'full', input: { id, version, newPassword: null, onBehalf } };
  },
  'authorizedUsers.liftLock': async (states) => ({ place: 'full', input: { id: (await someDelegate(states)).id } }),
  'authorizedUsers.linkable': async (states) => ({
    place: 'full',
    input: { id: (await someDelegate(states)).id, search: 'okafor' },
  }),
  'authorizedUsers.link': async (states) => {
    const { id, version } = await states.open.ask('full', 'myAuthorizedUsers.create', await newDelegate(states));
    const to = { kind: 'account' as const, id: (await someAccount(states)).id };
    return { place: 'full', input: { id, version, to, onBehalf } };
  },
  'authorizedUsers.delete': async (states) => chosenOf(await addContact(states)),
  'authorizedUsers.restore': async (states) => chosenOf(await contactInTrash(states, await addContact(states))),
  'myAuthorizedUsers.list': () => ({ place: 'holder', input: { search: 'vertreter', sort: 'lastSignIn' } }),
  'myAuthorizedUsers.total': () => ({ place: 'holder', input: { permission: 'profiles.edit' } }),
  'myAuthorizedUsers.get': async (states) => ({ place: 'full', input: { id: (await someDelegate(states)).id } }),
  'myAuthorizedUsers.choices': () => ({ place: 'holder', input: {} }),
  'myAuthorizedUsers.create': async (states) => ({ place: 'holder', input: await newDelegate(states) }),
  'myAuthorizedUsers.update': async (states) => {
    const { id, version } = await addContact(states, 'holder');
    return { place: 'holder', input: { ...(await newDelegate(states)), id, version } };
  },
  'myAuthorizedUsers.resetPassword': async (states) => {
    const { id, version } = await someDelegate(states);
    return { place: 'full', input: { id, version, newPassword: everybodysPassword } };
  },
  'myAuthorizedUsers.delete': async (states) => chosenOf(await addContact(states)),
  'myAuthorizedUsers.restore': async (states) => chosenOf(await contactInTrash(states, await addContact(states))),
  'delegation.choices': () => asking,
  'delegation.categories': () => asking,
  'delegation.createCategory': () => ({ place: 'full', input: { name: newName() } }),
  'delegation.renameCategory': async (states) => {
    const { id, version } = await someCategory(states);
    return { place: 'full', input: { id, version, name: newName() } };
  },
  'delegation.setCategoryArchived': async (states) => {
    const { id, version } = await someCategory(states);
    return { place: 'full', input: { id, version, isArchived: true } };
  },
  'delegation.orderCategories': async (states) => {
    await someCategory(states);
    const { rows } = await states.open.ask('full', 'delegation.categories', {});
    return { place: 'full', input: { ids: rows.map(({ id }) => id).reverse() } };
  },
  'delegation.deleteCategory': async (states) => chosenOf(await someCategory(states)),
  'delegation.permissions': () => asking,
  'delegation.createPermission': () => ({
    place: 'full',
    input: { label: newName(), group: 'Outside', explanation: 'May ask for a statement by phone.' },
  }),
  'delegation.updatePermission': async (states) => {
    const { id, version } = await someOfficePermission(states);
    return { place: 'full', input: { id, version, label: newName(), group: 'Elsewhere', explanation: '' } };
  },
  'delegation.setPermissionArchived': async (states) => {
    const { id, version } = await someOfficePermission(states);
    return { place: 'full', input: { id, version, isArchived: true } };
  },
  'delegation.orderPermissions': async (states) => {
    await someOfficePermission(states);
    const { rows } = await states.open.ask('full', 'delegation.permissions', {});
    return { place: 'full', input: { ids: rows.map(({ id }) => id).reverse() } };
  },
  'delegation.deletePermission': async (states) => chosenOf(await someOfficePermission(states)),
  'myAccount.overview': () => ({ place: 'delegate with everything', input: {} }),
  'myAccount.profiles': () => ({ place: 'holder', input: {} }),
  'myAccount.updateProfile': async (states) => ({ place: 'full', input: await ownProfile(states) }),
  'myAccount.activity': () => ({ place: 'delegate with everything', input: {} }),
};
