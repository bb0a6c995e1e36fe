import type { Page } from '@playwright/test';
import { answerOf } from './support/door';
import { expectFocusToBeSeen, tabTo, typeInto } from './support/keyboard';
import { mira, nameOf, officeName, olga, passphrase } from './support/people';
import { cell, field, greeting, heading, messages, sidebar, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { button, searchOfUsers } from './support/users-steps';

const clerk = { givenName: 'Tomasz', familyName: 'Adeyemi', email: 'tomasz.adeyemi@example.com' };
const shop = { label: 'Shop', kind: 'text' as const, isRequired: true, choices: [] };

test('an office is set up and worked in without a mouse', async ({ page }) => {
  const { keyboard } = page;
  const press = (...keys: readonly string[]) => pressEach(page, keys);

  await test.step('the set-up begins in its first field, and each step in its own', async () => {
    await typeInto(field(page, 'Name of the office'), officeName);
    await expectFocusToBeSeen(field(page, 'Name of the office'));
    await press('Enter');
    await typeInto(field(page, 'Passphrase'), passphrase);
    await press('Tab');
    await expect(button(page, 'Show passphrase')).toBeFocused();
    await press('Tab');
    await expect(button(page, 'Suggest a pass-phrase')).toBeFocused();
    await press('Tab');
    await typeInto(field(page, 'Passphrase again'), passphrase);
    await press('Enter');
    await typeInto(field(page, 'Given name'), olga.givenName);
    await press('Tab');
    await typeInto(field(page, 'Family name'), olga.familyName);
    await press('Tab');
    await typeInto(field(page, 'E-mail'), olga.email);
    await press('Tab');
    await typeInto(field(page, 'Password'), olga.password);
    await tabTo(field(page, 'Password again'));
    await keyboard.type('a typing error');
    await press('Enter');
    await expect(page.getByText('The two are not the same.')).toBeVisible();
    await expect(field(page, 'Password again')).toBeFocused();
    await press('Control+a');
    await typeInto(field(page, 'Password again'), olga.password);
    await press('Enter');
  });

  await test.step('the last step tells what will be made, and makes it', async () => {
    await expect(page.getByRole('heading', { level: 2, name: 'Finish' })).toBeVisible();
    await tabTo(page.getByRole('checkbox', { name: 'Add sample data' }));
    await expectFocusToBeSeen(page.getByRole('checkbox', { name: 'Add sample data' }));
    await press('Tab');
    await expect(button(page, 'Back')).toBeFocused();
    await press('Tab');
    await expectFocusToBeSeen(button(page, 'Set up the office'));
    await press('Enter');
  });

  await test.step('the recovery code is ticked off', async () => {
    await expect(heading(page, 'Recovery code')).toBeFocused();
    await press('Tab');
    await expect(button(page, 'Print')).toBeFocused();
    await press('Tab');
    await expect(button(page, 'Copy the code')).toBeFocused();
    await press('Tab');
    await expect(page.getByRole('checkbox')).toBeFocused();
    await press('Space', 'Tab');
    await expect(button(page, 'Go to sign-in')).toBeFocused();
    await press('Enter');
  });

  await test.step('signing in takes the password alone, since the name was just typed', async () => {
    await typeInto(field(page, 'Password'), mira.password);
    await press('Enter');
    await expect(page.getByText('That sign-in name and password do not go together.')).toBeVisible();
    await typeInto(field(page, 'Password'), olga.password);
    await press('Enter');
    await expect(greeting(page, olga)).toBeFocused();
  });

  await test.step('what comes first leads past the sections', async () => {
    const skip = page.getByRole('link', { name: 'Skip to the screen' });
    await tabTo(skip, 'Shift+Tab');
    await expect(skip).toBeInViewport({ ratio: 1 });
    await expectFocusToBeSeen(skip);
    await press('Tab');
    await expectFocusToBeSeen(button(page, 'Go to'));
    await press('Tab');
    await expectFocusToBeSeen(button(page, `${nameOf(olga)}: menu`));
    await press('Tab');
    await expectFocusToBeSeen(sidebar(page).getByRole('link', { name: 'Start' }));
    await tabTo(skip, 'Shift+Tab');
    await press('Enter', 'Tab');
    await expect(page.getByRole('main').getByRole('link', { name: 'Add profile type' })).toBeFocused();
  });

  await test.step('the palette leads to the list of staff', async () => {
    await press('Control+k');
    await typeInto(page.getByRole('combobox', { name: 'Command' }), 'staff');
    await expect(page.getByRole('option', { selected: true })).toHaveText('Staff');
    await press('ArrowDown');
    await expect(page.getByRole('option', { selected: true })).toHaveText('Add staff');
    await press('ArrowUp', 'Enter');
    await expect(heading(page, 'Staff')).toBeFocused();
    await expect(cell(page, olga.email)).toBeVisible();
  });

  await test.step('somebody is added', async () => {
    await press('Tab');
    await expectFocusToBeSeen(page.getByRole('link', { name: 'Add staff' }));
    await press('Enter');
    await typeInto(field(page, 'Given name'), clerk.givenName);
    await press('Tab');
    await typeInto(field(page, 'Family name'), clerk.familyName);
    await press('Tab');
    await typeInto(field(page, 'E-mail'), clerk.email);
    await tabTo(field(page, 'Password'));
    await keyboard.type('first lantern given by hand');
    const permission = page.getByRole('checkbox', { name: 'View staff' });
    await tabTo(permission);
    await expect(permission).toBeInViewport({ ratio: 1 });
    await expectFocusToBeSeen(permission);
    await press('Space');
    await expect(permission).toBeChecked();
    await tabTo(button(page, 'Add staff account'));
    await press('Enter');
    await expect(heading(page, nameOf(clerk))).toBeVisible();
    await expect(messages(page)).toContainText(`${nameOf(clerk)} was added.`);
  });

  await test.step('a record is opened from the list, and left again', async () => {
    await press('Control+k');
    await keyboard.type('staff');
    await press('Enter');
    await expect(heading(page, 'Staff')).toBeFocused();
    await tabTo(page.getByRole('columnheader', { name: 'Name' }));
    await press('ArrowDown');
    await expectFocusToBeSeen(page.getByRole('gridcell', { name: 'Adeyemi, Tomasz' }));
    await press('Enter');
    await expect(heading(page, nameOf(clerk))).toBeFocused();
    await tabTo(button(page, 'Deactivate'));
    await press('Enter');
    await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
    await press('Tab', 'Enter');
    await expect(button(page, 'Activate')).toBeVisible();
    await tabTo(messages(page).getByRole('button', { name: 'Undo' }));
    await press('Enter');
    await expect(button(page, 'Deactivate')).toBeVisible();
  });

  await test.step('the menu signs out', async () => {
    await tabTo(button(page, `${nameOf(olga)}: menu`), 'Shift+Tab');
    await press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Authorized Users' })).toBeFocused();
    await press('End');
    await expectFocusToBeSeen(page.getByRole('menuitem', { name: 'Sign out' }));
    await press('Enter');
    await expect(heading(page, 'Sign in')).toBeVisible();
    await expect(field(page, 'E-mail or username')).toBeFocused();
  });
});

test.describe('in an office', () => {
  test.use({ beginsWith: 'office' });

  test('a user is added, found, given a profile, changed, deleted and restored without a mouse', async ({ page }) => {
    const { keyboard } = page;
    const press = (...keys: readonly string[]) => pressEach(page, keys);
    const list = page.getByRole('grid', { name: 'Users' });
    await signInToWork(page, olga);
    await answerOf(page, 'profiles.createType', { name: 'Seller', color: 'green', fields: [shop] });

    await test.step('the palette leads to the form for a new user', async () => {
      await press('Control+k');
      await keyboard.type('add user');
      await press('Enter');
      await typeInto(field(page, 'E-mail'), clerk.email);
      await tabTo(field(page, 'Given name'));
      await keyboard.type(clerk.givenName);
      await press('Tab');
      await typeInto(field(page, 'Family name'), clerk.familyName);
      await tabTo(field(page, 'Password'));
      await keyboard.type('first lantern given by hand');
      await tabTo(page.getByRole('checkbox', { name: 'Staff', exact: true }));
      await expectFocusToBeSeen(page.getByRole('checkbox', { name: 'Staff', exact: true }));
      await tabTo(button(page, 'Save'));
      await press('Enter');
      await expect(heading(page, 'Users')).toBeFocused();
      await expect(cell(page, clerk.email)).toBeVisible();
    });

    await test.step('a slash leads to the search, and Tab to what it found', async () => {
      await press('/');
      await typeInto(searchOfUsers(page), 'adeyemi');
      await expect(cell(page, '@')).toHaveText([clerk.email]);
      await tabTo(page.getByRole('combobox', { name: 'Status' }));
      await press('Enter');
      await expect(page.getByRole('option', { name: 'Any status' })).toBeFocused();
      await press('Escape');
      await tabTo(button(page, 'More filters'));
      await press('Enter');
      await expect(page.getByRole('checkbox', { name: 'Never signed in' })).toBeFocused();
      await press('Space', 'Escape');
      await expect(button(page, 'More filters')).toBeFocused();
      await tabTo(list.getByRole('columnheader', { name: 'E-mail' }));
      await press('ArrowDown');
      await expectFocusToBeSeen(cell(page, clerk.email));
      await press('Enter');
      await expect(heading(page, nameOf(clerk))).toBeFocused();
    });

    await test.step('the record is turned to its profiles, and one is added', async () => {
      await tabTo(page.getByRole('tab', { name: 'Overview' }));
      await press('ArrowRight');
      await expectFocusToBeSeen(page.getByRole('tab', { name: 'Profiles' }));
      await press('Enter');
      await tabTo(button(page, 'Add profile'));
      await press('Enter');
      await typeInto(field(page, 'Shop'), 'Lamps');
      await press('Enter');
      await expect(page.getByText('Lamps')).toBeVisible();
      await expect(button(page, 'Add profile')).toBeFocused();
    });

    await test.step('a change is saved, and the list goes on from its row', async () => {
      await tabTo(page.getByRole('tab', { name: 'Profiles' }), 'Shift+Tab');
      await press('ArrowLeft', 'Enter');
      await tabTo(field(page, 'Phone (optional)'));
      await keyboard.type('+44 7700 900123');
      await press('Enter');
      await expect(heading(page, 'Users')).toBeVisible();
      await expect(cell(page, clerk.email)).toBeFocused();
      await press('Enter');
    });

    await test.step('the question why is answered, and what it did undone', async () => {
      await tabTo(button(page, 'Delete'));
      await press('Enter');
      const asked = page.getByRole('dialog', { name: `Delete ${nameOf(clerk)}?` });
      await typeInto(asked.getByRole('textbox', { name: 'Reason' }), 'Wants to leave');
      await press('Tab', 'Space', 'Tab');
      await expect(asked.getByRole('textbox', { name: 'How you verified it' })).toBeFocused();
      await tabTo(asked.getByRole('button', { name: 'Known in person' }));
      await press('Enter');
      await tabTo(asked.getByRole('button', { name: 'Delete' }));
      await expectFocusToBeSeen(asked.getByRole('button', { name: 'Delete' }));
      await press('Enter');
      await expect(page.getByText('This account is in the trash.')).toBeVisible();
      await tabTo(messages(page).getByRole('button', { name: 'Undo' }));
      await press('Enter');
      await expect(button(page, 'Delete')).toBeVisible();
    });
  });
});

async function pressEach(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
