import { mira, nameOf, olga } from './support/people';
import { field, fill, goTo, heading, messages, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { minutes, seconds } from './support/time';

test.use({ beginsWith: 'office' });

test('what gives somebody rights asks for the password when it was last entered over 5 minutes ago', async ({
  page,
  host,
}) => {
  const clerk = { givenName: 'Tomasz', familyName: 'Adeyemi', email: 'tomasz.adeyemi@example.com' };
  const question = page.getByRole('dialog', { name: 'Confirm that it is you' });
  const add = page.getByRole('button', { name: 'Add staff account' });

  await signInToWork(page, olga);
  await goTo(page, 'Staff');
  await page.getByRole('link', { name: 'Add staff' }).click();
  await fill(page, { 'Given name': clerk.givenName, 'Family name': clerk.familyName, 'E-mail': clerk.email });
  await fill(page, { Password: 'first lantern given by hand' });
  await page.getByRole('checkbox', { name: 'View activity' }).check();
  await host.advance(minutes(5) + seconds(1));

  await test.step('whoever declines keeps what they typed', async () => {
    await add.click();
    await expect(question).toBeVisible();
    await expect(field(page, 'Your password')).toBeFocused();
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(question).toBeHidden();
    await expect(heading(page, 'Add staff')).toBeVisible();
    await expect(field(page, 'Given name')).toHaveValue(clerk.givenName);
    await expect(field(page, 'Family name')).toHaveValue(clerk.familyName);
    await expect(field(page, 'E-mail')).toHaveValue(clerk.email);
    await expect(field(page, 'Password')).toHaveValue('first lantern given by hand');
    await expect(page.getByRole('checkbox', { name: 'View activity' })).toBeChecked();
    await expect(page.getByRole('alert')).toBeHidden();
    await expect(add).toBeFocused();
  });

  await test.step('a wrong password changes nothing', async () => {
    await add.click();
    await fill(page, { 'Your password': mira.password });
    await page.keyboard.press('Enter');
    await expect(page.getByText('That is not your password. Try again.')).toBeVisible();
    await expect(field(page, 'Your password')).toHaveValue('');
  });

  await test.step('the right one lets the act through', async () => {
    await fill(page, { 'Your password': olga.password });
    await question.getByRole('button', { name: 'Confirm' }).click();
    await expect(messages(page)).toContainText(`${nameOf(clerk)} was added.`);
    await expect(heading(page, nameOf(clerk))).toBeVisible();
  });

  await test.step('and is not asked for again soon', async () => {
    await host.advance(minutes(4));
    await fill(page, { 'Phone (optional)': '+49 30 1234567' });
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(messages(page)).toContainText(`${nameOf(clerk)} is saved.`);
    await expect(question).toBeHidden();
  });
});
