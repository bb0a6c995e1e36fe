import { expect, type Locator, type Page } from '@playwright/test';
import { nameOf, type Person } from './people';

/** What a person does over and over, as they do it: by the names that stand on the screen. */

export async function signIn(page: Page, { email, password }: Pick<Person, 'email' | 'password'>): Promise<void> {
  await fill(page, { 'E-mail or username': email, Password: password });
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** A field by the label above it; the button that shows a secret has almost the same name. */
export function field(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: label, exact: true });
}

/** Types into fields, by their labels. */
export async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await field(page, label).fill(value);
}

/** Signs in and waits for the start page, which greets by name. */
export async function signInToWork(page: Page, person: Person): Promise<void> {
  await signIn(page, person);
  await expect(greeting(page, person)).toBeVisible();
}

export function greeting(page: Page, { givenName }: Pick<Person, 'givenName'>): Locator {
  return page.getByRole('heading', { level: 1, name: new RegExp(`^Good \\w+, ${givenName}$`) });
}

export async function chooseFromUserMenu(page: Page, person: Person, item: string): Promise<void> {
  await page.getByRole('button', { name: `${nameOf(person)}: menu` }).click();
  await page.getByRole('menu', { name: 'You' }).getByText(item, { exact: true }).click();
}

export function sidebar(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Sections' });
}

/** Goes to a section by its entry at the left. */
export async function goTo(page: Page, section: string): Promise<void> {
  await sidebar(page).getByRole('link', { name: section, exact: true }).click();
  await expect(heading(page, section)).toBeVisible();
}

/** The title of the screen. */
export function heading(page: Page, title: string): Locator {
  return page.getByRole('heading', { level: 1, name: title, exact: true });
}

/** The corner in which the application says what was done. */
export function messages(page: Page): Locator {
  return page.getByRole('region', { name: 'Messages' });
}

/** A cell of a list by the text that it begins with. */
export function cell(page: Page, text: string): Locator {
  return page.getByRole('gridcell', { name: text });
}

type Listed = Pick<Person, 'givenName' | 'familyName' | 'email'>;

/** Opens somebody's record from the list of staff. */
export async function openStaffRecord(page: Page, person: Listed): Promise<void> {
  await goTo(page, 'Staff');
  await cell(page, person.email).click();
  await expect(heading(page, nameOf(person))).toBeVisible();
}
