import {
  addAuthorizedUser,
  agreedOn,
  confirmOnBehalf,
  openAuthorizedUsersOf,
  rita,
  rowOf,
  takeHandOver,
  turnToTab,
  withLogin,
} from './support/authorized-user-steps';
import { addDelegate, anna, dana, goToOwn, signInAsDelegate, takeOnHolder } from './support/my-account-steps';
import { nameOf, olga } from './support/people';
import { field, fill, goTo, signIn, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { addByTheDoor, button, expectMessage, signInWithGivenPassword } from './support/users-steps';

test.use({ beginsWith: 'office' });

const own = 'nine lamps beside the quiet harbour';
const kim = { givenName: 'Kim', familyName: 'Larsen', email: 'kim.larsen@example.com' };

test('a login is switched off, keeps its username, and is switched on with a new password', async ({
  page,
  secondWindow,
}) => {
  const [holder, third] = [await secondWindow(), await secondWindow()];
  await signInToWork(page, olga);
  await takeOnHolder(page, holder, anna);
  await addDelegate(holder, dana, ['profiles.view']);
  await signInAsDelegate(third, dana);
  await goToOwn(holder, 'Authorized Users');
  await holder.getByRole('link', { name: 'Cruz, Dana' }).click();
  await turnToTab(holder, 'Login & Permissions');
  await holder.getByRole('checkbox', { name: 'Enable Login' }).uncheck();
  await expect(holder.getByText('is signed out at once and can only be contacted')).toBeVisible();
  await button(holder, 'Save Authorized User').click();
  await button(
    holder.getByRole('alertdialog', { name: 'Switch off the login of Dana Cruz?' }),
    'Switch off and save',
  ).click();
  await expectMessage(holder, 'Dana Cruz is saved.');
  await expect(third.getByText('your login was switched off')).toBeVisible();
  await expect(rowOf(holder, dana)).toContainText('Switched off');

  await test.step('nobody else gets the username meanwhile', async () => {
    await addByTheDoor(page, kim);
    const refusal = await addAuthorizedUser(page, kim, rita, withLogin(dana.username)).catch(String);
    expect(refusal).toContain('USERNAME_TAKEN');
  });

  await test.step('switching it on takes a new password, which is handed over', async () => {
    await rowOf(holder, dana).getByRole('button', { name: 'Edit' }).click();
    await turnToTab(holder, 'Login & Permissions');
    await expect(holder.getByText(`The username ${dana.username} stays reserved for them.`)).toBeVisible();
    await holder.getByRole('checkbox', { name: 'Enable Login' }).check();
    await expect(field(holder, 'Username')).toHaveValue(dana.username);
    await button(holder, 'Save Authorized User').click();
    await expect(field(holder, 'Password')).toBeFocused();
    await button(holder, 'Suggest a pass-phrase').click();
    await expect(field(holder, 'Password')).not.toHaveValue('');
    await button(holder, 'Save Authorized User').click();
    const given = await takeHandOver(holder, nameOf(dana), dana.username);
    await signInWithGivenPassword(third, { email: dana.username, password: own }, given);
  });
});

test('a password is reset: generated, or as agreed on, and shown once', async ({ page, secondWindow }) => {
  const [holder, third] = [await secondWindow(), await secondWindow()];
  await signInToWork(page, olga);
  await takeOnHolder(page, holder, anna);
  await addDelegate(holder, dana, []);

  await test.step('by the holder', async () => {
    await goToOwn(holder, 'Authorized Users');
    await holder.getByRole('link', { name: 'Cruz, Dana' }).click();
    await turnToTab(holder, 'Login & Permissions');
    await button(holder, 'Reset password').click();
    const dialog = holder.getByRole('dialog', { name: 'Reset the password of Dana Cruz' });
    await expect(dialog.getByRole('radio', { name: 'Generate a one-time password' })).toBeChecked();
    await button(dialog, 'Reset password').click();
    const given = await takeHandOver(holder, nameOf(dana), dana.username);
    await signInWithGivenPassword(third, { email: dana.username, password: own }, given);
    expect((await holder.content()).includes(given), 'the page still holds the password').toBe(false);
  });

  await test.step('by the office, with one that was agreed on', async () => {
    await goTo(page, 'Authorized users');
    await page.getByRole('link', { name: 'Cruz, Dana' }).click();
    await turnToTab(page, 'Login & Permissions');
    await button(page, 'Reset password').click();
    const dialog = page.getByRole('dialog', { name: 'Reset the password of Dana Cruz' });
    await dialog.getByRole('radio', { name: 'Type one that you have agreed on with them' }).check();
    await fill(page, { 'New password': agreedOn, 'New password again': `${agreedOn}s` });
    await button(dialog, 'Reset password').click();
    await expect(field(page, 'New password again')).toBeFocused();
    await fill(page, { 'New password again': agreedOn });
    await button(dialog, 'Reset password').click();
    await confirmOnBehalf(page, 'Reset the password of Dana Cruz?', 'Reset password');
    expect(await takeHandOver(page, nameOf(dana), dana.username)).toBe(agreedOn);
    await expect(page.getByText('Yes, at the next sign-in')).toBeVisible();
  });
});

test('somebody who can sign in already is linked with that login', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await takeOnHolder(page, second, anna);
  await addByTheDoor(page, kim);
  await addAuthorizedUser(page, kim, { ...anna });
  await openAuthorizedUsersOf(page, kim);
  await page.getByRole('link', { name: 'Berg, Anna' }).click();
  await turnToTab(page, 'Login & Permissions');
  await button(page, 'Link to a login that exists').click();
  const dialog = page.getByRole('dialog', { name: 'Link Anna Berg to a login that exists' });
  await dialog.getByRole('searchbox').fill('anna.berg');
  await dialog.getByRole('radio', { name: /signs in as anna.berg@example.com/ }).check();
  await button(dialog, 'Link').click();
  await confirmOnBehalf(page, `Link Anna Berg with the login ${anna.email}?`, 'Link');
  await expectMessage(page, `Anna Berg now signs in as ${anna.email}.`);
  await expect(page.getByText('They sign in by a login that they also use elsewhere')).toBeVisible();
  await expect(field(page, 'Username')).toBeHidden();
  await expect(button(page, 'Reset password')).toBeHidden();
  await second.reload();
  await second.getByRole('button', { name: 'Anna Berg: menu' }).click();
  await expect(second.getByRole('menuitemradio', { name: nameOf(kim) })).toBeVisible();
});

test('who has tried too often is let in again by the office', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await addByTheDoor(page, kim);
  await addAuthorizedUser(page, kim, rita, withLogin('rita.s'));
  for (let tries = 0; tries < 5; tries += 1) {
    await signIn(second, { email: 'rita.s', password: 'not the right one at all' });
    await expect(second.getByRole('alert')).toBeVisible();
  }
  await goTo(page, 'Authorized users');
  await page.getByRole('link', { name: 'Sørensen, Rita' }).click();
  await turnToTab(page, 'Login & Permissions');
  await expect(page.getByText('after failed tries to sign in')).toBeVisible();
  await button(page, 'Lift lock').click();
  await expectMessage(page, `${nameOf(rita)} can sign in again at once.`);
  await expect(page.getByText('after failed tries to sign in')).toBeHidden();
});
