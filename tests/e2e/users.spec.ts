import { olga } from './support/people';
import { expect, test } from './support/seeded-test';
import { cell, field, fill, goTo, heading, signInToWork } from './support/steps';
import {
  addByTheDoor,
  button,
  choose,
  emailsOfUsers,
  expectFullPageOfUsers,
  expectMessage,
  firstEmailsOfUsers,
  openUser,
  searchOfUsers,
  typeNewUser,
} from './support/users-steps';

const firstPassword = 'paper boats on a slow river';
const john = { givenName: 'Jöhn', familyName: 'Quillfeather', email: 'john.quillfeather@example.com' };
const _why = { reason: 'Asked for at the counter', verifiedBy: 'Showed an identity document' };

test('somebody is found, opened and changed, and the list is there again as it was left', async ({ page }) => {
  await signInToWork(page, olga);
  await goTo(page, 'Users');
  const summary = page.getByRole('navigation', { name: 'Pages' }).getByRole('status');

  await test.step('a list of all comes with its exact number', async () => {
    await expectFullPageOfUsers(page);
    await expect(summary).toHaveText(/^[\d,]+ users$/);
  });

  await test.step('filters, order, columns and page stand in the address', async () => {
    await page.getByRole('columnheader', { name: 'Created' }).click();
    await expect(page.getByRole('columnheader', { name: 'Created' })).toHaveAttribute('aria-sort', 'descending');
    await choose(page, 'Status', 'Active');
    await choose(page, 'Staff', 'Without staff');
    await button(page, 'Columns').click();
    const columns = page.getByRole('menu', { name: 'Columns' });
    await expect(columns.getByRole('menuitemcheckbox', { name: 'E-mail' })).toBeDisabled();
    await columns.getByRole('menuitemcheckbox', { name: 'Phone' }).click();
    await columns.getByRole('menuitemcheckbox', { name: 'Staff' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('columnheader', { name: 'Phone' })).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'Staff' })).toBeHidden();
    await button(page, 'Next').click();
    await expect(page).toHaveURL(/cursor=/);
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toEqual({
      sort: 'created',
      order: 'desc',
      status: 'active',
      staff: 'no',
      columns: 'email,name,status,profiles,lastSignIn,created,phone',
      cursor: expect.any(String),
    });
  });

  const address = page.url();
  await expect(button(page, 'Previous')).toBeEnabled();
  const shown = await firstEmailsOfUsers(page);
  const email = shown[6] ?? '';
  const expectSameList = () => expect.poll(() => firstEmailsOfUsers(page)).toEqual(shown);

  await test.step('a record is opened and changed, and saving leads back to its row', async () => {
    await cell(page, email).click();
    await expect(field(page, 'E-mail')).toHaveValue(email);
    await fill(page, { 'Phone (optional)': '+999 (0)7788-099 8877' });
    await button(page, 'Save').click();
    await expect(heading(page, 'Users')).toBeVisible();
    await expect(page).toHaveURL(address);
    await expectSameList();
    await expect(cell(page, email)).toBeFocused();
    await expect(page.getByRole('row', { name: email })).toContainText('+999 (0)7788-099 8877');
  });

  await test.step('so do the link above a record, the way back, and a reload', async () => {
    await cell(page, email).click();
    await page.getByRole('main').getByRole('link', { name: 'Users' }).click();
    await expectSameList();
    await cell(page, email).click();
    await expect(field(page, 'E-mail')).toHaveValue(email);
    await page.goBack();
    await expectSameList();
    await page.reload();
    await expectSameList();
    await expect(page).toHaveURL(address);
    await button(page, 'Previous').click();
    await expect(button(page, 'Previous')).toBeDisabled();
    expect(await firstEmailsOfUsers(page)).not.toEqual(shown);
  });

  await test.step('the search finds digits of a phone across all that stands between', async () => {
    await button(page, 'Clear filters').click();
    await searchOfUsers(page).fill('7880998877');
    await expect(emailsOfUsers(page)).toHaveText([email]);
    await expect(summary).toHaveText('1 user');
  });
});

