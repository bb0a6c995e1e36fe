import { nameOf, olga } from './support/people';
import { expect, test } from './support/seeded-test';
import { field, fill, goTo, messages, sidebar, signIn, signInToWork } from './support/steps';
import {
  addByTheDoor,
  button,
  emailsOfUsers,
  expectMessage,
  openUser,
  question,
  sayWhy,
  signInWithGivenPassword,
  turnTo,
  typeNewUser,
} from './support/users-steps';

const firstPassword = 'paper boats on a slow river';
const john = { givenName: 'Jöhn', familyName: 'Quillfeather', email: 'john.quillfeather@example.com' };
const why = { reason: 'Asked for at the counter', verifiedBy: 'Showed an identity document' };

test('acts on somebody ask why, and each can be undone', async ({ page }) => {
  await signInToWork(page, olga);
  await addByTheDoor(page, john);
  await openUser(page, john);
  const name = nameOf(john);

  await test.step('deactivating needs a reason, and what was typed stays when it is put off', async () => {
    await button(page, 'Deactivate').click();
    const asked = question(page, `Deactivate ${name}?`);
    await button(asked, 'Deactivate').click();
    await expect(asked.getByText('This is needed.')).toBeVisible();
    await asked.getByRole('textbox', { name: 'Reason' }).fill('Many refused payments');
    await button(asked, 'Cancel').click();
    await button(page, 'Deactivate').click();
    await expect(asked.getByRole('textbox', { name: 'Reason' })).toHaveValue('Many refused payments');
    await button(asked, 'Deactivate').click();
    await expectMessage(page, `${name} is deactivated.`);
    await expect(button(page, 'Activate')).toBeVisible();
    await button(messages(page), 'Undo').click();
    await expect(button(page, 'Deactivate')).toBeVisible();
  });

  await test.step('a change of e-mail needs a verified identity, and keeps what was typed until then', async () => {
    await fill(page, { 'E-mail': 'j.quillfeather@example.com' });
    await button(page, 'Save and continue editing').click();
    const asked = question(page, `Change the e-mail of ${name}?`);
    await sayWhy(asked, { reason: why.reason });
    await button(asked, 'Save').click();
    await expect(asked.getByText('Make sure who asks for this, and say how you did.')).toBeVisible();
    await asked.getByRole('checkbox', { name: 'I have verified who is asking' }).check();
    await button(asked, 'Save').click();
    await expect(asked.getByText('This is needed.')).toBeVisible();
    await asked.getByRole('button', { name: 'Showed an identity document' }).click();
    await button(asked, 'Save').click();
    await expectMessage(page, `${name} is saved.`);
    await turnTo(page, 'Activity');
    await page
      .getByRole('button', { name: `changed an account: ${name}` })
      .first()
      .click();
    await expect(page.getByText(why.reason)).toBeVisible();
    await expect(page.getByText('Showed an identity document')).toBeVisible();
  });

  await test.step('deleting is undone at once', async () => {
    await button(page, 'Delete').click();
    const asked = question(page, `Delete ${name}?`);
    await sayWhy(asked, why);
    await button(asked, 'Delete').click();
    await expectMessage(page, `${name} is in the trash until`);
    await expect(page.getByText('This account is in the trash.')).toBeVisible();
    await button(messages(page).last(), 'Undo').click();
    await expect(button(page, 'Delete')).toBeVisible();
  });

  await test.step('or later, from the trash, where its e-mail stays taken', async () => {
    await button(page, 'Delete').click();
    await sayWhy(question(page, `Delete ${name}?`), why);
    await button(question(page, `Delete ${name}?`), 'Delete').click();
    await expect(button(page, 'Restore')).toBeVisible();
    await goTo(page, 'Users');
    await page.getByRole('link', { name: 'Add User' }).click();
    await typeNewUser(page, { ...john, email: 'J.Quillfeather@example.com' }, firstPassword);
    await button(page, 'Save').click();
    await expect(page.getByText('This e-mail belongs to an account in the trash.')).toBeVisible();
    await page.getByRole('link', { name: 'Look at the account in the trash' }).click();
    await button(page.getByRole('alertdialog'), 'Leave without saving').click();
    await expect(emailsOfUsers(page)).toHaveText(['j.quillfeather@example.com']);
    await emailsOfUsers(page).click();
    await button(page, 'Restore').click();
    await button(page.getByRole('alertdialog', { name: `Restore ${name}?` }), 'Restore').click();
    await expectMessage(page, `${name} is restored.`);
    await expect(field(page, 'E-mail')).toHaveValue('j.quillfeather@example.com');
  });

  await test.step('only deleting for good cannot be undone: the e-mail has to be typed', async () => {
    await button(page, 'Delete').click();
    await sayWhy(question(page, `Delete ${name}?`), why);
    await button(question(page, `Delete ${name}?`), 'Delete').click();
    await button(page, 'Delete for good').click();
    const asked = question(page, `Delete ${name} for good?`);
    await fill(page, { 'E-mail of the account': olga.email });
    await button(asked, 'Delete for good').click();
    await expect(asked.getByText('This is not the e-mail of the account.')).toBeVisible();
    await fill(page, { 'E-mail of the account': 'j.quillfeather@example.com' });
    await button(asked, 'Delete for good').click();
    await expectMessage(page, `${name} was deleted for good.`);
    await goTo(page, 'Activity');
    await expect(page.getByRole('list', { name: 'Changes' })).toContainText('deleted an account for good');
    await expect(page.getByRole('list', { name: 'Changes' })).not.toContainText(name);
  });

  await test.step('one cannot do it to oneself', async () => {
    await openUser(page, olga);
    await expect(page.getByText('This is your own account.')).toBeVisible();
    await expect(button(page, 'Deactivate')).toBeHidden();
    await expect(button(page, 'Delete')).toBeHidden();
    await expect(page.getByRole('checkbox', { name: 'Active' })).toBeDisabled();
  });
});

