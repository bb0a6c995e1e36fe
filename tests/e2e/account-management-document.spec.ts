import type { Page } from '@playwright/test';
import { olga } from './support/people';
import { cell, field, fill, greeting, heading, sidebar, signIn, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import {
  button,
  expectMessage,
  openUser,
  question,
  sayWhy,
  searchOfUsers,
  signInWithGivenPassword,
  turnTo,
  typeNewUser,
} from './support/users-steps';

// The document on account management, followed word by word. Each step has the words that stand there.
test.use({ beginsWith: 'office' });

const john = { givenName: 'John', familyName: 'Smith', email: 'john.smith@example.com' };
const longPhrase = 'paper boats on a slow river';
const ownPhrase = 'nine lamps beside the quiet harbour';

test('Creating New Accounts for General Users', async ({ page, secondWindow }) => {
  await test.step('1. Log into the /admin/ portion of your site', async () => {
    await signInToWork(page, olga);
  });

  await test.step('2. Navigate to the Users > Users in the left side menu', async () => {
    await sidebar(page).getByRole('list', { name: 'Users' }).getByRole('link', { name: 'Users', exact: true }).click();
    await expect(heading(page, 'Users')).toBeVisible();
  });

  await test.step('3. Click the green Add User button in the upper right hand corner', async () => {
    const add = page.getByRole('link', { name: 'Add User' });
    const { x, y, width } = (await add.boundingBox()) ?? { x: 0, y: 0, width: 0 };
    expect(x + width, 'at the right').toBeGreaterThan(1200);
    expect(y, 'at the top').toBeLessThan(160);
    await add.click();
    await expect(heading(page, 'Add User')).toBeVisible();
  });

  await test.step('4. Enter an email address and secure password', async () => {
    await typeNewUser(page, john, longPhrase);
    await expect(page.getByText(/^(Good|Very good)$/)).toBeVisible();
  });

  await test.step('You then have the option of, saving, saving and adding another user, or saving and continuing editing', async () => {
    await expect(button(page, 'Save')).toBeVisible();
    await expect(button(page, 'Save and add another')).toBeVisible();
  });

  await test.step('We will Save and continue editing for this example', async () => {
    await button(page, 'Save and continue editing').click();
    await expectMessage(page, 'John Smith was added.');
    await expect(heading(page, 'John Smith')).toBeVisible();
    await expect(field(page, 'E-mail')).toHaveValue(john.email);
  });

  await test.step('5. Now the user has been created, you can optionally make them a staff user and give them access to the admin', async () => {
    await page.getByRole('checkbox', { name: 'Staff', exact: true }).check();
    await page.getByRole('checkbox', { name: 'View users' }).check();
    await button(page, 'Save and continue editing').click();
    await expectMessage(page, 'John Smith is saved.');
    const second = await secondWindow();
    await signInWithGivenPassword(second, { ...john, password: ownPhrase }, longPhrase);
    await expect(sidebar(second).getByRole('link')).toHaveText(['Start', 'Users', 'Authorized users']);
  });
});

test('Creating New Accounts for Administrators', async ({ page, secondWindow }) => {
  const second = await secondWindow();

  await test.step('1. Go to admin dashboard', async () => {
    await signInToWork(page, olga);
    await expect(page.getByRole('heading', { name: 'What needs attention' })).toBeVisible();
  });

  await test.step('2. Add a user by filling in the email, a password and then marking this user as superuser', async () => {
    await sidebar(page).getByRole('link', { name: 'Users', exact: true }).click();
    await page.getByRole('link', { name: 'Add User' }).click();
    await typeNewUser(page, john, longPhrase);
    await page.getByRole('checkbox', { name: 'Staff', exact: true }).check();
    await page.getByRole('checkbox', { name: 'Superuser' }).check();
    await button(page, 'Save').click();
    await expectMessage(page, 'John Smith was added.');
    await expect(cell(page, john.email)).toBeVisible();
  });

  await test.step('You can then update the user with the email and password combination you used', async () => {
    await signIn(second, { email: john.email, password: longPhrase });
    await expect(heading(second, 'Choose a password of your own')).toBeVisible();
  });

  await test.step('We recommend that you ask the user to reset their password after first login to a strong password', async () => {
    await fill(second, { 'The password you were given': longPhrase });
    await fill(second, { 'New password': 'Secret1!', 'New password again': 'Secret1!' });
    await button(second, 'Change password').click();
    await expect(second.getByText('Use at least 15 characters.')).toBeVisible();
    await fill(second, { 'New password': ownPhrase, 'New password again': ownPhrase });
    await button(second, 'Change password').click();
    await expect(greeting(second, john)).toBeVisible();
  });

  await test.step('they have the administrator dashboard, which had to be granted to them', async () => {
    await expect(sidebar(second).getByRole('link')).toHaveText([
      'Start',
      'Users',
      'Authorized users',
      'Categories & permissions',
      'Profile types',
      'Moderation',
      'Moderation settings',
      'Staff',
      'Groups',
      'Activity',
      'Settings',
    ]);
    await sidebar(second).getByRole('link', { name: 'Users', exact: true }).click();
    await expect(second.getByRole('link', { name: 'Add User' })).toBeVisible();
  });
});

test('Administrator Password Reset', async ({ page, secondWindow }) => {
  const newPassword = 'a lantern given over the counter';
  const second = await secondWindow();
  await addJohn(page);
  await signInWithGivenPassword(second, { ...john, password: ownPhrase }, longPhrase);

  await test.step('1. Navigate to the User under Users > Users', async () => {
    await openUser(page, john);
    await turnTo(page, 'Login & security');
  });

  await test.step('2. Select the text that says this form', async () => {
    await button(page, 'this form').click();
  });

  await test.step('3. Enter the new password twice', async () => {
    await fill(page, { 'New password': newPassword, 'New password again': `${newPassword}s` });
    await button(page, 'Save password').click();
    await expect(page.getByText('The two are not the same.')).toBeVisible();
    await fill(page, { 'New password again': newPassword });
  });

  await test.step('4. Finally click the Save password button', async () => {
    await button(page, 'Save password').click();
  });

  await test.step('ensure you have verified their identity', async () => {
    const asked = question(page, 'Set the password of John Smith?');
    await sayWhy(asked, { reason: 'Forgot it on holiday', verifiedBy: 'Called back at the number on file' });
    await button(asked, 'Save password').click();
    await expectMessage(page, 'The password of John Smith is saved.');
    await expect(page.getByText('Yes, at the next sign-in')).toBeVisible();
  });

  await test.step('the person is signed out, signs in with it and is made to change it', async () => {
    await expect(heading(second, 'Sign in')).toBeVisible();
    await signIn(second, { email: john.email, password: ownPhrase });
    await expect(second.getByText('That sign-in name and password do not go together.')).toBeVisible();
    await signInWithGivenPassword(second, { ...john, password: 'eleven swans on the frozen lake' }, newPassword);
    await expect(page.getByText('Yes, at the next sign-in')).toBeHidden();
  });
});

test('User Management: view, modify, delete, add, make user active or not, make user staff', async ({
  page,
  secondWindow,
}) => {
  const second = await secondWindow();
  const reason = 'Asked for by phone';
  const verifiedBy = 'Known in person';

  await test.step('add', async () => {
    await addJohn(page);
  });

  await test.step('view', async () => {
    await openUser(page, john);
    for (const part of ['Profiles', 'Login & security', 'Activity', 'Overview'] as const) await turnTo(page, part);
    await expect(field(page, 'E-mail')).toHaveValue(john.email);
  });

  await test.step('modify', async () => {
    await fill(page, { 'Phone (optional)': '+44 7700 900123', 'Notes (optional)': 'Prefers to be written to.' });
    await button(page, 'Save and continue editing').click();
    await expectMessage(page, 'John Smith is saved.');
    await turnTo(page, 'Activity');
    await page.getByRole('button', { name: 'changed an account: John Smith' }).click();
    await expect(page.getByRole('cell', { name: '+44 7700 900123' })).toBeVisible();
  });

  await test.step('make user active or not', async () => {
    await button(page, 'Deactivate').click();
    const asked = question(page, 'Deactivate John Smith?');
    await sayWhy(asked, { reason });
    await button(asked, 'Deactivate').click();
    await expectMessage(page, 'John Smith is deactivated.');
    await signIn(second, { email: john.email, password: longPhrase });
    await expect(second.getByText('This account is deactivated.')).toBeVisible();

    await button(page, 'Activate').click();
    await sayWhy(question(page, 'Activate John Smith?'), { reason });
    await button(question(page, 'Activate John Smith?'), 'Activate').click();
    await expectMessage(page, 'John Smith is active again.');
  });

  await test.step('make user staff', async () => {
    await turnTo(page, 'Overview');
    await page.getByRole('checkbox', { name: 'Staff', exact: true }).check();
    await button(page, 'Save').click();
    await expect(page.getByRole('row', { name: john.email }).getByText('Staff', { exact: true })).toBeVisible();
  });

  await test.step('delete', async () => {
    await cell(page, john.email).click();
    await button(page, 'Delete').click();
    const asked = question(page, 'Delete John Smith?');
    await sayWhy(asked, { reason, verifiedBy });
    await button(asked, 'Delete').click();
    await expectMessage(page, 'John Smith is in the trash until');
  });

  await test.step('Permanently deleting accounts', async () => {
    await button(page, 'Delete for good').click();
    const asked = question(page, 'Delete John Smith for good?');
    await fill(page, { 'E-mail of the account': john.email });
    await button(asked, 'Delete for good').click();
    await expectMessage(page, 'John Smith was deleted for good.');
    await expect(searchOfUsers(page)).toHaveValue(john.email);
    await expect(page.getByText('Nobody found')).toBeVisible();
  });
});

async function addJohn(page: Page): Promise<void> {
  await signInToWork(page, olga);
  await sidebar(page).getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByRole('link', { name: 'Add User' }).click();
  await typeNewUser(page, john, longPhrase);
  await button(page, 'Save').click();
  await expectMessage(page, 'John Smith was added.');
}
