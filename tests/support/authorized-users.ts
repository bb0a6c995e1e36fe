import type { InputOf } from '../../src-shared/contract';
import type { AuthorizedUser } from '../../src-shared/contract/authorized-users';
import type { StoreFile } from './store-file';
import type { TestApp } from './test-app';
import { addAccount, type Credentials, onBehalf } from './test-office';

export const chosenPassword = 'orchard tunnel in the snow';

type Details = InputOf<'myAuthorizedUsers.create'>;

/** What is typed for somebody to write to, who cannot sign in. */
export function newPerson(givenName: string, typed: Partial<Details> = {}): Details {
  return {
    givenName,
    familyName: 'Okonkwo',
    email: `${givenName}@people.example`,
    phone: '',
    role: '',
    categoryId: null,
    isLoginEnabled: false,
    username: null,
    password: null,
    recoveryEmail: '',
    permissions: [],
    ...typed,
  };
}

/** What is typed for somebody who can sign in by their given name. */
export function newDelegate(givenName: string, typed: Partial<Details> = {}): Details {
  const login = { isLoginEnabled: true, username: givenName.toLowerCase(), password: 'first tunnel given by hand' };
  return newPerson(givenName, { ...login, ...typed });
}

/** What a form sends that changes nothing of somebody. */
export function formOf(person: AuthorizedUser): InputOf<'myAuthorizedUsers.update'> {
  const { id, version, givenName, familyName, email, phone, role, category, loginState, login, recoveryEmail } = person;
  const details = { givenName, familyName, email, phone, role, recoveryEmail, password: null };
  return {
    id,
    version,
    ...details,
    categoryId: category?.id ?? null,
    isLoginEnabled: loginState === 'enabled',
    username: login?.username ?? null,
    permissions: person.permissions.map(({ permission }) => permission),
  };
}

/** Signs somebody in whose password somebody else has set, and chooses their own. */
export async function signInFirst(
  app: TestApp,
  window: string,
  { signInName, password }: { readonly signInName: string; readonly password: string },
  own = chosenPassword,
): Promise<void> {
  await app.ask(window, 'session.signIn', { signInName, password });
  await app.ask(window, 'session.changeOwnPassword', { currentPassword: password, newPassword: own });
}

export interface Holder {
  readonly window: string;
  readonly accountId: string;
  readonly credentials: Credentials;
}

/** Adds an account and signs its holder in at a window named like it. */
export async function addHolderAtWindow(app: TestApp, name: string): Promise<Holder> {
  const { account, credentials } = await addAccount(app, name);
  await signInFirst(app, name, { signInName: credentials.email, password: credentials.password });
  return { window: name, accountId: account.id, credentials: { email: credentials.email, password: chosenPassword } };
}

/** Adds an authorized user from the holder's window. */
export function addPerson(app: TestApp, { window }: Holder, typed: Details): Promise<AuthorizedUser> {
  return app.ask(window, 'myAuthorizedUsers.create', typed);
}

/** Adds one and signs them in at a window named like them, with a password of their own. */
export async function addDelegateAtWindow(
  app: TestApp,
  holder: Holder,
  givenName: string,
  permissions: Details['permissions'] = [],
): Promise<AuthorizedUser> {
  const typed = newDelegate(givenName, { permissions });
  const person = await addPerson(app, holder, typed);
  await signInFirst(app, givenName, { signInName: typed.username ?? '', password: typed.password ?? '' });
  return person;
}

/** The same form as the office sends it, with a reason for whatever asks for one. */
export function asOffice(form: InputOf<'myAuthorizedUsers.update'>): InputOf<'authorizedUsers.update'> {
  return { ...form, onBehalf };
}

/** Makes the password of this username one that its owner has chosen, without the minute that takes. */
export function chosenByOwner(file: StoreFile, username: string): void {
  file.write(
    'UPDATE login SET must_change_password = 0, password_expires_at = NULL WHERE sign_in_name_folded = ?',
    username.toLowerCase(),
  );
}
