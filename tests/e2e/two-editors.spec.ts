import { ben, mira, nameOf, olga } from './support/people';
import { field, fill, goTo, heading, messages, openStaffRecord, signInToWork } from './support/steps';
import { expect, test } from './support/test';

test.use({ beginsWith: 'office' });

test('two people edit one staff account: the second save is refused and nothing is lost', async ({
  page,
  secondWindow,
}) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await signInToWork(second, mira);
  await openStaffRecord(page, ben);
  await openStaffRecord(second, ben);

  await test.step('one saves while the other is still typing', async () => {
    await fill(page, { 'Given name': 'Benedict', 'Phone (optional)': '+49 30 111' });
    await page.getByRole('checkbox', { name: 'Manage groups' }).check();
    await fill(second, { 'Family name': 'Blum', 'Phone (optional)': '+49 30 222' });
    await second.getByRole('button', { name: 'Save' }).click();
    await expect(messages(second)).toContainText('Ben Blum is saved.');
  });

  await test.step('the other learns of it and keeps what they typed', async () => {
    await expect(page.getByRole('alert')).toContainText('Somebody else has saved this meanwhile.');
    await expect(field(page, 'Given name')).toHaveValue('Benedict');
    await expect(field(page, 'Family name')).toHaveValue(ben.familyName);
  });

  const comparison = page.getByRole('dialog', { name: /^Somebody else changed Ben/ });
  const theirsOrMine = (label: RegExp) => comparison.getByRole('radiogroup', { name: label });
  await test.step('their save is refused, and both versions are shown', async () => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(comparison).toBeVisible();
    await expect(theirsOrMine(/^Given name$/).getByRole('radio', { name: 'Yours Benedict' })).toBeChecked();
    await expect(theirsOrMine(/^Given name$/).getByRole('radio', { name: 'Theirs Ben' })).toBeVisible();
    await expect(theirsOrMine(/^Family name$/).getByRole('radio', { name: 'Theirs Blum' })).toBeChecked();
    await expect(theirsOrMine(/^Permissions$/).getByRole('radio', { name: /^Yours/ })).toBeChecked();
    await expect(theirsOrMine(/^Phone/)).toContainText('+49 30 111');
    await expect(theirsOrMine(/^Phone/)).toContainText('+49 30 222');
    await expect(theirsOrMine(/^Phone/).getByRole('radio', { checked: true })).toBeHidden();
  });

  await test.step('what both changed has to be decided', async () => {
    await comparison.getByRole('button', { name: 'Save what is chosen' }).click();
    await expect(comparison.getByRole('alert')).toHaveText(
      'You both changed some fields. Choose a version for each of them.',
    );
    await theirsOrMine(/^Phone/)
      .getByRole('radio', { name: 'Theirs' })
      .check();
    await comparison.getByRole('button', { name: 'Save what is chosen' }).click();
    await expect(messages(page)).toContainText('Benedict Blum is saved.');
    await expect(comparison).toBeHidden();
  });

  await test.step('both see what came of it', async () => {
    for (const window of [page, second]) {
      await expect(heading(window, 'Benedict Blum')).toBeVisible();
      await expect(field(window, 'Given name')).toHaveValue('Benedict');
      await expect(field(window, 'Family name')).toHaveValue('Blum');
      await expect(field(window, 'Phone (optional)')).toHaveValue('+49 30 222');
      await expect(window.getByRole('checkbox', { name: 'Manage groups' })).toBeChecked();
    }
  });

  await test.step('both versions stand in the activity', async () => {
    await goTo(page, 'Activity');
    const changes = page.getByRole('list', { name: 'Changes' }).getByRole('listitem');
    await expect(changes.nth(0)).toContainText(`${nameOf(olga)} changed a staff account: Benedict Blum`);
    await expect(changes.nth(1)).toContainText(`${nameOf(mira)} changed a staff account: Ben Blum`);
  });
});

test('whoever finds the version of the other better takes it', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await signInToWork(second, mira);
  await openStaffRecord(page, ben);
  await openStaffRecord(second, ben);
  await fill(page, { 'Phone (optional)': '+49 30 111' });
  await fill(second, { 'Phone (optional)': '+49 30 222' });
  await second.getByRole('button', { name: 'Save' }).click();

  await page.getByRole('button', { name: 'Compare' }).click();
  const comparison = page.getByRole('dialog');
  await comparison.getByRole('button', { name: 'Back to the form' }).click();
  await expect(field(page, 'Phone (optional)')).toHaveValue('+49 30 111');
  await page.getByRole('button', { name: 'Compare' }).click();
  await comparison.getByRole('radio', { name: 'Theirs' }).check();
  await comparison.getByRole('button', { name: 'Take their version' }).click();
  await expect(messages(page)).toContainText('Their version was kept.');
  await expect(field(page, 'Phone (optional)')).toHaveValue('+49 30 222');
});
