import { expect, type Page } from '@playwright/test';
import type { OutputOf } from '../../../src-shared/contract';
import type { DelegatePermission } from '../../../src-shared/delegate-permissions';
import { answerOf } from './door';
import { nameOf, type Person } from './people';
import { fill, greeting, heading, sidebar } from './steps';
import { addByTheDoor, signInWithGivenPassword } from './users-steps';

/** What account holders and those who act for them do over and over. */

type Holder = Pick<Person, 'givenName' | 'familyName' | 'email' | 'password'>;

/** Somebody who acts for an account, and signs in by a username. */
export interface Delegate extends Holder {
  readonly username: string;
}

export const anna: Holder = {
  givenName: 'Anna',
  familyName: 'Berg',
  email: 'anna.berg@example.com',
  password: 'cinnamon ferry anvil meadow',
};

export const dana: Delegate = {
  givenName: 'Dana',
  familyName: 'Cruz',
  email: 'dana.cruz@example.com',
  username: 'dana.cruz',
  password: 'nine lamps beside the quiet harbour',
};

/** Of `addByTheDoor`. */
const firstPassword = 'first lantern given by hand';

/** Adds a holder as staff at one window, who then signs in at the other. */
export async function takeOnHolder(ofStaff: Page, window: Page, holder: Holder): Promise<void> {
  await addByTheDoor(ofStaff, holder);
  await signInWithGivenPassword(window, holder, firstPassword);
}

const givenToDelegate = 'seventeen kites over the bay';

/** Adds somebody who may act for the account of this window. */
export function addDelegate(
  window: Page,
  { givenName, familyName, email, username }: Delegate,
  permissions: readonly DelegatePermission[],
): Promise<OutputOf<'myAuthorizedUsers.create'>> {
  return answerOf(window, 'myAuthorizedUsers.create', {
    givenName,
    familyName,
    email,
    phone: '',
    role: '',
    categoryId: null,
    isLoginEnabled: true,
    username,
    password: givenToDelegate,
    recoveryEmail: '',
    permissions: [...permissions],
  });
}

/** The first sign-in of somebody who was added by `addDelegate`. */
export async function signInAsDelegate(window: Page, { username, password, ...delegate }: Delegate): Promise<void> {
  await signInWithGivenPassword(window, { email: username, password }, givenToDelegate);
  await expect(greeting(window, delegate)).toBeVisible();
}

/** Somebody who acts for the account of this window, and has one of their own by whose login they do so. */
export async function addAsBoth(
  ofStaff: Page,
  window: Page,
  delegate: Delegate,
  permissions: readonly DelegatePermission[],
): Promise<void> {
  const { id, version } = await addDelegate(window, delegate, permissions);
  await addByTheDoor(ofStaff, delegate);
  const { rows } = await answerOf(ofStaff, 'accounts.list', { search: delegate.email });
  await answerOf(ofStaff, 'authorizedUsers.link', {
    id,
    version,
    to: { kind: 'account', id: rows[0]?.id ?? '' },
    onBehalf: { reason: 'Wants one login for both', identityVerifiedBy: 'Passport at the desk' },
  });
}

/** The record as the form of the account's people sends it, with other permissions. */
export function changesOfDelegate(
  delegate: OutputOf<'myAuthorizedUsers.get'>,
  permissions: readonly DelegatePermission[],
) {
  const { id, version, givenName, familyName, email, phone, role, category, login, recoveryEmail } = delegate;
  return {
    id,
    version,
    givenName,
    familyName,
    email,
    phone,
    role,
    categoryId: category?.id ?? null,
    isLoginEnabled: true,
    username: login?.username ?? null,
    password: null,
    recoveryEmail,
    permissions: [...permissions],
  };
}

/** Goes to another place of My account by its entry at the left. */
export async function goToOwn(page: Page, entry: string): Promise<void> {
  await sidebar(page).getByRole('link', { name: entry, exact: true }).click();
  await expect(heading(page, entry)).toBeVisible();
}

/** Goes over to another account from the menu at the top right. */
export async function goOverTo(page: Page, person: Pick<Person, 'givenName' | 'familyName'>, holder: string) {
  await page.getByRole('button', { name: `${nameOf(person)}: menu` }).click();
  await page.getByRole('menuitemradio', { name: holder }).click();
}

/** A profile, by the name of its type. */
export function profile(page: Page, type: string) {
  return page.getByRole('region', { name: type });
}

/** Gives the account of this holder a profile with a name of a shop, as staff do. */
export async function addShop(ofStaff: Page, { email }: Pick<Holder, 'email'>, shop: string): Promise<void> {
  const { id: typeId, fields } = await answerOf(ofStaff, 'profiles.createType', {
    name: 'Seller',
    color: 'green',
    fields: [
      { label: 'Shop', kind: 'text', isRequired: true, choices: [] },
      { label: 'Street', kind: 'text', isRequired: false, choices: [] },
    ],
  });
  const { rows } = await answerOf(ofStaff, 'accounts.list', { search: email });
  const [field] = fields;
  const [account] = rows;
  if (!field || !account) throw new Error('There is no such field or account.');
  await answerOf(ofStaff, 'profiles.add', { accountId: account.id, typeId, values: { [field.id]: shop } });
}

export async function typeShop(page: Page, shop: string): Promise<void> {
  await fill(page, { Shop: shop });
  await page.getByRole('button', { name: 'Save profile' }).click();
}
