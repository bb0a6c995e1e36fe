import type { Page } from '@playwright/test';
import { expectInSight, expectToFit } from './support/fit';
import { ben, nameOf, olga } from './support/people';
import { addField } from './support/profile-type-steps';
import { cell, chooseFromUserMenu, fill, heading, messages, sidebar, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { addByTheDoor, button, question, sayWhy, searchOfUsers, turnTo, typeNewUser } from './support/users-steps';

// The smallest window at 200 % zoom.
test.use({ beginsWith: 'office', viewport: { width: 512, height: 350 } });

const kim = { givenName: 'Kim', familyName: 'Larsen', email: 'kim.larsen@example.com' };

test('a window at 200 % zoom can be worked in', async ({ page }) => {
  const sections = page.getByRole('button', { name: 'Open the sections' });
  const goToSection = (name: string) => goToNarrow(page, name);

  await expectToFit(page);
  await signInToWork(page, olga);
  await expectToFit(page);
  await expectInSight(sections, page.getByRole('button', { name: `${nameOf(olga)}: menu` }));

  await test.step('the list and a record of staff', async () => {
    await goToSection('Staff');
    await page.getByRole('searchbox').fill('okaf');
    await expect(page).toHaveURL(/search=okaf$/);
    await expect(cell(page, 'Okafor, Ben')).toBeVisible();
    await expect(cell(page, 'Petrenko, Olga')).toBeHidden();
    await cell(page, 'Okafor, Ben').click();
    await expect(heading(page, nameOf(ben))).toBeVisible();
    await expectToFit(page);
    await fill(page, { 'Phone (optional)': '+49 30 111' });
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await expectInSight(save);
    await save.click();
    await expect(messages(page)).toContainText(`${nameOf(ben)} is saved.`);
    await page.getByRole('button', { name: 'Dismiss' }).click();
  });

  await test.step('the form for somebody new', async () => {
    await goToSection('Staff');
    await page.getByRole('link', { name: 'Add staff' }).click();
    await fill(page, { 'Given name': 'Tomasz', 'Family name': 'Adeyemi', 'E-mail': 'tomasz.adeyemi@example.com' });
    await fill(page, { Password: 'first lantern given by hand' });
    await page.getByRole('checkbox', { name: 'View staff' }).check();
    await expectToFit(page);
    await page.getByRole('button', { name: 'Add staff account' }).click();
    await expect(messages(page)).toContainText('Tomasz Adeyemi was added.');
    await page.getByRole('button', { name: 'Dismiss' }).click();
  });

  await test.step('groups, settings and activity', async () => {
    await goToSection('Groups');
    await expectToFit(page);
    await page.getByRole('link', { name: 'Add group' }).click();
    await expectToFit(page);
    await goToSection('Settings');
    await expect(page.getByRole('heading', { name: 'How the store is opened' })).toBeVisible();
    await expectToFit(page);
    await goToSection('Activity');
    await page.getByRole('button', { name: 'added a staff account: Tomasz Adeyemi' }).click();
    await expect(page.getByRole('columnheader', { name: 'Before' })).toBeVisible();
    await expectToFit(page);
  });

  await test.step('a question, and the end', async () => {
    await chooseFromUserMenu(page, olga, 'Change password');
    await expect(page.getByRole('dialog', { name: 'Change password' })).toBeVisible();
    await expectToFit(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Change password' }).scrollIntoViewIfNeeded();
    await expectInSight(page.getByRole('dialog').getByRole('button', { name: 'Change password' }));
    await page.getByRole('button', { name: 'Cancel' }).click();
    await chooseFromUserMenu(page, olga, 'Sign out');
    await expect(heading(page, 'Sign in')).toBeVisible();
  });
});

test('users can be found, changed and added at 200 % zoom', async ({ page }) => {
  await signInToWork(page, olga);
  await addByTheDoor(page, kim);
  await expect(page.getByRole('heading', { name: 'Accounts by status' })).toBeVisible();
  await expectToFit(page);

  await test.step('the list and its filters', async () => {
    await goToNarrow(page, 'Users');
    await searchOfUsers(page).fill('larsen');
    await expect(cell(page, '@')).toHaveText([kim.email]);
    await expectInSight(cell(page, kim.email), cell(page, 'Larsen, Kim'));
    await button(page, 'More filters').click();
    await page.getByRole('checkbox', { name: 'Never signed in' }).check();
    await expect(page).toHaveURL(/never=1/);
    await button(page, 'Done').scrollIntoViewIfNeeded();
    await button(page, 'Done').click();
    await button(page, 'Columns').click();
    await page.getByRole('menuitemcheckbox', { name: 'Last sign-in' }).click();
    await page.keyboard.press('Escape');
  });

  await test.step('a record and its parts', async () => {
    await cell(page, kim.email).click();
    await expect(heading(page, nameOf(kim))).toBeVisible();
    await expectToFit(page);
    await fill(page, { 'Phone (optional)': '+47 22 55 01 42' });
    await button(page, 'Save and continue editing').click();
    await expect(messages(page)).toContainText(`${nameOf(kim)} is saved.`);
    await button(page, 'Dismiss').click();
    for (const part of ['Profiles', 'Authorized users', 'Login & security', 'Activity', 'Overview'] as const) {
      await turnTo(page, part);
      await expectToFit(page);
    }
  });

  await test.step('a question that asks why', async () => {
    await button(page, 'Delete').click();
    const asked = question(page, `Delete ${nameOf(kim)}?`);
    await sayWhy(asked, { reason: 'Wants to leave', verifiedBy: 'Known in person' });
    await expectToFit(page);
    await button(asked, 'Delete').click();
    await expect(page.getByText('This account is in the trash.')).toBeVisible();
    await expectToFit(page);
  });

  await test.step('the forms for a user and for a profile type', async () => {
    await goToNarrow(page, 'Users');
    await page.getByRole('link', { name: 'Add User' }).click();
    await page.getByRole('checkbox', { name: 'Staff', exact: true }).check();
    await expectToFit(page);
    await typeNewUser(page, { ...kim, email: 'kim2@example.com' }, 'first lantern given by hand');
    await button(page, 'Save').click();
    await expect(heading(page, 'Users')).toBeVisible();
    await goToNarrow(page, 'Profile types');
    await expectToFit(page);
    await page.getByRole('link', { name: 'Add profile type' }).click();
    await fill(page, { Name: 'Seller' });
    await addField(page, 'Region', 'Choice');
    await expectToFit(page);
  });
});

async function goToNarrow(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Open the sections' }).click();
  await sidebar(page).getByRole('link', { name, exact: true }).click();
  await expect(heading(page, name)).toBeVisible();
  await expect(sidebar(page)).toBeHidden();
}
