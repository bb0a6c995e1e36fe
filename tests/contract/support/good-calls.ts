import type { InputOf, ProcedureName } from '../../../src-shared/contract';
import type { Account } from '../../../src-shared/contract/accounts';
import type { StaffMember } from '../../../src-shared/contract/staff';
import { newAccount, newStaff, onBehalf, passphrase, superuser } from '../../support/test-office';
import { type EveryState, emailAt, everybodysPassword, type Place } from './every-state';

/** A call that is right in every respect at this moment. */
export interface GoodCall<N extends ProcedureName = ProcedureName> {
  readonly place: Place;
  readonly input: InputOf<N>;
}

type Prepare<N extends ProcedureName> = (states: EveryState) => GoodCall<N> | Promise<GoodCall<N>>;

let madeNames = 0;

/** Tells apart what the tests add to one office. */
function newName(): string {
  madeNames += 1;
  return `added${madeNames}`;
}

const asking = { place: 'full', input: {} } as const;

const people = new WeakMap<EveryState, string>();

/** Always the same person of an office, as they are now: adding one hashes a password. */
async function somebody(states: EveryState): Promise<StaffMember> {
  const known = people.get(states);
  if (known) return states.open.ask('full', 'staff.get', { id: known });
  const typed = { ...newStaff(newName()), password: everybodysPassword };
  const member = await states.open.ask('full', 'staff.create', typed);
  people.set(states, member.id);
  return member;
}

async function someGroup(states: EveryState) {
  const description = 'Added by a test';
  return states.open.ask('full', 'groups.create', { name: newName(), description, permissions: ['staff.view'] });
}

async function chosen(states: EveryState) {
  const { id, version } = await somebody(states);
  return { place: 'full', input: { id, version } } as const;
}

const holders = new WeakMap<EveryState, string>();

/** Always the same account holder of an office, as they are now and out of the trash, until they are purged. */
async function someAccount(states: EveryState): Promise<Account> {
  const { open } = states;
  const known = await open.call('full', 'accounts.get', { id: holders.get(states) ?? 'A'.repeat(22) });
  if (known.ok) {
    const { id, version, status } = known.data;
    return status === 'trash' ? open.ask('full', 'accounts.restore', { id, version }) : known.data;
  }
  const typed = { ...newAccount(newName()), password: everybodysPassword, phone: '0170 1234567' };
  const account = await open.ask('full', 'accounts.create', typed);
  holders.set(states, account.id);
  return account;
}

async function chosenAccount(states: EveryState) {
  const { id, version } = await someAccount(states);
  return { place: 'full', input: { id, version, onBehalf } } as const;
}

async function chosenInTrash(states: EveryState): Promise<Account> {
  const { input } = await chosenAccount(states);
  return states.open.ask('full', 'accounts.delete', input);
}

/** Another one each time, which nothing is said about but what is needed. */
async function someType({ open }: EveryState) {
  const field = { label: 'Note', kind: 'text', isRequired: false, choices: [] } as const;
  const tier = { label: 'Tier', kind: 'choice', isRequired: true, choices: ['Gold', 'Silver'] } as const;
  const fields = [field, tier].map((one) => ({ ...one, choices: [...one.choices] }));
  return open.ask('full', 'profiles.createType', { name: newName(), color: 'teal', fields });
}

async function newProfile(states: EveryState) {
  const { id: typeId, fields } = await someType(states);
  const values = Object.fromEntries(fields.map(({ id, kind }) => [id, kind === 'choice' ? 'Gold' : 'A note']));
  return { accountId: (await someAccount(states)).id, typeId, values };
}

async function someProfile(states: EveryState) {
  const input = await newProfile(states);
  const { id, version } = await states.open.ask('full', 'profiles.add', input);
  return { id, version, values: input.values };
}

