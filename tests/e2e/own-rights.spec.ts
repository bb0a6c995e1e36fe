import { mira, nameOf, olga } from './support/people';
import { goTo, greeting, heading, messages, openStaffRecord, sidebar, signInToWork } from './support/steps';
import { expect, test } from './support/test';

test.use({ beginsWith: 'office' });

test('whoever takes rights from themselves is asked first, and goes to where they still may be', async ({
  page,
  secondWindow,
}) => {
  await signInToWork(page, mira);
  await openStaffRecord(page, mira);
  await page.getByRole('checkbox', { name: 'Superuser' }).uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  const question = page.getByRole('alertdialog', { name: 'Take rights from yourself?' });
  await expect(question).toContainText('You cannot take it back');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('checkbox', { name: 'Superuser' })).not.toBeChecked();

  await page.getByRole('button', { name: 'Save' }).click();
  await question.getByRole('button', { name: 'Take them from me' }).click();
  await expect(greeting(page, mira)).toBeVisible();
  await expect(messages(page)).toContainText(`${nameOf(mira)} is saved.`);
  await expect(sidebar(page).getByRole('link')).toHaveText(['Start']);

  const second = await secondWindow();
  await signInToWork(second, olga);
  await goTo(second, 'Activity');
  await second.getByRole('tab', { name: 'Refused calls' }).click();
  await expect(second.getByText('Nothing was refused')).toBeVisible();
  await expect(heading(second, 'Activity')).toBeVisible();
});
