import type { InputOf } from '../../src-shared/contract';
import type { Account } from '../../src-shared/contract/accounts';
import type { StaffMember } from '../../src-shared/contract/staff';
import type { StaffPermission } from '../../src-shared/permissions';
import { startTestApp, type TestApp } from './test-app';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export const superuser = {
  email: 'olga.petrenko@example.com',
  password: 'violet harbour ladder mosaic',
  givenName: 'Olga',
  familyName: 'Petrenko',
};

export const passphrase = 'seven copper kettles whistling';

/** Sets the office up from one window, which is signed out afterwards. */
export async function setUpOffice(
  app: TestApp,
  overrides: Partial<InputOf<'setup.create'>> = {},
): Promise<{ recoveryCode: string }> {
  return app.ask('set-up', 'setup.create', {
    officeName: 'Northgate Office',
    passphrase,
    useKeyStore: false,
    superuser,
    addSampleData: false,
    ...overrides,
  });
}

export async function signIn(app: TestApp, window: string, { email, password }: Credentials): Promise<void> {
  await app.ask(window, 'session.signIn', { signInName: email, password });
}

/** Brings a person back to a window that may have locked itself or lost its session while the clock was moved. */
export async function backAtDesk(app: TestApp, window: string, { email, password }: Credentials): Promise<void> {
  const { state } = await app.ask(window, 'session.state', {});
  if (state === 'signed-out') await signIn(app, window, { email, password });
  else await app.ask(window, state === 'locked' ? 'session.unlock' : 'session.reauthenticate', { password });
}

/** An application with an office, at whose window `superuser` its first superuser is signed in. */
export async function startTestOffice(): Promise<{ app: TestApp; recoveryCode: string }> {
  const app = await startTestApp();
  const { recoveryCode } = await setUpOffice(app);
  await signIn(app, 'superuser', superuser);
  return { app, recoveryCode };
}

/** What is typed for a new staff account with no rights at all. */
export function newStaff(name: string, rights: Partial<InputOf<'staff.create'>> = {}): InputOf<'staff.create'> {
  return {
    email: `${name}@example.com`,
    givenName: name,
    familyName: 'Okafor',
    phone: '',
    isSuperuser: false,
    groups: [],
    permissions: [],
    password: 'first lantern given by hand',
    ...rights,
  };
}

/** Adds a staff account from the window `superuser`, with a password that has yet to be changed. */
export async function addStaff(
  app: TestApp,
  name: string,
  rights: Partial<InputOf<'staff.create'>> = {},
): Promise<{ member: StaffMember; credentials: Credentials }> {
  const typed = newStaff(name, rights);
  await backAtDesk(app, 'superuser', superuser);
  return { member: await app.ask('superuser', 'staff.create', typed), credentials: typed };
}

/**
 * Adds a staff account from the window `superuser` and signs it in at a window named like it,
 * with a password of its own, so that its session is a full one.
 */
export async function addStaffAtWindow(
  app: TestApp,
  name: string,
  permissions: StaffPermission[] = [],
): Promise<{ member: StaffMember; credentials: Credentials }> {
  const typed = newStaff(name, { permissions });
  const member = await app.ask('superuser', 'staff.create', typed);
  await signIn(app, name, typed);
  const password = 'quiet meadow chosen alone';
  await app.ask(name, 'session.changeOwnPassword', { currentPassword: typed.password, newPassword: password });
  return { member, credentials: { email: typed.email, password } };
}

/** What is typed for a new account of somebody who is no staff. */
export function newAccount(name: string, typed: Partial<InputOf<'accounts.create'>> = {}): InputOf<'accounts.create'> {
  return { ...newStaff(name), notes: '', isActive: true, isStaff: false, ...typed };
}

/** Adds an account from the window `superuser`, with a password that has yet to be changed. */
export async function addAccount(
  app: TestApp,
  name: string,
  typed: Partial<InputOf<'accounts.create'>> = {},
): Promise<{ account: Account; credentials: Credentials }> {
  const { email, password, ...rest } = newAccount(name, typed);
  await backAtDesk(app, 'superuser', superuser);
  const account = await app.ask('superuser', 'accounts.create', { email, password, ...rest });
  return { account, credentials: { email, password } };
}

/** What a form sends that changes nothing of an account. */
export function accountFormOf(account: Account): InputOf<'accounts.update'> {
  const { id, version, email, givenName, familyName, phone, notes, isActive, isStaff, isSuperuser } = account;
  const { groups, permissions } = account;
  const details = { email, givenName, familyName, phone, notes, isActive, isStaff, isSuperuser, permissions };
  return { id, version, ...details, groups: groups.map((group) => group.id) };
}

/** Why, and how it was made sure who asked for it: what acts on somebody else's account ask for. */
export const onBehalf = { reason: 'Asked for by phone', identityVerifiedBy: 'Called back at the number on file' };

/** Puts an account into the trash from the window `superuser`. */
export async function trashAccount(app: TestApp, { id, version }: Pick<Account, 'id' | 'version'>): Promise<Account> {
  return app.ask('superuser', 'accounts.delete', { id, version, onBehalf });
}
