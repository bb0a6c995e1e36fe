import { ben, nameOf, olga } from './support/people';
import { fill, greeting, heading, messages, openStaffRecord, signIn, signInToWork } from './support/steps';
import { expect, test } from './support/test';

test.use({ beginsWith: 'office' });

test('somebody who is deactivated is signed out and kept out, until it is undone', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(second, ben);
  await signInToWork(page, olga);
  await openStaffRecord(page, ben);
  const question = page.getByRole('alertdialog', { name: `Deactivate ${nameOf(ben)}?` });
  const deactivate = page.getByRole('button', { name: 'Deactivate' });

  await deactivate.click();
  await expect(question.getByRole('button', { name: 'Cancel' }), 'the answer that takes nothing away').toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(deactivate).toBeFocused();

  await deactivate.click();
  await question.getByRole('button', { name: 'Deactivate' }).click();
  await expect(messages(page)).toContainText(`${nameOf(ben)} is deactivated.`);
  await expect(page.getByRole('button', { name: 'Activate' })).toBeVisible();
  await expect(heading(second, 'Sign in')).toBeVisible();
  await signIn(second, ben);
  await expect(second.getByText('This account is deactivated. Ask the office to activate it.')).toBeVisible();

  await messages(page).getByRole('button', { name: 'Undo' }).click();
  await expect(messages(page)).toContainText(`${nameOf(ben)} is active again.`);
  await expect(deactivate).toBeVisible();
  await signIn(second, ben);
  await expect(greeting(second, ben)).toBeVisible();
});

test('a one-time password is shown once, lets in once, and has to be changed', async ({ page, secondWindow }) => {
  const ownPassword = 'harvest pencil tunnel violin';
  const second = await secondWindow();
  await signInToWork(page, olga);
  await openStaffRecord(page, ben);

  await page.getByRole('button', { name: 'Give a one-time password' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Give a one-time password' }).click();
  const dialog = page.getByRole('dialog', { name: `One-time password for ${nameOf(ben)}` });
  const oneTimePassword = await dialog.getByRole('code').innerText();
  await page.keyboard.press('Escape');
  await expect(dialog, 'what is shown only once stays').toBeVisible();
  await dialog.getByRole('button', { name: 'I have handed it over' }).click();
  await expect(dialog).toBeHidden();
  expect(await page.content()).not.toContain(oneTimePassword);
  await expect(page.getByText('Must choose a password at the next sign-in')).toBeVisible();

  await signIn(second, ben);
  await expect(second.getByText('That sign-in name and password do not go together.')).toBeVisible();
  await signIn(second, { ...ben, password: oneTimePassword });
  await expect(heading(second, 'Choose a password of your own')).toBeVisible();

  await test.step('not even another address leads past the change', async () => {
    await second.goto(new URL('/staff', second.url()).href);
    await expect(heading(second, 'Choose a password of your own')).toBeVisible();
  });

  await test.step('neither the same password again nor a bad one will do', async () => {
    await fill(second, { 'The password you were given': oneTimePassword });
    await fill(second, { 'New password': ben.email, 'New password again': ben.email });
    await second.getByRole('button', { name: 'Change password' }).click();
    await expect(second.getByText('This password is easy to guess. Add a few unrelated words.')).toBeVisible();
    await fill(second, { 'New password': oneTimePassword, 'New password again': oneTimePassword });
    await second.getByRole('button', { name: 'Change password' }).click();
    await expect(second.getByText('Choose a password that is not the one you have now.')).toBeVisible();
  });

  await fill(second, { 'New password': ownPassword, 'New password again': ownPassword });
  await second.getByRole('button', { name: 'Change password' }).click();
  await expect(heading(second, 'Staff'), 'the address they had asked for').toBeVisible();
  await expect(page.getByText('Must choose a password at the next sign-in')).toBeHidden();
});