test('whatever is typed into the search is text and nothing else', async ({ page }) => {
  await signInToWork(page, olga);
  await addByTheDoor(page, { ...john, familyName: 'AND "NEAR" (O*Neill) Quillfeather' });
  await goTo(page, 'Users');
  const search = searchOfUsers(page);
  const nobody = page.getByText('Nobody found');

  for (const typed of [
    'quill AND',
    '"NEAR" quill',
    'near( quillfeather',
    'O*Neill quill',
    'QÜILL and',
    'j quillfeather@',
  ]) {
    await search.fill(typed);
    await expect(emailsOfUsers(page), typed).toHaveText([john.email]);
  }
  for (const typed of ['quill NOT near', '"" OR ""qqzx', 'name_folded: quill', "' OR 'qqz'='qqz", 'x'.repeat(200)]) {
    await search.fill(typed);
    await expect(nobody, typed).toBeVisible();
    await search.fill('');
    await expect(nobody).toBeHidden();
  }

  await test.step('one letter finds whose names begin with it', async () => {
    await search.fill('q');
    await expect(page).toHaveURL(/search=q$/);
    await expect(nobody.or(emailsOfUsers(page).first())).toBeVisible();
  });

  await test.step('a thousand letters are cut off where they are typed, and refused in an address', async () => {
    await search.fill('y'.repeat(1000));
    await expect(search).toHaveValue('y'.repeat(200));
    await page.goto(new URL(`/users?search=${'y'.repeat(1000)}`, page.url()).href);
    await expect(heading(page, 'Users')).toBeVisible();
    await expect(page.getByText('There is no such list')).toBeVisible();
    await button(page, 'Clear filters').click();
    await expectFullPageOfUsers(page);
  });
});

test('somebody who may be there already is seen while they are added, and each way to save leads on', async ({
  page,
}) => {
  await signInToWork(page, olga);
  await addByTheDoor(page, { ...john, phone: '+49 (170) 555-01' });
  await goTo(page, 'Users');
  await page.getByRole('link', { name: 'Add User' }).click();

  await test.step('the same name without its accents, and the same phone, are likely the same person', async () => {
    await fill(page, { 'Given name': 'JOHN', 'Family name': 'Quillfeather' });
    const likely = page.getByRole('status').filter({ hasText: 'There is an account like this already' });
    await expect(likely).toContainText('(same name)');
    await fill(page, { 'Phone (optional)': '+49 170 55501' });
    await expect(likely).toContainText('(same name, same phone)');
    await likely.getByRole('button', { name: `Jöhn Quillfeather, ${john.email}` }).click();
    await expect(likely.getByRole('link', { name: 'Go to the account of Jöhn Quillfeather' })).toBeVisible();
    await expect(field(page, 'Given name')).toHaveValue('JOHN');
  });

  await test.step('an e-mail that differs only in case and accents is the same', async () => {
    await fill(page, { 'E-mail': 'JOHN.Quillfeather@Example.com', Password: firstPassword });
    await button(page, 'Save').click();
    await expect(page.getByText('This e-mail is already in use.')).toBeVisible();
    await expect(field(page, 'E-mail')).toBeFocused();
  });

  await test.step('what cannot be a phone or a name is refused in its field', async () => {
    await fill(page, { 'E-mail': 'layla.quillon@example.com', 'Phone (optional)': 'call me', 'Given name': 'ليلى' });
    await fill(page, { 'Family name': 'x'.repeat(300) });
    await expect(field(page, 'Family name')).toHaveValue('x'.repeat(100));
    await button(page, 'Save').click();
    await expect(page.getByText('A phone has digits in it, and no letters')).toBeVisible();
    await fill(page, { 'Phone (optional)': '', 'Family name': 'Quillon' });
  });

  await test.step('"Save and add another" begins an empty form', async () => {
    await button(page, 'Save and add another').click();
    await expectMessage(page, 'ليلى Quillon was added.');
    await expect(field(page, 'E-mail')).toBeFocused();
    for (const label of ['E-mail', 'Given name', 'Family name', 'Password']) {
      await expect(field(page, label)).toHaveValue('');
    }
  });

  await test.step('"Save and continue editing" leads to the record, and each of the three on from there', async () => {
    await typeNewUser(page, { givenName: '伟', familyName: '李', email: 'li.wei@example.com' }, firstPassword);
    await button(page, 'Save and continue editing').click();
    await expect(heading(page, '伟 李')).toBeVisible();
    await fill(page, { 'Notes (optional)': 'First note' });
    await button(page, 'Save and continue editing').click();
    await expectMessage(page, '伟 李 is saved.');
    await expect(field(page, 'Notes (optional)')).toHaveValue('First note');
    await fill(page, { 'Notes (optional)': 'Second note' });
    await button(page, 'Save and add another').click();
    await expect(heading(page, 'Add User')).toBeVisible();
    await openUser(page, { givenName: '伟', familyName: '李', email: 'li.wei@example.com' });
    await expect(field(page, 'Notes (optional)')).toHaveValue('Second note');
    await fill(page, { 'Notes (optional)': '' });
    await button(page, 'Save').click();
    await expect(emailsOfUsers(page)).toHaveText(['li.wei@example.com']);
  });

  await test.step('two letters find a name of two letters', async () => {
    await searchOfUsers(page).fill('李伟');
    await expect(page).toHaveURL(/search=/);
    await searchOfUsers(page).fill('quillon ليلى');
    await expect(emailsOfUsers(page)).toHaveText(['layla.quillon@example.com']);
  });
});
