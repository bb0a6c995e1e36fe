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
import { expectInSight, expectToFit } from './support/fit';
import { expectGoodScreen } from './support/good-screen';
import { expectFocusToBeSeen, tabTo, typeInto } from './support/keyboard';
import { anna, goToOwn, takeOnHolder } from './support/my-account-steps';
import { nameOf, olga } from './support/people';
import { field, fill, goTo, heading, messages, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { addByTheDoor, button, question } from './support/users-steps';

// The smallest window that Steward is made for.
test.use({ beginsWith: 'office', viewport: { width: 1024, height: 700 } });

const kim = { givenName: 'Kim', familyName: 'Larsen', email: 'kim.larsen@example.com' };

test('the lists of authorized users are accessible', async ({ page }) => {
  await signInToWork(page, olga);
  await goTo(page, 'Authorized users');
  await expect(page.getByText('No authorized users yet')).toBeVisible();
  await expectGoodScreen(page);
  await addByTheDoor(page, kim);
  const { id: categoryId } = await answerOf(page, 'delegation.createCategory', { name: 'Accountants of the family' });
  const permissions = ['profiles.edit', 'activity.view', 'authorized-users.manage'] as const;
  await addAuthorizedUser(page, kim, rita, { ...withLogin('rita.s'), categoryId, permissions: [...permissions] });
  await addAuthorizedUser(page, kim, paul);
  await expect(rowOf(page, rita)).toContainText('+2');
  await expectGoodScreen(page);
  await page.getByRole('columnheader', { name: 'Last sign-in' }).click();
  await expect(page).toHaveURL(/sort=lastSignIn/);
  await expectGoodScreen(page);
  await page.getByRole('combobox', { name: 'Permission' }).click();
  await expectGoodScreen(page, { isChoosing: true });
  await page.keyboard.press('Escape');
  await openAuthorizedUsersOf(page, kim);
  await expect(rowOf(page, rita)).toBeVisible();
  await expectGoodScreen(page);
});

test('the form and what is handed over at its end are accessible', async ({ page }) => {
  await signInToWork(page, olga);
  await addByTheDoor(page, kim);
  await openAuthorizedUsersOf(page, kim);
  await page.getByRole('link', { name: 'Add Authorized User' }).click();
  await expectGoodScreen(page);
  await fill(page, { 'Given name': rita.givenName, 'Family name': rita.familyName, 'E-mail': rita.email });
  await turnToTab(page, 'Login & Permissions');
  await expectGoodScreen(page);
  await page.getByRole('checkbox', { name: 'Enable Login' }).check();
  await turnToTab(page, 'Additional Settings');
  await expectGoodScreen(page);
  await button(page, 'Create Authorized User').click();
  await expect(field(page, 'Username')).toBeFocused();
  await expectInSight(button(page, 'Create Authorized User'));
  await page.getByRole('checkbox', { name: 'Edit profiles' }).check();
  await expectGoodScreen(page);
  await fill(page, { Username: 'rita.s', Password: agreedOn });
  await button(page, 'Create Authorized User').click();
  await expect(question(page, `Add ${nameOf(rita)} for ${nameOf(kim)}?`)).toBeVisible();
  await expectGoodScreen(page);
  await confirmOnBehalf(page, `Add ${nameOf(rita)} for ${nameOf(kim)}?`, 'Create Authorized User');
  await expect(page.getByRole('dialog', { name: `One-time password for ${nameOf(rita)}` })).toBeVisible();
  await expectGoodScreen(page);
});

test('the record of an authorized user is accessible', async ({ page }) => {
  await signInToWork(page, olga);
  await addByTheDoor(page, kim);
  await addAuthorizedUser(page, kim, rita, { ...withLogin('rita.s'), permissions: ['profiles.edit'] });
  await goTo(page, 'Authorized users');
  await page.getByRole('link', { name: 'Sørensen, Rita' }).click();
  await turnToTab(page, 'Login & Permissions');
  await expectGoodScreen(page);
  await page.getByRole('checkbox', { name: 'Enable Login' }).uncheck();
  await expectGoodScreen(page);
  await button(page, 'Discard changes').click();
  await button(page, 'Reset password').click();
  await page.getByRole('radio', { name: /^Type one/ }).check();
  await expectGoodScreen(page);
  await button(page, 'Cancel').click();
  await expect(button(page, 'Reset password')).toBeFocused();
  await button(page, 'Link to a login that exists').click();
  await page.getByRole('dialog').getByRole('searchbox').fill('olga');
  await expect(page.getByRole('radio', { name: /olga/ })).toBeVisible();
  await expectGoodScreen(page);
  await button(page, 'Cancel').click();
  await button(page, 'Delete').click();
  await confirmOnBehalf(page, `Delete ${nameOf(rita)}?`, 'Delete');
  await expect(button(page, 'Restore')).toBeVisible();
  await button(messages(page), 'Dismiss').click();
  await expectGoodScreen(page);
});

test('authorized users can be worked with by keyboard alone', async ({ page, secondWindow }) => {
  const holder = await secondWindow();
  await signInToWork(page, olga);
  await takeOnHolder(page, holder, anna);
  await addAuthorizedUser(page, anna, rita);
  await addAuthorizedUser(page, anna, paul);
  await goToOwn(holder, 'Authorized Users');
  const name = holder.getByRole('link', { name: 'Adeyemi, Paul' });

  await test.step('a row is gone through, and its person opened and left again', async () => {
    await expect(name).toBeVisible();
    await holder.keyboard.press('/');
    await tabTo(holder.getByRole('columnheader', { name: 'Name' }));
    await holder.keyboard.press('ArrowDown');
    await expectFocusToBeSeen(name);
    await holder.keyboard.press('Enter');
    await expect(heading(holder, nameOf(paul))).toBeFocused();
    await holder.goBack();
    await expect(name).toBeFocused();
  });

  await test.step('the form has its tabs by arrows', async () => {
    const edit = rowOf(holder, paul).getByRole('button', { name: 'Edit' });
    for (let cells = 0; cells < 6; cells += 1) await holder.keyboard.press('ArrowRight');
    await expectFocusToBeSeen(edit);
    await holder.keyboard.press('Space');
    await expect(heading(holder, nameOf(paul))).toBeVisible();
    await tabTo(holder.getByRole('tab', { name: 'Details' }));
    await holder.keyboard.press('ArrowRight');
    await holder.keyboard.press('Enter');
    await tabTo(holder.getByRole('checkbox', { name: 'Enable Login' }));
    await holder.keyboard.press('Space');
    await tabTo(field(holder, 'Username'));
    await typeInto(field(holder, 'Username'), 'paul.a');
    await holder.keyboard.press('Enter');
    await typeInto(field(holder, 'Password'), agreedOn);
    await holder.keyboard.press('Enter');
    await tabTo(button(holder, 'I have handed it over'));
    await holder.keyboard.press('Enter');
  });

  await test.step('and somebody is deleted', async () => {
    await expectFocusToBeSeen(name);
    for (let cells = 0; cells < 7; cells += 1) await holder.keyboard.press('ArrowRight');
    await expectFocusToBeSeen(rowOf(holder, paul).getByRole('button', { name: 'Delete' }));
    await holder.keyboard.press('Enter');
    await tabTo(button(holder.getByRole('alertdialog'), 'Delete'));
    await holder.keyboard.press('Enter');
    await expect(rowOf(holder, paul)).toBeHidden();
    await expect(rowOf(holder, rita).getByRole('button', { name: 'Delete' })).toBeFocused();
  });
});

test.describe('at 200 % zoom', () => {
  test.use({ viewport: { width: 512, height: 350 } });

  test('authorized users can be worked with', async ({ page }) => {
    await signInToWork(page, olga);
    await addByTheDoor(page, kim);
    await answerOf(page, 'delegation.createCategory', { name: 'Accountants of the family' });
    const { id } = await addAuthorizedUser(page, kim, rita, withLogin('rita.s'));
    for (const address of ['/authorized-users', `/authorized-users/${id}`, '/authorized-user-settings']) {
      await page.goto(new URL(address, page.url()).href);
      await expect(page.getByText(/Sørensen|Accountants/).first()).toBeVisible();
      await expectToFit(page);
    }
    await page.goto(new URL('/authorized-users', page.url()).href);
    await rowOf(page, rita).getByRole('button', { name: 'Edit' }).click();
    await turnToTab(page, 'Login & Permissions');
    await page.getByRole('checkbox', { name: 'View activity' }).check();
    await expectToFit(page);
    await expectInSight(button(page, 'Save Authorized User'));
  });
});
