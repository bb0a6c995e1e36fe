import { expectInSight, expectToFit } from './support/fit';
import { ben, nameOf, olga } from './support/people';
import { cell, chooseFromUserMenu, fill, heading, messages, sidebar, signInToWork } from './support/steps';
import { expect, test } from './support/test';

// The smallest window at 200 % zoom.
test.use({ beginsWith: 'office', viewport: { width: 512, height: 350 } });

test('a window at 200 % zoom can be worked in', async ({ page }) => {
  const sections = page.getByRole('button', { name: 'Open the sections' });
  const goToSection = async (name: string) => {
    await sections.click();
    await sidebar(page).getByRole('link', { name }).click();
    await expect(heading(page, name)).toBeVisible();
    await expect(sidebar(page)).toBeHidden();
  };

  await expectToFit(page);
  await signInToWork(page, olga);
  await expectToFit(page);
  await expectInSight(sections, page.getByRole('button', { name: `${nameOf(olga)}: menu` }));

  await test.step('the list and a record of staff', async () => {
    await goToSection('Staff');
    await page.getByRole('searchbox').fill('okaf');
    await expect(page).toHaveURL(/search=okaf$/);
    await expect(cell(page, 'Okafor, Ben')).toBeVisible();
    await expect(cell(page, 'Petrenko, Olga')).toBeHidden();
    await cell(page, 'Okafor, Ben').click();
    await expect(heading(page, nameOf(ben))).toBeVisible();
    await expectToFit(page);
    await fill(page, { 'Phone (optional)': '+49 30 111' });
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await expectInSight(save);
    await save.click();
    await expect(messages(page)).toContainText(`${nameOf(ben)} is saved.`);
    await page.getByRole('button', { name: 'Dismiss' }).click();
  });

  await test.step('the form for somebody new', async () => {
    await goToSection('Staff');
    await page.getByRole('link', { name: 'Add staff' }).click();
    await fill(page, { 'Given name': 'Tomasz', 'Family name': 'Adeyemi', 'E-mail': 'tomasz.adeyemi@example.com' });
    await fill(page, { Password: 'first lantern given by hand' });
    await page.getByRole('checkbox', { name: 'View staff' }).check();
    await expectToFit(page);
    await page.getByRole('button', { name: 'Add staff account' }).click();
    await expect(messages(page)).toContainText('Tomasz Adeyemi was added.');
    await page.getByRole('button', { name: 'Dismiss' }).click();
  });

  await test.step('groups, settings and activity', async () => {
    await goToSection('Groups');
    await expectToFit(page);
    await page.getByRole('link', { name: 'Add group' }).click();
    await expectToFit(page);
    await goToSection('Settings');
    await expect(page.getByRole('heading', { name: 'How the store is opened' })).toBeVisible();
    await expectToFit(page);
    await goToSection('Activity');
    await page.getByRole('button', { name: 'added a staff account: Tomasz Adeyemi' }).click();
    await expect(page.getByRole('columnheader', { name: 'Before' })).toBeVisible();
    await expectToFit(page);
  });

  await test.step('a question, and the end', async () => {
    await chooseFromUserMenu(page, olga, 'Change password');
    await expect(page.getByRole('dialog', { name: 'Change password' })).toBeVisible();
    await expectToFit(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Change password' }).scrollIntoViewIfNeeded();
    await expectInSight(page.getByRole('dialog').getByRole('button', { name: 'Change password' }));
    await page.getByRole('button', { name: 'Cancel' }).click();
    await chooseFromUserMenu(page, olga, 'Sign out');
    await expect(heading(page, 'Sign in')).toBeVisible();
  });
});