test('a one-time password lets in once; who tries too often is locked, which can be lifted', async ({
  page,
  secondWindow,
}) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await addByTheDoor(page, john);
  await openUser(page, john);
  await turnTo(page, 'Login & security');

  await button(page, 'Give a one-time password').click();
  const asked = question(page, `Give ${nameOf(john)} a one-time password?`);
  await sayWhy(asked, why);
  await button(asked, 'Give a one-time password').click();
  const shown = page.getByRole('dialog', { name: `One-time password for ${nameOf(john)}` });
  const oneTimePassword = await shown.getByRole('code').innerText();
  await button(shown, 'I have handed it over').click();
  await expect(shown).toBeHidden();

  await test.step('five wrong tries in another window lock the account', async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await signIn(second, { email: john.email, password: `guess number ${attempt}` });
      await expect(second.getByRole('alert')).toContainText('That sign-in name and password do not go together.');
      await expect(field(second, 'Password')).toHaveValue('');
    }
    await signIn(second, { email: john.email, password: oneTimePassword });
    await expect(second.getByRole('alert')).toContainText('Too many failed tries.');
    await expect(page.getByText('Locked', { exact: true }).first()).toBeVisible();
    await expect(button(page, 'Lift lock')).toBeVisible();
  });

  await test.step('the start page and the list know of it', async () => {
    await sidebar(page).getByRole('link', { name: 'Start' }).click();
    await page.getByRole('link', { name: /^1\s+Locked$/ }).click();
    await expect(emailsOfUsers(page)).toHaveText([john.email]);
    await expect(button(page, 'More filters')).toBeVisible();
    await emailsOfUsers(page).click();
    await turnTo(page, 'Login & security');
  });

  await button(page, 'Lift lock').click();
  await expectMessage(page, `${nameOf(john)} can sign in again at once.`);
  await second.reload();
  await signInWithGivenPassword(second, { ...john, password: 'nine lamps beside the quiet harbour' }, oneTimePassword);
  await expect(second.getByText('This is your account at')).toBeVisible();
  await expect(page.getByText('Must choose a password at the next sign-in')).toBeHidden();
});
