import { officeName, olga, passphrase } from './support/people';
import { addField } from './support/profile-type-steps';
import { cell, field, fill, goTo, greeting, heading, signIn } from './support/steps';
import { expect, test } from './support/test';
import {
  button,
  choose,
  expectMessage,
  question,
  sayWhy,
  searchOfUsers,
  signInWithGivenPassword,
  turnTo,
  typeNewUser,
} from './support/users-steps';

const noor = { givenName: 'نور', familyName: 'Al-Sayed', email: 'noor.alsayed@example.com' };
const firstPassword = 'paper boats on a slow river';

test('in an office that was just set up, the first types and users are made and found', async ({
  page,
  secondWindow,
}) => {
  await test.step('the office is set up without sample data', async () => {
    const next = button(page, 'Next');
    await fill(page, { 'Name of the office': officeName });
    await next.click();
    await fill(page, { Passphrase: passphrase, 'Passphrase again': passphrase });
    await next.click();
    await fill(page, { 'Given name': olga.givenName, 'Family name': olga.familyName, 'E-mail': olga.email });
    await fill(page, { Password: olga.password, 'Password again': olga.password });
    await next.click();
    await button(page, 'Set up the office').click();
    await page.getByRole('checkbox', { name: 'I have printed or written down the code' }).check();
    await button(page, 'Go to sign-in').click();
    await signIn(page, olga);
    await expect(greeting(page, olga)).toBeVisible();
  });

  await test.step('the start page says what to begin with, and leads there', async () => {
    await expect(page.getByText('There are no accounts to look after yet')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Add profile type' }).click();
    await fill(page, { Name: 'Member', 'Name of the field': 'Member number' });
    await addField(page, 'Remarks', 'Long text');
    await addField(page, 'Fee', 'Number');
    await addField(page, 'Member since', 'Date');
    await addField(page, 'Newsletter', 'Yes or no');
    await addField(page, 'Branch', 'Choice');
    await fill(page, { 'Choices, one on each line': 'Harbour\nHill' });
    await button(page, 'Add profile type').click();
    await expect(cell(page, 'Member').first()).toBeVisible();
  });

  await test.step('the first user is added', async () => {
    await goTo(page, 'Users');
    await expect(cell(page, '@')).toHaveText([olga.email]);
    await page.getByRole('link', { name: 'Add User' }).click();
    await typeNewUser(page, noor, firstPassword);
    await button(page, 'Save and continue editing').click();
    await expect(heading(page, 'نور Al-Sayed')).toBeVisible();
  });

  await test.step('and gets a profile', async () => {
    await turnTo(page, 'Profiles');
    await button(page, 'Add profile').click();
    await fill(page, {
      'Member number (optional)': 'M-1',
      'Fee (optional)': '20',
      'Remarks (optional)': 'The first one.',
    });
    await fill(page, { 'Member since (optional)': '2026-11-02' });
    await choose(page, 'Newsletter', 'No');
    await choose(page, 'Branch', 'Hill');
    await button(page.getByRole('region', { name: 'Add profile' }), 'Add profile').click();
    await expectMessage(page, 'The profile Member was added.');
  });

  await test.step('is found, and changed', async () => {
    await goTo(page, 'Users');
    await choose(page, 'Profile type', 'Member');
    await searchOfUsers(page).fill('نور');
    await expect(page).toHaveURL(/search=/);
    await expect(cell(page, '@')).toHaveText([noor.email]);
    await cell(page, noor.email).click();
    await fill(page, { 'Phone (optional)': '+31 20 555 0163' });
    await button(page, 'Save').click();
    await expect(searchOfUsers(page)).toHaveValue('نور');
    await expect(cell(page, '@')).toHaveText([noor.email]);
  });

  await test.step('signs in with a one-time password', async () => {
    await cell(page, noor.email).click();
    await turnTo(page, 'Login & security');
    await button(page, 'Give a one-time password').click();
    const asked = question(page, 'Give نور Al-Sayed a one-time password?');
    await sayWhy(asked, { reason: 'Lost the first one', verifiedBy: 'Known in person' });
    await button(asked, 'Give a one-time password').click();
    const oneTimePassword = await page.getByRole('dialog').getByRole('code').innerText();
    await button(page, 'I have handed it over').click();
    const second = await secondWindow();
    await signInWithGivenPassword(second, { ...noor, password: 'eleven swans on the lake' }, oneTimePassword);
  });

  await test.step('is deleted, and restored from the trash', async () => {
    await button(page, 'Delete').click();
    await sayWhy(question(page, 'Delete نور Al-Sayed?'), { reason: 'Wants to leave', verifiedBy: 'Signed letter' });
    await button(question(page, 'Delete نور Al-Sayed?'), 'Delete').click();
    await expect(page.getByText('This account is in the trash.')).toBeVisible();
    await goTo(page, 'Users');
    await choose(page, 'Status', 'In the trash');
    await cell(page, noor.email).click();
    await button(page, 'Restore').click();
    await button(page.getByRole('alertdialog'), 'Restore').click();
    await expect(field(page, 'E-mail')).toHaveValue(noor.email);
    await turnTo(page, 'Profiles');
    await expect(page.getByText('The first one.')).toBeVisible();
  });
});