/** One for each procedure: at a place that may call it, with everything it needs made before. */
export const goodCalls: { readonly [N in ProcedureName]: Prepare<N> } = {
  'setup.options': () => ({ place: 'no-office', input: {} }),
  'setup.create': () => ({
    place: 'no-office',
    input: { officeName: 'Southgate Office', passphrase, useKeyStore: true, superuser, addSampleData: true },
  }),
  'opening.ways': () => ({ place: 'store-locked', input: {} }),
  'opening.openWithPassphrase': () => ({ place: 'store-locked', input: { passphrase } }),
  'opening.openWithKeyStore': () => ({ place: 'store-locked', input: {} }),
  'opening.openWithRecoveryCode': ({ firstRecoveryCode }) => ({
    place: 'store-locked',
    input: { recoveryCode: firstRecoveryCode },
  }),
  'opening.settings': () => asking,
  'opening.setPassphrase': () => ({ place: 'full', input: { passphrase } }),
  'opening.setKeyStore': () => ({ place: 'full', input: { isUsed: true } }),
  'opening.replaceRecoveryCode': () => asking,
  'session.state': () => asking,
  'session.signIn': () => ({
    place: 'signed-out',
    input: { signInName: emailAt('narrow staff'), password: everybodysPassword },
  }),
  'session.signOut': () => ({ place: 'narrow staff', input: {} }),
  'session.touch': () => asking,
  'session.lock': () => ({ place: 'narrow staff', input: {} }),
  'session.unlock': () => ({ place: 'locked', input: { password: everybodysPassword } }),
  'session.reauthenticate': () => ({ place: 'full', input: { password: everybodysPassword } }),
  'session.changeOwnPassword': () => ({
    place: 'must-change-password',
    input: { currentPassword: everybodysPassword, newPassword: 'amber windmill turning north' },
  }),
  'recovery.setSuperuserPassword': ({ recoveryCode }) => ({
    place: 'signed-out',
    input: { recoveryCode, email: superuser.email, newPassword: everybodysPassword },
  }),
  'passwords.assess': () => ({ place: 'full', input: { password: 'amber windmill', about: ['Anna', 'Berg'] } }),
  'passwords.suggest': () => asking,
  'dashboard.get': () => asking,
  'accounts.list': () => ({
    place: 'full',
    input: { search: 'okafor', status: 'active', sort: 'created', isDescending: true },
  }),
  'accounts.total': () => ({ place: 'full', input: { search: 'okafor', neverSignedIn: true } }),
  'accounts.get': async (states) => ({ place: 'full', input: { id: (await someAccount(states)).id } }),
  'accounts.activity': async (states) => ({ place: 'full', input: { id: (await someAccount(states)).id } }),
  'accounts.duplicates': async (states) => {
    const { id: exceptId, givenName, familyName, phone } = await someAccount(states);
    return { place: 'full', input: { givenName, familyName, phone, exceptId } };
  },
  'accounts.create': async (states) => ({
    place: 'full',
    input: newAccount(newName(), {
      phone: '+49 (170) 123-45',
      notes: 'Two\nlines',
      isStaff: true,
      permissions: ['staff.view'],
      groups: [(await someGroup(states)).id],
    }),
  }),
  'accounts.update': async (states) => {
    const { id, version, email } = await someAccount(states);
    const { password: _, ...details } = newAccount(newName(), { email, isActive: false });
    return { place: 'full', input: { ...details, id, version, onBehalf } };
  },
  'accounts.activate': chosenAccount,
  'accounts.deactivate': chosenAccount,
  'accounts.giveOneTimePassword': chosenAccount,
  'accounts.setPassword': async (states) => {
    const { id, version } = await someAccount(states);
    return { place: 'full', input: { id, version, newPassword: everybodysPassword, onBehalf } };
  },
  'accounts.liftLock': async (states) => ({ place: 'full', input: { id: (await someAccount(states)).id } }),
  'accounts.delete': chosenAccount,
  'accounts.restore': async (states) => {
    const { id, version } = await chosenInTrash(states);
    return { place: 'full', input: { id, version } };
  },
  'accounts.purge': async (states) => {
    const { id, version, email: typedEmail } = await chosenInTrash(states);
    return { place: 'full', input: { id, version, typedEmail } };
  },
  'profiles.types': () => asking,
  'profiles.manageableTypes': () => asking,
  'profiles.createType': () => ({
    place: 'full',
    input: {
      name: newName(),
      color: 'pink',
      fields: [
        { label: 'Tier', kind: 'choice', isRequired: true, choices: ['Gold', 'Silver'] },
        { label: 'Since', kind: 'date', isRequired: false, choices: [] },
      ],
    },
  }),
  'profiles.updateType': async (states) => {
    const { id, version, color, fields } = await someType(states);
    const [note, tier] = fields;
    const removed = tier ? [{ id: tier.id, values: 'keep' as const }] : [];
    return { place: 'full', input: { id, version, color, name: newName(), fields: note ? [note] : [], removed } };
  },
  'profiles.setTypeArchived': async (states) => {
    const { id, version } = await someType(states);
    return { place: 'full', input: { id, version, isArchived: true } };
  },
  'profiles.deleteType': async (states) => {
    const { id, version } = await someType(states);
    return { place: 'full', input: { id, version } };
  },
  'profiles.add': async (states) => ({ place: 'full', input: await newProfile(states) }),
  'profiles.update': async (states) => ({ place: 'full', input: await someProfile(states) }),
  'profiles.remove': async (states) => {
    const { id, version } = await someProfile(states);
    return { place: 'full', input: { id, version } };
  },
  'staff.list': () => ({ place: 'full', input: { search: 'okafor', status: 'active' } }),
  'staff.get': async (states) => ({ place: 'full', input: { id: (await somebody(states)).id } }),
  'staff.create': async (states) => ({
    place: 'full',
    input: newStaff(newName(), { permissions: ['staff.view'], groups: [(await someGroup(states)).id] }),
  }),
  'staff.update': async (states) => {
    const { id, version, email } = await somebody(states);
    const { password: _, ...details } = newStaff(newName(), { email, isSuperuser: true });
    return { place: 'full', input: { ...details, id, version } };
  },
  'staff.deactivate': chosen,
  'staff.activate': chosen,
  'staff.giveOneTimePassword': chosen,
  'staff.grantable': () => asking,
  'groups.list': () => asking,
  'groups.create': () => ({
    place: 'full',
    input: { name: newName(), description: 'Two\nlines', permissions: ['staff.view', 'activity.view'] },
  }),
  'groups.update': async (states) => {
    const { id, version, name } = await someGroup(states);
    return { place: 'full', input: { id, version, name, description: '', permissions: [] } };
  },
  'groups.delete': async (states) => {
    const { id, version } = await someGroup(states);
    return { place: 'full', input: { id, version } };
  },
  'settings.get': () => asking,
  'settings.update': async ({ open }) => ({ place: 'full', input: await open.ask('full', 'settings.get', {}) }),
  'activity.list': async (states) => ({
    place: 'full',
    input: { act: 'staff.added', personId: (await somebody(states)).id },
  }),
  'activity.people': () => ({ place: 'full', input: { search: 'okafor' } }),
  'activity.refusedCalls': () => asking,
};
