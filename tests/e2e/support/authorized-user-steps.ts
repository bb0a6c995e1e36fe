import { expect, type Locator, type Page } from '@playwright/test';
import type { InputOf, OutputOf } from '../../../src-shared/contract';
import { answerOf } from './door';
import type { Person } from './people';
import { button, openUser, question, sayWhy, turnTo } from './users-steps';

/** What is done over and over with authorized users, by the office and by the account itself. */

type Named = Pick<Person, 'givenName' | 'familyName' | 'email'>;

export const rita: Named = { givenName: 'Rita', familyName: 'Sørensen', email: 'rita.sorensen@example.com' };
export const paul: Named = { givenName: 'Paul', familyName: 'Adeyemi', email: 'paul.adeyemi@example.com' };

export const agreedOn = 'seventeen kites over the bay';

const why = { reason: 'Asked for it by phone', verifiedBy: 'Called back at the number on file' };

type Details = Omit<InputOf<'authorizedUsers.create'>, 'accountId' | 'onBehalf'>;

/** Somebody who has to be there before the story begins: may be contacted, and what else is said. */
export async function addAuthorizedUser(
  ofStaff: Page,
  holder: Pick<Person, 'email'>,
  person: Named,
  further: Partial<Details> = {},
): Promise<OutputOf<'authorizedUsers.create'>> {
  const { rows } = await answerOf(ofStaff, 'accounts.list', { search: holder.email });
  const [account] = rows;
  if (!account) throw new Error(`There is no account ${holder.email}.`);
  return answerOf(ofStaff, 'authorizedUsers.create', {
    ...person,
    phone: '',
    role: '',
    categoryId: null,
    isLoginEnabled: false,
    username: null,
    password: null,
    recoveryEmail: '',
    permissions: [],
    ...further,
    accountId: account.id,
    onBehalf: { reason: why.reason, identityVerifiedBy: why.verifiedBy },
  });
}

/** The details of somebody who can sign in by this username, with the password that was agreed on. */
export function withLogin(username: string): Pick<Details, 'isLoginEnabled' | 'username' | 'password'> {
  return { isLoginEnabled: true, username, password: agreedOn };
}

/** To the authorized users of an account, on its record. */
export async function openAuthorizedUsersOf(page: Page, holder: Named): Promise<void> {
  await openUser(page, holder);
  await turnTo(page, 'Authorized users');
}

/** The row of somebody in a list of authorized users. */
export function rowOf(page: Page, { email }: Pick<Person, 'email'>): Locator {
  return page.getByRole('row').filter({ hasText: email });
}

export function turnToTab(page: Page, name: 'Details' | 'Login & Permissions' | 'Additional Settings'): Promise<void> {
  return page.getByRole('tab', { name }).click();
}

/** Says why, and that it was made sure who asks, and does it. */
export async function confirmOnBehalf(page: Page, title: string, action: string): Promise<void> {
  const asked = question(page, title);
  await sayWhy(asked, why);
  await button(asked, action).click();
}

/** Closes what is shown once, and answers the password that stands there. */
export async function takeHandOver(page: Page, name: string, username: string): Promise<string> {
  const dialog = page.getByRole('dialog', { name: `One-time password for ${name}` });
  await expect(dialog).toContainText(username);
  const password = await dialog.getByRole('code').innerText();
  await button(dialog, 'I have handed it over').click();
  await expect(dialog).toBeHidden();
  return password;
}
