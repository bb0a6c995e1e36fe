import { expect, type Locator, type Page } from '@playwright/test';
import { answerOf } from './door';
import { nameOf, type Person } from './people';
import { goTo } from './steps';

/** What moderators do over and over, and how people come to wait for them. */

type Named = Pick<Person, 'givenName' | 'familyName'>;
type Waiting = Named & Pick<Person, 'email'> & { readonly phone?: string };

/** Somebody who was added by the office and has to be approved first. */
export async function addAwaiting(ofStaff: Page, { givenName, familyName, email, phone = '' }: Waiting): Promise<void> {
  await answerOf(ofStaff, 'accounts.create', {
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
    needsApproval: true,
  });
}

/** Goes to the queue, which has to have somebody in it. */
export async function goToQueue(ofStaff: Page): Promise<void> {
  await goTo(ofStaff, 'Moderation');
  await expect(entries(ofStaff).first()).toBeVisible();
}

/** The lines of the queue. */
export function entries(ofStaff: Page): Locator {
  return ofStaff.getByRole('list', { name: 'Cases' }).getByRole('link');
}

export function entryOf(ofStaff: Page, person: Named): Locator {
  return entries(ofStaff).filter({ hasText: nameOf(person) });
}

/** The name over the case that is shown. */
export function caseTitle(ofStaff: Page): Locator {
  return ofStaff.getByRole('region', { name: 'Case', exact: true }).getByRole('heading', { level: 2 });
}

export async function expectCase(ofStaff: Page, person: Named): Promise<void> {
  await expect(caseTitle(ofStaff)).toHaveText(nameOf(person));
}

export async function turnToPart(
  ofStaff: Page,
  part: 'Waiting' | 'Appeals' | 'Parked' | 'Changes requested' | 'Decided',
): Promise<void> {
  const tab = ofStaff.getByRole('tab', { name: new RegExp(`^${part}`) });
  await tab.click();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}

/** How many the part is said to have. */
export function countOf(ofStaff: Page, part: string, count: number): Locator {
  return ofStaff.getByRole('tab', { name: new RegExp(`^${part}\\s*${count}$`) });
}
