import { expectInSight } from './support/fit';
import { expectGoodScreen } from './support/good-screen';
import { mira, nameOf, olga } from './support/people';
import { addField } from './support/profile-type-steps';
import { cell, fill, goTo, heading, sidebar, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import {
  addByTheDoor,
  button,
  choose,
  expectMessage,
  openUser,
  question,
  sayWhy,
  searchOfUsers,
  turnTo,
} from './support/users-steps';

// The smallest window that Steward is made for.
test.use({ beginsWith: 'office', viewport: { width: 1024, height: 700 } });

const kim = { givenName: 'Kim', familyName: 'Larsen', email: 'kim.larsen@example.com', phone: '+47 22 55 01 42' };
const why = { reason: 'Asked for by phone', verifiedBy: 'Known in person' };

test('the start page with its figures is accessible', async ({ page }) => {
  await signInToWork(page, olga);
  await expect(page.getByRole('heading', { name: 'Accounts by status' })).toBeVisible();
  await expectGoodScreen(page);
  await button(page, 'Accounts added per week: show as a table').click();
  await button(page, 'Sign-ins per day: show as a table').click();
  await expectGoodScreen(page);
});

test('the list of users and the form for a new one are accessible', async ({ page }) => {
  await signInToWork(page, olga);
  await addByTheDoor(page, kim);
  await goTo(page, 'Users');
  await expect(cell(page, kim.email)).toBeVisible();
  await expectGoodScreen(page);
  await expectInSight(page.getByRole('link', { name: 'Add User' }));
  await page.getByRole('combobox', { name: 'Status' }).click();
  await expectGoodScreen(page, { isChoosing: true });
  await page.keyboard.press('Escape');
  await button(page, 'Columns').click();
  await expect(page.getByRole('menu', { name: 'Columns' })).toBeVisible();
  await expectGoodScreen(page, { isChoosing: true });
  await page.keyboard.press('Escape');
  await button(page, 'More filters').click();
  await page.getByRole('dialog', { name: 'More filters' }).getByRole('checkbox', { name: 'Never signed in' }).check();
  await expectGoodScreen(page);
  await button(page, 'Done').click();
  await expect(cell(page, kim.email)).toBeVisible();
  await expectGoodScreen(page);
  await searchOfUsers(page).fill('no one at all');
  await expect(page.getByText('Nobody found')).toBeVisible();
  await expectGoodScreen(page);

  await page.getByRole('link', { name: 'Add User' }).click();
  await fill(page, { 'Given name': kim.givenName, 'Family name': kim.familyName });
  await button(page, `${nameOf(kim)}, ${kim.email}`).click();
  await page.getByRole('checkbox', { name: 'Staff', exact: true }).check();
  await button(page, 'Save').click();
  await expect(
    page.getByText('This is needed.').or(page.getByText('This is not an e-mail address')).first(),
  ).toBeVisible();
  await expectGoodScreen(page);
  await expectInSight(button(page, 'Save'), button(page, 'Save and continue editing'));
});

test('a user’s record with its parts and questions is accessible', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(second, mira);
  await signInToWork(page, olga);
  await addByTheDoor(page, kim);
  await openUser(page, kim);
  await expectGoodScreen(page);
  await expectInSight(button(page, 'Deactivate'), button(page, 'Delete'), button(page, 'Save'));
  await turnTo(page, 'Profiles');
  await expectGoodScreen(page);
  await turnTo(page, 'Login & security');
  await button(page, 'this form').click();
  await button(page, 'Save password').click();
  await expectGoodScreen(page);
  await turnTo(page, 'Activity');
  await page.getByRole('button', { name: `added an account: ${nameOf(kim)}` }).click();
  await expectGoodScreen(page);

  await test.step('two versions', async () => {
    await turnTo(page, 'Overview');
    await openUser(second, kim);
    await fill(page, { 'Phone (optional)': '+47 1' });
    await fill(second, { 'Phone (optional)': '+47 2', 'Given name': 'Kimberly' });
    await button(second, 'Save').click();
    await page.bringToFront();
    await expect(page.getByText('Somebody else has changed this account meanwhile.')).toBeVisible();
    await expectGoodScreen(page);
    await button(page, 'Compare').click();
    await expectGoodScreen(page);
    await page
      .getByRole('radiogroup', { name: /^Phone/ })
      .getByRole('radio', { name: 'Theirs' })
      .check();
    await button(page, 'Take their version').click();
  });

  await test.step('the question why, with complaints, and the trash', async () => {
    await button(page, 'Delete').click();
    const asked = question(page, 'Delete Kimberly Larsen?');
    await button(asked, 'Delete').click();
    await expect(asked.getByText('This is needed.')).toBeVisible();
    await expectGoodScreen(page);
    await sayWhy(asked, why);
    await expectGoodScreen(page);
    await expectInSight(button(asked, 'Delete'));
    await button(asked, 'Delete').click();
    await expectMessage(page, 'is in the trash until');
    await expectGoodScreen(page);
    await button(page, 'Delete for good').click();
    await fill(page, { 'E-mail of the account': 'wrong' });
    await button(question(page, 'Delete Kimberly Larsen for good?'), 'Delete for good').click();
    await expect(page.getByText('This is not the e-mail of the account.')).toBeVisible();
    await expectGoodScreen(page);
  });
});

test('the screens of profile types and the form of a profile are accessible', async ({ page }) => {
  await signInToWork(page, olga);
  await addByTheDoor(page, kim);
  await goTo(page, 'Profile types');
  await expect(page.getByText('No profile types yet')).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole('link', { name: 'Add profile type' }).click();
  await fill(page, { Name: 'Seller' });
  await addField(page, 'Region', 'Choice');
  await button(page, 'Add profile type').click();
  await expect(page.getByText('This is needed.')).toBeVisible();
  await expectGoodScreen(page);
  await fill(page, { 'Choices, one on each line': 'North\nSouth' });
  await page.getByRole('textbox', { name: 'Name of the field' }).first().fill('Shop');
  await page.getByRole('checkbox', { name: 'Required' }).first().check();
  await button(page, 'Add profile type').click();
  await expect(cell(page, 'Seller').first()).toBeVisible();
  await expectGoodScreen(page);

  await test.step('a profile', async () => {
    await openUser(page, kim);
    await turnTo(page, 'Profiles');
    await button(page, 'Add profile').click();
    await button(page.getByRole('region', { name: 'Add profile' }), 'Add profile').click();
    await expect(page.getByText('This is needed.')).toBeVisible();
    await expectGoodScreen(page);
    await fill(page, { Shop: 'Kim’s lamps' });
    await choose(page, 'Region', 'South');
    await button(page.getByRole('region', { name: 'Add profile' }), 'Add profile').click();
    await expect(page.getByText('Kim’s lamps')).toBeVisible();
    await expectGoodScreen(page);
  });

  await test.step('a field that goes, and the archive', async () => {
    await sidebar(page).getByRole('link', { name: 'Profile types' }).click();
    await cell(page, 'Seller').first().click();
    await expect(heading(page, 'Seller')).toBeVisible();
    await expectGoodScreen(page);
    await button(page, 'Remove Region').click();
    await expectGoodScreen(page);
    await button(page, 'Save').click();
    const asked = page.getByRole('dialog', { name: 'What becomes of the values?' });
    await asked.getByRole('radio', { name: 'Delete its values' }).check();
    await expectGoodScreen(page);
    await button(asked, 'Cancel').click();
    await button(page, 'Archive').click();
    await expect(page.getByText('This type is archived')).toBeVisible();
    await expectGoodScreen(page);
  });
});
