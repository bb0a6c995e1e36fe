import {
  addAuthorizedUser,
  agreedOn,
  confirmOnBehalf,
  openAuthorizedUsersOf,
  paul,
  rita,
  rowOf,
  turnToTab,
  withLogin,
} from './support/authorized-user-steps';
import { answerOf } from './support/door';
import { addDelegate, anna, dana, goToOwn, signInAsDelegate, takeOnHolder } from './support/my-account-steps';
import { nameOf, olga } from './support/people';
import { field, fill, goTo, heading, messages, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { addByTheDoor, button, expectMessage, question } from './support/users-steps';

test.use({ beginsWith: 'office' });

const kim = { givenName: 'Kim', familyName: 'Larsen', email: 'kim.larsen@example.com' };

test('an error takes whoever typed it to its field, on whatever tab it is', async ({ page }) => {
  await signInToWork(page, olga);
  await addByTheDoor(page, kim);
  await addAuthorizedUser(page, kim, paul, withLogin('paul.a'));
  await openAuthorizedUsersOf(page, kim);
  await page.getByRole('link', { name: 'Add Authorized User' }).click();
  await expect(field(page, 'Given name')).toBeFocused();
  await fill(page, { 'Given name': rita.givenName, 'Family name': rita.familyName, 'E-mail': 'rita at home' });
  await turnToTab(page, 'Login & Permissions');
  await expect(page.getByText('Without a login, this person can only be contacted')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Enable Login' }).check();
  await button(page, 'Create Authorized User').click();

  await expect(field(page, 'E-mail')).toBeFocused();
  await expect(page.getByText('This is not an e-mail address')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Details , has an error' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Login & Permissions , has an error' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Additional Settings', exact: true })).toBeVisible();

  await fill(page, { 'E-mail': rita.email });
  await button(page, 'Create Authorized User').click();
  await expect(field(page, 'Username')).toBeFocused();
  await fill(page, { Username: 'PAUL.A', Password: agreedOn });
  await page.getByRole('textbox', { name: /^Recovery e-mail/ }).fill('nowhere');
  await turnToTab(page, 'Additional Settings');
  await button(page, 'Create Authorized User').click();
  await expect(page.getByRole('textbox', { name: /^Recovery e-mail/ })).toBeFocused();
  await page.getByRole('textbox', { name: /^Recovery e-mail/ }).fill('');

  await test.step('also where only the main side knows of it', async () => {
    await turnToTab(page, 'Details');
    await button(page, 'Create Authorized User').click();
    await confirmOnBehalf(page, `Add ${nameOf(rita)} for ${nameOf(kim)}?`, 'Create Authorized User');
    await expect(page.getByText('This username is already in use.')).toBeVisible();
    await expect(field(page, 'Username')).toBeFocused();
    await expect(field(page, 'Password')).toHaveValue(agreedOn);
  });
});

test('permissions are ticked one by one, by the group, and with what they bring along', async ({ page }) => {
  await signInToWork(page, olga);
  await addByTheDoor(page, kim);
  await answerOf(page, 'delegation.createPermission', {
    label: 'Collect parcels',
    group: 'At the counter',
    explanation: 'May take along what lies ready.',
  });
  const { id } = await addAuthorizedUser(page, kim, rita, withLogin('rita.s'));
  await goTo(page, 'Authorized users');
  await page.getByRole('link', { name: 'Sørensen, Rita' }).click();
  await turnToTab(page, 'Login & Permissions');
  const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
  const all = box('Tick all: Account');

  await box('Edit profiles').check();
  await expect(box('View profiles')).toBeChecked();
  await expect(box('View profiles')).toBeDisabled();
  await expect(page.getByText('Comes with “Edit profiles”.')).toBeVisible();
  await expect(all).toHaveJSProperty('indeterminate', true);
  await all.check();
  await expect(box('View activity')).toBeChecked();
  await all.uncheck();
  await expect(box('View profiles')).not.toBeChecked();
  await expect(box('View profiles')).toBeEnabled();
  await box('Edit profiles').check();
  await expect(page.getByText('May take along what lies ready.')).toBeVisible();
  await box('Collect parcels').check();
  await button(page, 'Save Authorized User').click();
  await confirmOnBehalf(page, `Save ${nameOf(rita)}?`, 'Save Authorized User');
  await expectMessage(page, `${nameOf(rita)} is saved.`);
  const { permissions } = await answerOf(page, 'authorizedUsers.get', { id });
  expect(permissions.map(({ label }) => label)).toEqual(['Edit profiles', 'Collect parcels']);
  await expect(rowOf(page, rita)).toContainText('Edit profiles +1');
});

test('who is deleted is brought back, at once or from the trash', async ({ page }) => {
  await signInToWork(page, olga);
  await addByTheDoor(page, kim);
  await addAuthorizedUser(page, kim, rita, withLogin('rita.s'));
  await addAuthorizedUser(page, kim, paul);
  await goTo(page, 'Authorized users');
  const remove = async () => {
    await rowOf(page, rita).getByRole('button', { name: 'Delete' }).click();
    await confirmOnBehalf(page, `Delete ${nameOf(rita)}?`, 'Delete');
    await expect(rowOf(page, rita)).toBeHidden();
  };

  await remove();
  await button(messages(page), 'Undo').click();
  await expect(rowOf(page, rita)).toContainText('Enabled');
  await remove();
  await page.getByRole('combobox', { name: 'Trash' }).click();
  await page.getByRole('option', { name: 'In the trash', exact: true }).click();
  await expect(page).toHaveURL(/trash=1/);
  await expect(rowOf(page, paul)).toBeHidden();
  await page.getByRole('link', { name: 'Sørensen, Rita' }).click();
  await expect(page.getByText('is in the trash. On')).toBeVisible();
  await page.getByRole('link', { name: 'Authorized users' }).first().click();
  await page.goBack();
  await page.goBack();
  await rowOf(page, rita).getByRole('button', { name: 'Restore' }).click();
  await expectMessage(page, `${nameOf(rita)} is restored.`);
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await button(page, 'Clear filters').first().click();
  await expect(rowOf(page, rita)).toContainText('Enabled');
});

test('people are found across all accounts, and lead to whom they act for', async ({ page }) => {
  await signInToWork(page, olga);
  const { id: categoryId } = await answerOf(page, 'delegation.createCategory', { name: 'Family' });
  await addByTheDoor(page, kim);
  await addAuthorizedUser(page, kim, rita, { ...withLogin('rita.s'), categoryId, permissions: ['profiles.view'] });
  await addAuthorizedUser(page, olga, paul);
  await goTo(page, 'Authorized users');
  const search = page.getByRole('searchbox', { name: 'Search authorized users' });
  await expect(rowOf(page, paul)).toContainText(nameOf(olga));

  await search.fill('rita.s');
  await expect(rowOf(page, paul)).toBeHidden();
  await search.fill('adeye');
  await expect(rowOf(page, rita)).toBeHidden();
  await expect(rowOf(page, paul)).toBeVisible();
  await button(page, 'Clear filters').click();
  for (const [filter, option] of [
    ['Category', 'Family'],
    ['Login', 'Enabled'],
    ['Permission', 'View profiles'],
  ] as const) {
    await page.getByRole('combobox', { name: filter }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
    await expect(rowOf(page, paul)).toBeHidden();
    await expect(rowOf(page, rita)).toBeVisible();
    await button(page, 'Clear filters').click();
    await expect(rowOf(page, paul)).toBeVisible();
  }
  await page.getByRole('columnheader', { name: 'E-mail' }).click();
  await expect(page).toHaveURL(/sort=email/);
  await page.getByRole('link', { name: 'Sørensen, Rita' }).click();
  await expect(heading(page, nameOf(rita))).toBeVisible();
  await page.getByRole('link', { name: 'Authorized users' }).first().click();
  await rowOf(page, rita)
    .getByRole('link', { name: nameOf(kim) })
    .click();
  await expect(heading(page, nameOf(kim))).toBeVisible();
});

test('two who change the same person lose nothing of each other’s', async ({ page, secondWindow }) => {
  const holder = await secondWindow();
  await signInToWork(page, olga);
  await takeOnHolder(page, holder, anna);
  await addAuthorizedUser(page, anna, rita);
  await openAuthorizedUsersOf(page, anna);
  await page.getByRole('link', { name: 'Sørensen, Rita' }).click();
  await goToOwn(holder, 'Authorized Users');
  await holder.getByRole('link', { name: 'Sørensen, Rita' }).click();
  await fill(page, { 'Role (optional)': 'Accountant' });
  await fill(holder, { 'Phone (optional)': '+49 30 111' });
  await button(holder, 'Save Authorized User').click();
  await expectMessage(holder, `${nameOf(rita)} is saved.`);

  await expect(page.getByText('Somebody else has saved this meanwhile.')).toBeVisible();
  await button(page, 'Save Authorized User').click();
  const comparison = page.getByRole('dialog', { name: `Somebody else changed ${nameOf(rita)}` });
  await button(comparison, 'Save what is chosen').click();
  await question(page, `Save ${nameOf(rita)}?`)
    .getByRole('textbox', { name: 'Reason' })
    .fill('Asked for it by phone');
  await button(question(page, `Save ${nameOf(rita)}?`), 'Save Authorized User').click();
  await expectMessage(page, `${nameOf(rita)} is saved.`);
  await holder.getByRole('link', { name: 'Sørensen, Rita' }).click();
  await expect(field(holder, 'Role (optional)')).toHaveValue('Accountant');
  await expect(field(holder, 'Phone (optional)')).toHaveValue('+49 30 111');
});

test('what is typed is asked about before it is left, and survives the lock without its password', async ({ page }) => {
  await signInToWork(page, olga);
  await addByTheDoor(page, kim);
  await openAuthorizedUsersOf(page, kim);
  await page.getByRole('link', { name: 'Add Authorized User' }).click();
  await fill(page, { 'Given name': rita.givenName });
  await turnToTab(page, 'Login & Permissions');
  await page.getByRole('checkbox', { name: 'Enable Login' }).check();
  await fill(page, { Username: 'rita.s', Password: agreedOn });
  await page.getByRole('link', { name: 'Activity' }).click();
  await button(page.getByRole('alertdialog', { name: 'Leave without saving?' }), 'Cancel').click();

  await page.getByRole('button', { name: `${nameOf(olga)}: menu` }).click();
  await page.getByRole('menuitem', { name: 'Lock' }).click();
  await expect(heading(page, 'Locked')).toBeVisible();
  await fill(page, { 'Your password': olga.password });
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(field(page, 'Given name')).toHaveValue(rita.givenName);
  await turnToTab(page, 'Login & Permissions');
  await expect(field(page, 'Username')).toHaveValue('rita.s');
  await expect(field(page, 'Password')).toHaveValue('');
});

test('an archived category or permission stays with who has it, and is given to nobody new', async ({ page }) => {
  await signInToWork(page, olga);
  await addByTheDoor(page, kim);
  const category = await answerOf(page, 'delegation.createCategory', { name: 'Family' });
  const permission = await answerOf(page, 'delegation.createPermission', {
    label: 'Collect parcels',
    group: 'At the counter',
    explanation: '',
  });
  const has = { ...withLogin('rita.s'), categoryId: category.id, permissions: [permission.id] };
  await addAuthorizedUser(page, kim, rita, has);
  await addAuthorizedUser(page, kim, paul, withLogin('paul.a'));
  const archived = { isArchived: true };
  await answerOf(page, 'delegation.setCategoryArchived', { id: category.id, version: category.version, ...archived });
  await answerOf(page, 'delegation.setPermissionArchived', {
    id: permission.id,
    version: permission.version,
    ...archived,
  });

  await goTo(page, 'Authorized users');
  await page.getByRole('link', { name: 'Adeyemi, Paul' }).click();
  await turnToTab(page, 'Login & Permissions');
  await expect(page.getByRole('checkbox', { name: 'Collect parcels' })).toBeHidden();
  await page.goBack();
  await page.getByRole('link', { name: 'Sørensen, Rita' }).click();
  await turnToTab(page, 'Login & Permissions');
  await expect(page.getByRole('checkbox', { name: 'Collect parcels' })).toBeChecked();
  await expect(page.getByText('Archived: once you take it away and save, it cannot be given again.')).toBeVisible();
  await turnToTab(page, 'Additional Settings');
  await expect(page.getByRole('combobox', { name: 'Category' })).toHaveText('Family (archived)');
});

test('a delegate gives no more than they have, and changes neither themself nor who may do more', async ({
  page,
  secondWindow,
}) => {
  const [holder, third] = [await secondWindow(), await secondWindow()];
  await signInToWork(page, olga);
  await takeOnHolder(page, holder, anna);
  await addDelegate(holder, dana, ['authorized-users.manage']);
  await addAuthorizedUser(page, anna, rita, { ...withLogin('rita.s'), permissions: ['profiles.edit'] });
  await signInAsDelegate(third, dana);
  await goToOwn(third, 'Authorized Users');
  await expect(rowOf(third, dana).getByRole('button')).toHaveCount(0);
  await third.getByRole('link', { name: 'Cruz, Dana' }).click();
  await expect(third.getByText('This is you.')).toBeVisible();
  await expect(button(third, 'Save Authorized User')).toBeHidden();
  await third.goBack();
  await third.getByRole('link', { name: 'Sørensen, Rita' }).click();
  await expect(third.getByText('may do more than you')).toBeVisible();

  await goToOwn(third, 'Add Authorized User');
  await turnToTab(third, 'Login & Permissions');
  await third.getByRole('checkbox', { name: 'Enable Login' }).check();
  await expect(third.getByRole('checkbox', { name: 'View profiles' })).toBeDisabled();
  await expect(third.getByText('You cannot give this, because you do not have it yourself.').first()).toBeVisible();
  await third.getByRole('checkbox', { name: 'Tick all: Authorized users' }).check();
  await expect(third.getByRole('checkbox', { name: 'Manage authorized users' })).toBeChecked();
  await expect(third.getByRole('checkbox', { name: 'Tick all: Account' })).toBeHidden();
});
