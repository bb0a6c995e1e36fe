import type { ProcedureName } from '../../../src-shared/contract';
import { newAccount, newStaff, onBehalf, passphrase, superuser } from '../../support/test-office';
import { everybodysPassword, signInNameAt } from './every-state';
import { asking, type Prepare } from './good-call';
import { delegateCalls } from './good-calls.delegates';
import { moderationCalls } from './good-calls.moderation';
import {
  chosen,
  chosenAccount,
  chosenInTrash,
  newName,
  newProfile,
  someAccount,
  somebody,
  someGroup,
  someProfile,
  someType,
} from './made-records';

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
    input: { signInName: signInNameAt('narrow staff'), password: everybodysPassword },
  }),
  'session.signOut': () => ({ place: 'narrow staff', input: {} }),
  'session.touch': () => asking,
  'session.lock': () => ({ place: 'narrow staff', input: {} }),
  'session.unlock': () => ({ place: 'locked', input: { password: everybodysPassword } }),
  'session.reauthenticate': () => ({ place: 'full', input: { password: everybodysPassword } }),
  'session.accounts': () => ({ place: 'delegate with everything', input: {} }),
  'session.switchAccount': async ({ open }) => {
    const place = 'delegate with everything';
    const { rows } = await open.ask(place, 'session.accounts', {});
    return { place, input: { id: rows.find(({ isCurrent }) => !isCurrent)?.id ?? '' } };
  },
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
  ...delegateCalls,
  ...moderationCalls,
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
