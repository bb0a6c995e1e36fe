import { addDelegate, anna, dana, takeOnHolder } from './support/my-account-steps';
import { olga } from './support/people';
import { chooseFromUserMenu, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { button } from './support/users-steps';

test.use({ beginsWith: 'office' });

test('where a row of a list goes away, the keyboard stays in the list', async ({ page, secondWindow }) => {
  const holder = await secondWindow();
  await signInToWork(page, olga);
  await takeOnHolder(page, holder, anna);
  for (const familyName of ['Abel', 'Baker', 'Cohen', 'Dunn']) {
    await addDelegate(holder, { ...dana, familyName, username: `dana.${familyName}` }, []);
  }
  await chooseFromUserMenu(holder, { ...olga, ...anna }, 'Authorized Users');
  const row = (familyName: string) => holder.getByRole('row').filter({ hasText: familyName });
  const name = (familyName: string) => row(familyName).getByRole('link');

  await row('Baker').getByRole('button', { name: 'Delete' }).click();
  await button(holder.getByRole('alertdialog'), 'Delete').click();
  await expect(row('Baker')).toBeHidden();
  await expect(name('Cohen')).toBeFocused();
  await holder.keyboard.press('ArrowDown');
  await expect(name('Dunn')).toBeFocused();

  await row('Dunn').getByRole('button', { name: 'Delete' }).focus();
  await holder.keyboard.press('Enter');
  await button(holder.getByRole('alertdialog'), 'Delete').focus();
  await holder.keyboard.press('Enter');
  await expect(row('Dunn')).toBeHidden();
  await expect(holder.getByRole('row').locator(':focus')).toHaveCount(1);
});
