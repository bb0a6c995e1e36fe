import { mira, nameOf, olga } from './support/people';
import { expect, test } from './support/seeded-test';
import { field, fill, heading, signInToWork } from './support/steps';
import { addByTheDoor, button, expectMessage, openUser, question, sayWhy } from './support/users-steps';

const _firstPassword = 'paper boats on a slow river';
const john = { givenName: 'Jöhn', familyName: 'Quillfeather', email: 'john.quillfeather@example.com' };
const why = { reason: 'Asked for at the counter', verifiedBy: 'Showed an identity document' };

test('two people edit one account: the second save is refused, and each field is decided', async ({
  page,
  secondWindow,
}) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await signInToWork(second, mira);
  await addByTheDoor(page, john);
  await openUser(page, john);
  await openUser(second, john);

  await fill(page, { 'Given name': 'Jonathan', 'Phone (optional)': '+44 7700 900111' });
  await fill(second, { 'Family name': 'Smythe', 'Phone (optional)': '+44 7700 900222' });
  await button(second, 'Save and continue editing').click();
  await expectMessage(second, 'Jöhn Smythe is saved.');
  await expect(page.getByText('Somebody else has saved this meanwhile.')).toBeVisible();

  await button(page, 'Save and continue editing').click();
  const comparison = page.getByRole('dialog', { name: /^Somebody else changed/ });
  const versions = (label: RegExp) => comparison.getByRole('radiogroup', { name: label });
  await expect(versions(/^Given name$/).getByRole('radio', { name: 'Yours Jonathan' })).toBeChecked();
  await expect(versions(/^Family name$/).getByRole('radio', { name: 'Theirs Smythe' })).toBeChecked();
  await button(comparison, 'Save what is chosen').click();
  await expect(comparison.getByText('You both changed some fields.')).toBeVisible();
  await versions(/^Phone/)
    .getByRole('radio', { name: 'Theirs' })
    .check();
  await button(comparison, 'Save what is chosen').click();
  await expectMessage(page, 'Jonathan Smythe is saved.');
  for (const window of [page, second]) {
    await expect(heading(window, 'Jonathan Smythe')).toBeVisible();
    await expect(field(window, 'Phone (optional)')).toHaveValue('+44 7700 900222');
  }
});

test('what others do to an account that is open is seen there, and nothing that was typed is lost', async ({
  page,
  secondWindow,
}) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await signInToWork(second, mira);
  await addByTheDoor(page, john);
  await openUser(page, john);
  await openUser(second, john);
  const name = nameOf(john);
  const notes = field(page, 'Notes (optional)');
  await notes.fill('Called twice today.');

  await test.step('deactivated', async () => {
    await button(second, 'Deactivate').click();
    await sayWhy(question(second, `Deactivate ${name}?`), { reason: why.reason });
    await button(question(second, `Deactivate ${name}?`), 'Deactivate').click();
    await expect(page.getByText('Somebody else has deactivated this account meanwhile.')).toBeVisible();
    await expect(notes).toHaveValue('Called twice today.');
  });

  await test.step('deleted', async () => {
    await button(second, 'Delete').click();
    await sayWhy(question(second, `Delete ${name}?`), why);
    await button(question(second, `Delete ${name}?`), 'Delete').click();
    await expect(page.getByText('Somebody else has put this account into the trash meanwhile.')).toBeVisible();
    await expect(notes).toHaveValue('Called twice today.');
    await expect(button(page, 'Save')).toBeHidden();
  });

  await test.step('restored, after which it can be saved', async () => {
    await button(page, 'Restore').click();
    await button(page.getByRole('alertdialog'), 'Restore').click();
    await expectMessage(page, `${name} is restored.`);
    await button(page, 'Save and continue editing').click();
    const comparison = page.getByRole('dialog', { name: /^Somebody else changed/ });
    await expect(
      comparison.getByRole('radiogroup', { name: 'Active' }).getByRole('radio', { checked: true }),
    ).toHaveValue('theirs');
    await button(comparison, 'Save what is chosen').click();
    await expectMessage(page, `${name} is saved.`);
    await expect(notes).toHaveValue('Called twice today.');
  });

  await test.step('deleted for good', async () => {
    await button(second, 'Delete').click();
    await sayWhy(question(second, `Delete ${name}?`), why);
    await button(question(second, `Delete ${name}?`), 'Delete').click();
    await button(second, 'Delete for good').click();
    await fill(second, { 'E-mail of the account': john.email });
    await button(question(second, `Delete ${name} for good?`), 'Delete for good').click();
    await expectMessage(second, `${name} was deleted for good.`);
    await expect(page.getByText('This record no longer exists. Go back to the list.')).toBeVisible();
    await expect(button(page, 'Restore')).toBeHidden();
  });
});
