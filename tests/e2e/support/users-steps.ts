import { expect, type Locator, type Page } from '@playwright/test';
import { answerOf } from './door';
import { nameOf, type Person } from './people';
import { cell, fill, goTo, heading, messages, signIn } from './steps';

/** What a person does over and over in the section "Users". */

type Named = Pick<Person, 'givenName' | 'familyName'>;
type Listed = Named & Pick<Person, 'email'>;

export function searchOfUsers(page: Page): Locator {
  return page.getByRole('searchbox', { name: /name, e-mail or phone/ });
}

/** Finds somebody in the list of users and opens their record. */
export async function openUser(page: Page, person: Listed): Promise<void> {
  await goTo(page, 'Users');
  await searchOfUsers(page).fill(person.email);
  // While others still stand above them, they are about to move.
  await expect(cell(page, '@')).toHaveText([person.email]);
  await cell(page, person.email).click();
  await expect(heading(page, nameOf(person))).toBeVisible();
}

/** Turns to a part of the record. */
export async function turnTo(
  page: Page,
  part: 'Overview' | 'Profiles' | 'Authorized users' | 'Login & security' | 'Activity',
): Promise<void> {
  await page.getByRole('tab', { name: part }).click();
  await expect(page.getByRole('tabpanel', { name: part })).toBeVisible();
}

/** Types who somebody new is, and a first password. */
export async function typeNewUser(page: Page, person: Listed, password: string): Promise<void> {
  await fill(page, { 'E-mail': person.email, 'Given name': person.givenName, 'Family name': person.familyName });
  await fill(page, { Password: password });
}

export function button(page: Page | Locator, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

interface Why {
  readonly reason: string;
  /** How it was made sure who asks; without it nothing is ticked. */
  readonly verifiedBy?: string;
}

/** The question that comes before a change of somebody else's account. */
export function question(page: Page, title: string): Locator {
  return page.getByRole('dialog', { name: title });
}

/** Says in that question why, and how it was made sure who asks. */
export async function sayWhy(asked: Locator, { reason, verifiedBy }: Why): Promise<void> {
  await asked.getByRole('textbox', { name: 'Reason' }).fill(reason);
  if (verifiedBy === undefined) return;
  await asked.getByRole('checkbox', { name: 'I have verified who is asking' }).check();
  await asked.getByRole('textbox', { name: 'How you verified it' }).fill(verifiedBy);
}

export async function expectMessage(page: Page, text: string): Promise<void> {
  await expect(messages(page)).toContainText(text);
}

/** Signs in with a password that somebody else has set, and chooses one that only the person knows. */
export async function signInWithGivenPassword(
  page: Page,
  { email, password }: Pick<Person, 'email' | 'password'>,
  given: string,
): Promise<void> {
  await signIn(page, { email, password: given });
  await expect(heading(page, 'Choose a password of your own')).toBeVisible();
  await fill(page, { 'The password you were given': given });
  await fill(page, { 'New password': password, 'New password again': password });
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Good \w+, / })).toBeVisible();
}

/** Chooses one of several in the field that begins with this label. */
export async function choose(place: Page | Locator, label: string, option: string): Promise<void> {
  const page = 'page' in place ? place.page() : place;
  await place.getByRole('combobox', { name: new RegExp(`^${label}`) }).click();
  const wanted = page.getByRole('option', { name: option, exact: true });
  // A list that has opened only this moment takes a click for the one that opened it.
  await expect(async () => {
    await wanted.click({ timeout: 2_000 });
    await expect(wanted).toBeHidden({ timeout: 1_000 });
  }).toPass();
}

type NewUser = Listed & { readonly phone?: string };

/** Somebody who has to be there before the story begins. */
export async function addByTheDoor(page: Page, { givenName, familyName, email, phone = '' }: NewUser): Promise<void> {
  await answerOf(page, 'accounts.create', {
    givenName,
    familyName,
    email,
    phone,
    notes: '',
    password: 'first lantern given by hand',
    isActive: true,
    isStaff: false,
    isSuperuser: false,
    groups: [],
    permissions: [],
  });
}

export function emailsOfUsers(page: Page): Locator {
  return cell(page, '@');
}

/** The e-mails at the top of the list: of rows further down, only those near the window are drawn. */
export async function firstEmailsOfUsers(page: Page): Promise<string[]> {
  return (await emailsOfUsers(page).allInnerTexts()).slice(0, 10);
}

export async function expectFullPageOfUsers(page: Page): Promise<void> {
  await expect(page.getByRole('grid', { name: 'Users' })).toHaveAttribute('aria-rowcount', '51');
}
