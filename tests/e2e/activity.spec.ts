import type { Locator, Page } from '@playwright/test';
import { callFrom } from './support/door';
import { ben, mira, nameOf, olga } from './support/people';
import { fill, goTo, openStaffRecord, signInToWork } from './support/steps';
import { expect, test } from './support/test';

test.use({ beginsWith: 'office' });

test('a change stands in the activity at once, with what was there before and after', async ({
  page,
  secondWindow,
}) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await goTo(page, 'Activity');
  await expect(entries(page).first()).toContainText(`${nameOf(olga)} signed in`);
  await signInToWork(second, mira);
  await openStaffRecord(second, ben);
  await fill(second, { 'Given name': 'Benedict', 'Phone (optional)': '+49 30 111' });
  await second.getByRole('checkbox', { name: 'View activity' }).check();
  await second.getByRole('checkbox', { name: 'View staff' }).uncheck();
  await second.getByRole('button', { name: 'Save', exact: true }).click();

  const sentence = `${nameOf(mira)} changed a staff account: Benedict Okafor`;
  await expect(entries(page).first()).toContainText(sentence);
  await page.getByRole('button', { name: sentence }).click();
  const details = page.getByRole('region', { name: sentence });
  await expect(details).toContainText(`${nameOf(mira)}, ${mira.email}`);
  await expect(details.getByRole('columnheader')).toHaveText(['Field', 'Before', 'After']);
  await expect(changeOf(details, 'Given name')).toHaveText(['Ben', 'Benedict']);
  await expect(changeOf(details, 'Phone')).toHaveText(['Empty', '+49 30 111']);
  await expect(changeOf(details, 'Permissions')).toHaveText(['View staff', 'View activity']);
  await expect(details.getByRole('row')).toHaveCount(4);
});

test('what is filtered stands in the address, and is found again with Back', async ({ page }) => {
  await signInToWork(page, olga);
  await goTo(page, 'Activity');
  const act = page.getByRole('combobox', { name: 'What was done' });
  const person = page.getByRole('combobox', { name: 'Person' });

  await act.click();
  await page.getByRole('option', { name: 'Added a staff account' }).click();
  await expect(entries(page)).toHaveCount(3);
  await expect(page).toHaveURL(/\/activity\?act=staff\.added$/);

  await person.fill('okaf');
  await page.getByRole('option', { name: nameOf(ben) }).click();
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page)).toContainText(`${nameOf(olga)} added a staff account: ${nameOf(ben)}`);
  await expect(page).toHaveURL(/\?act=staff\.added&person=[\w-]{22}$/);

  await test.step('after a look elsewhere', async () => {
    await goTo(page, 'Staff');
    await page.goBack();
    await expectBensEntry(page);
  });

  await test.step('after the page is loaded anew', async () => {
    await page.reload();
    await expectBensEntry(page);
  });

  await test.step('where nothing fits, it says so', async () => {
    await act.click();
    await page.getByRole('option', { name: 'Deleted a group' }).click();
    await expect(page.getByText('Nothing like that is recorded')).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
    await expect(page).toHaveURL(/\/activity$/);
    await expect(person).toHaveValue('');
    await expect(entries(page).first()).toContainText(`${nameOf(olga)} signed in`);
  });

  await test.step('an entry leads to all of a person', async () => {
    await page.getByRole('button', { name: `added a staff account: ${nameOf(ben)}` }).click();
    await page.getByRole('button', { name: `All entries by or about ${nameOf(ben)}` }).click();
    await expect(person).toHaveValue(nameOf(ben));
    await expect(entries(page).getByText(nameOf(mira))).toHaveCount(0);
    await expect(entries(page).first()).toContainText(`${nameOf(ben)} signed out`);
  });
});

test('what is older comes page by page', async ({ page }) => {
  await signInToWork(page, olga);
  for (let number = 1; number <= 60; number += 1) {
    const answer = await callFrom(page, 'groups.create', { name: `Group ${number}`, description: '', permissions: [] });
    expect(answer.ok).toBe(true);
  }
  await goTo(page, 'Activity');
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await expect(entries(page)).toHaveCount(50);
  await expect(entries(page).first()).toContainText('added a group: Group 60');
  await expect(pages.getByRole('button', { name: 'Newer' })).toBeDisabled();

  await pages.getByRole('button', { name: 'Older' }).click();
  await expect(entries(page).first()).toContainText('added a group: Group 10');
  await expect(entries(page).last()).toContainText('set up the office');
  await expect(pages.getByRole('button', { name: 'Older' })).toBeDisabled();

  await page.goBack();
  await expect(entries(page).first()).toContainText('added a group: Group 60');
  await page.goForward();
  await expect(entries(page).first()).toContainText('added a group: Group 10');
  await pages.getByRole('button', { name: 'Newer' }).click();
  await expect(entries(page).first()).toContainText('added a group: Group 60');
});

function entries(page: Page): Locator {
  return page.getByRole('list', { name: 'Changes' }).getByRole('listitem');
}

/** What was there before, and after. */
function changeOf(details: Locator, fieldName: string): Locator {
  return details
    .getByRole('row')
    .filter({ has: details.page().getByRole('rowheader', { name: fieldName, exact: true }) })
    .getByRole('cell');
}

async function expectBensEntry(page: Page): Promise<void> {
  await expect(page.getByRole('combobox', { name: 'What was done' })).toHaveText('Added a staff account');
  await expect(page.getByRole('combobox', { name: 'Person' })).toHaveValue(nameOf(ben));
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page)).toContainText(`added a staff account: ${nameOf(ben)}`);
}
