import { mira, nameOf, olga } from './support/people';
import { addField, fieldOfType } from './support/profile-type-steps';
import { cell, field, fill, goTo, heading, messages, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { addByTheDoor, button, choose, expectMessage, openUser, turnTo } from './support/users-steps';

test.use({ beginsWith: 'office' });

const kim = { givenName: 'Kim', familyName: 'Larsen', email: 'kim.larsen@example.com' };

test('a type with fields of every kind is made, filled in, and changed while its profiles stay', async ({ page }) => {
  await signInToWork(page, olga);
  await addByTheDoor(page, kim);

  await test.step('its fields are named, chosen and put in order', async () => {
    await goTo(page, 'Profile types');
    await page.getByRole('link', { name: 'Add profile type' }).first().click();
    await fill(page, { Name: 'Seller' });
    await page.getByRole('radio', { name: 'Green' }).check();
    await fill(page, { 'Name of the field': 'Shop' });
    await fieldOfType(page, 'Shop').getByRole('checkbox', { name: 'Required' }).check();
    await addField(page, 'About the shop', 'Long text');
    await addField(page, 'Articles', 'Number');
    await addField(page, 'Seller since', 'Date');
    await addField(page, 'Region', 'Choice');
    await addField(page, 'Newsletter', 'Yes or no');
    await button(page, 'Move Newsletter up').click();
    await button(page, 'Add profile type').click();
    await expect(page.getByText('Give at least two different choices.')).toBeVisible();
    await fill(page, { 'Choices, one on each line': 'North\n\nSouth\n' });
    await button(page, 'Add profile type').click();
    await expectMessage(page, 'The profile type Seller was added.');
    await expect(cell(page, 'Shop, About the shop, Articles, Seller since, Newsletter, Region')).toBeVisible();
  });

  await test.step('a second type by the same name is refused', async () => {
    await page.getByRole('link', { name: 'Add profile type' }).click();
    await fill(page, { Name: 'SELLER', 'Name of the field': 'Shop' });
    await button(page, 'Add profile type').click();
    await expect(page.getByText('This name is already in use.')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Profile types' }).click();
    await button(page.getByRole('alertdialog'), 'Leave without saving').click();
  });

  await test.step('a profile of it is refused as long as its values do not fit', async () => {
    await openUser(page, kim);
    await turnTo(page, 'Profiles');
    await button(page, 'Add profile').click();
    const form = page.getByRole('region', { name: 'Add profile' });
    await fill(page, { 'Articles (optional)': 'many', 'Seller since (optional)': '2026-02-31' });
    await button(form, 'Add profile').click();
    await expect(form.getByText('This is needed.')).toBeVisible();
    await expect(form.getByText('Type a number, such as 12 or 3.5.')).toBeVisible();
    await expect(form.getByText('Type a date that exists, as year, month and day.')).toBeVisible();
    await fill(page, { Shop: 'Kim’s lamps', 'About the shop (optional)': 'Lamps.\nAnd shades.' });
    await fill(page, { 'Articles (optional)': '12.5', 'Seller since (optional)': '2024/2/29' });
    await choose(page, 'Newsletter', 'Yes');
    await choose(page, 'Region', 'South');
    await button(form, 'Add profile').click();
    await expectMessage(page, 'The profile Seller was added.');
    for (const value of ['Kim’s lamps', '12.5', 'Feb 29, 2024', 'Yes', 'South']) {
      await expect(page.getByRole('definition').filter({ hasText: value }).first()).toBeVisible();
    }
  });

  await test.step('a required field that is added later leaves the profile as it is until it is changed', async () => {
    await goTo(page, 'Profile types');
    await cell(page, 'Seller').first().click();
    await addField(page, 'Tax number', 'Text');
    await fieldOfType(page, 'Tax number').getByRole('checkbox', { name: 'Required' }).check();
    await button(page, 'Save').click();
    await expectMessage(page, 'The profile type Seller is saved.');
    await openUser(page, kim);
    await turnTo(page, 'Profiles');
    await expect(page.getByText('Kim’s lamps')).toBeVisible();
    await button(page, 'Edit the profile Seller').click();
    await button(page, 'Save profile').click();
    await expect(page.getByText(/Nothing was changed|This is needed/).first()).toBeVisible();
    await fill(page, { Shop: 'Kim’s lamps and shades' });
    await button(page, 'Save profile').click();
    await expect(page.getByText('This is needed.')).toBeVisible();
    await fill(page, { 'Tax number': 'DE 123' });
    await button(page, 'Save profile').click();
    await expectMessage(page, 'The profile Seller is saved.');
  });

  await test.step('of fields that are taken out, values are kept or deleted', async () => {
    await goTo(page, 'Profile types');
    await cell(page, 'Seller').first().click();
    await button(page, 'Remove Articles').click();
    await button(page, 'Remove Tax number').click();
    await button(page, 'Remove Region').click();
    await button(page, 'Put Region back').click();
    await button(page, 'Save').click();
    const asked = page.getByRole('dialog', { name: 'What becomes of the values?' });
    await expect(asked.getByRole('radiogroup')).toHaveCount(2);
    await asked.getByRole('radiogroup', { name: 'Tax number' }).getByRole('radio', { name: 'Delete' }).check();
    await button(asked, 'Save and delete these values').click();
    await expectMessage(page, 'The profile type Seller is saved.');
    await openUser(page, kim);
    await turnTo(page, 'Profiles');
    await expect(page.getByRole('heading', { name: 'From fields that are no longer asked for' })).toBeVisible();
    await expect(page.getByText('12.5')).toBeVisible();
    await expect(page.getByText('DE 123')).toBeHidden();
    await expect(page.getByText('South')).toBeVisible();
  });

  await test.step('an archived type takes no new profiles, and keeps those it has', async () => {
    await goTo(page, 'Profile types');
    await cell(page, 'Seller').first().click();
    await button(page, 'Archive').click();
    await expectMessage(page, 'Seller is archived.');
    await expect(button(page, 'Delete')).toBeHidden();
    await openUser(page, kim);
    await turnTo(page, 'Profiles');
    await expect(page.getByText('Its type is archived')).toBeVisible();
    await button(page, 'Add profile').click();
    await expect(page.getByText('No profile type is in use, so no profile can be added.')).toBeVisible();
    await button(page, 'Cancel').click();
  });

  await test.step('a profile is removed, after which the type can be deleted', async () => {
    await button(page, 'Remove the profile Seller').click();
    await button(page.getByRole('alertdialog'), 'Remove profile').click();
    await expectMessage(page, 'The profile Seller was removed.');
    await goTo(page, 'Profile types');
    await cell(page, 'Seller').first().click();
    await button(page, 'Delete').click();
    await button(page.getByRole('alertdialog'), 'Delete profile type').click();
    await expect(page.getByText('No profile types yet')).toBeVisible();
  });
});

test('a form that is open learns of a field that is added in another window', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await signInToWork(second, mira);
  await addByTheDoor(page, kim);

  await goTo(second, 'Profile types');
  await second.getByRole('link', { name: 'Add profile type' }).first().click();
  await fill(second, { Name: 'Buyer', 'Name of the field': 'Budget' });
  await button(second, 'Add profile type').click();
  await cell(second, 'Buyer').first().click();

  await openUser(page, kim);
  await turnTo(page, 'Profiles');
  await button(page, 'Add profile').click();
  await fill(page, { 'Budget (optional)': 'A hundred' });

  await addField(second, 'Contract number', 'Text');
  await fieldOfType(second, 'Contract number').getByRole('checkbox', { name: 'Required' }).check();
  await button(second, 'Save').click();
  await expectMessage(second, 'The profile type Buyer is saved.');

  await expect(
    page.getByText('This profile type was changed while the form was open. New: Contract number.'),
  ).toBeVisible();
  await expect(field(page, 'Budget (optional)')).toHaveValue('A hundred');
  const form = page.getByRole('region', { name: 'Add profile' });
  await button(form, 'Add profile').click();
  await expect(form.getByText('This is needed.')).toBeVisible();
  await fill(page, { 'Contract number': 'P-1' });
  await button(form, 'Add profile').click();
  await expectMessage(page, 'The profile Buyer was added.');

  await test.step('and the record of a type shows what was changed elsewhere meanwhile', async () => {
    await goTo(page, 'Profile types');
    await cell(page, 'Buyer').first().click();
    await fill(page, { Name: 'Purchaser' });
    await fill(second, { Name: 'Customer' });
    await button(second, 'Save').click();
    await expectMessage(second, 'The profile type Customer is saved.');
    await button(page, 'Save').click();
    const comparison = page.getByRole('dialog', { name: /^Somebody else changed the profile type/ });
    await comparison.getByRole('radio', { name: 'Yours' }).check();
    await button(comparison, 'Save what is chosen').click();
    await expect(heading(second, 'Purchaser')).toBeVisible();
  });

  await test.step('a profile that is removed comes back by its undo', async () => {
    await openUser(page, kim);
    await turnTo(page, 'Profiles');
    await button(page, 'Remove the profile Purchaser').click();
    await expect(page.getByText('No profiles', { exact: true })).toBeVisible();
    await button(messages(page), 'Undo').click();
    await expect(page.getByRole('definition').filter({ hasText: 'P-1' })).toBeVisible();
    await turnTo(page, 'Activity');
    await expect(page.getByRole('list', { name: 'Activity of this account' })).toContainText(
      `${nameOf(olga)} removed a profile`,
    );
  });
});
