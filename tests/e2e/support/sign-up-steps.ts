import { expect, type Locator, type Page } from '@playwright/test';
import type { OutputOf } from '../../../src-shared/contract';
import { answerOf } from './door';
import { nameOf, type Person } from './people';
import { fill, goTo, heading, signIn } from './steps';
import type { TestHost } from './test-host';
import { letTimePass, seconds } from './time';
import { button } from './users-steps';

/** What people who are new do, and those who decide on them. */

export type Newcomer = Pick<Person, 'givenName' | 'familyName' | 'email' | 'password'>;

export const kim: Newcomer = {
  givenName: 'Kim',
  familyName: 'Larsen',
  email: 'kim.larsen@newcomers.example',
  password: 'seven kites above the harbour',
};

export const noor: Newcomer = {
  givenName: 'Noor',
  familyName: 'Haddad',
  email: 'noor.haddad@newcomers.example',
  password: 'walnut stairs and quiet rain',
};

export const waitingTitle = 'Your account is waiting for approval';

/** Opens the office to people who are new. */
export async function letPeopleRegister(
  ofStaff: Page,
  changes: Partial<OutputOf<'moderationSettings.policies'>> = {},
): Promise<void> {
  const policies = await answerOf(ofStaff, 'moderationSettings.policies', {});
  const { types: named, ...rest } = { ...policies, isRegistrationOpen: true, ...changes };
  const types = named.map(({ name: _, color: __, ...type }) => type);
  await answerOf(ofStaff, 'moderationSettings.updatePolicies', { ...rest, types });
}

/** What somebody who sells is asked for. */
export function addSellerType(ofStaff: Page): Promise<OutputOf<'profiles.createType'>> {
  return answerOf(ofStaff, 'profiles.createType', {
    name: 'Seller',
    color: 'green',
    fields: [
      { label: 'Shop', kind: 'text', isRequired: true, choices: [] },
      { label: 'Since', kind: 'date', isRequired: false, choices: [] },
    ],
  });
}

export async function openRegistration(window: Page): Promise<void> {
  await button(window, 'Create an account').click();
  await expect(heading(window, 'Create an account')).toBeVisible();
}

/** Types who they are. */
export async function typeNewcomer(window: Page, { givenName, familyName, email, password }: Newcomer): Promise<void> {
  await fill(window, { 'E-mail': email, 'Given name': givenName, 'Family name': familyName });
  await fill(window, { Password: password, 'Password again': password });
}

/** Sends what is typed, and signs in with it. */
export async function sendAndSignIn(window: Page, { email, password }: Newcomer): Promise<void> {
  await button(window, 'Ask for an account').click();
  await expect(heading(window, 'Sent')).toBeVisible();
  await button(window, 'Go to sign-in').click();
  await expect(window.getByRole('textbox', { name: 'E-mail or username' })).toHaveValue(email);
  await fill(window, { Password: password });
  await button(window, 'Sign in').click();
}

/** Past the screens: for whoever only has to be there. */
export async function registerByTheDoor(window: Page, newcomer: Newcomer, typeId: string | null = null): Promise<void> {
  await expect(heading(window, 'Sign in')).toBeVisible();
  await answerOf(window, 'registration.register', { ...newcomer, phone: '', message: '', typeId, values: {} });
}

/** Signs in and waits to be shown that it is not decided. */
export async function signInToWait(window: Page, newcomer: Newcomer): Promise<void> {
  await signIn(window, newcomer);
  await expect(heading(window, waitingTitle)).toBeVisible();
}

/** Opens somebody's case from the queue. */
export async function openCase(
  ofStaff: Page,
  newcomer: Omit<Newcomer, 'password'>,
  tab: 'Waiting' | 'Appeals' = 'Waiting',
): Promise<void> {
  await goTo(ofStaff, 'Moderation');
  await ofStaff.getByRole('tab', { name: tab }).click();
  await ofStaff.getByRole('link', { name: new RegExp(`^${nameOf(newcomer)} `) }).click();
  await expect(ofStaff.getByRole('heading', { level: 2, name: nameOf(newcomer) })).toBeVisible();
}

/** What can be done with the case that is open. */
export function act(ofStaff: Page, name: string): Locator {
  return ofStaff.getByRole('group', { name: 'Decide' }).getByRole('button', { name, exact: true });
}

/** Says how the case that is open is decided, and sends it. */
export async function decide(
  ofStaff: Page,
  name: 'Reject' | 'Request changes' | 'Approve with message',
  words: Readonly<Record<string, string>>,
): Promise<void> {
  await act(ofStaff, name).click();
  const panel = ofStaff.getByRole('form', { name: /^(Reject|Ask|Approve) / });
  for (const [label, text] of Object.entries(words)) {
    await panel.getByRole('textbox', { name: label, exact: true }).fill(text);
  }
  await panel.getByRole('button', { name: name === 'Approve with message' ? 'Approve' : name, exact: true }).click();
  await expect(panel).toBeHidden();
}

/** Until a decision has taken effect, and the windows have looked again. */
export async function untilItTakesEffect(host: TestHost, ...windows: readonly Page[]): Promise<void> {
  await letTimePass(host, seconds(16), ...windows);
}

/** The case of somebody who waits, for what is decided past the screens. */
export async function caseOf(ofStaff: Page, { email }: Pick<Newcomer, 'email'>): Promise<OutputOf<'moderation.get'>> {
  const { rows } = await answerOf(ofStaff, 'accounts.list', { search: email });
  const { id } = await answerOf(ofStaff, 'moderation.caseOf', { accountId: rows[0]?.id ?? '' });
  return answerOf(ofStaff, 'moderation.get', { id: id ?? '' });
}
