import type { Page } from '@playwright/test';
import { mira, nameOf, olga } from './support/people';
import { expect, test } from './support/seeded-test';
import { cell, field, fill, goTo, heading, messages, sidebar, signIn, signInToWork } from './support/steps';
import {
  addByTheDoor,
  button,
  choose,
  expectMessage,
  openUser,
  question,
  sayWhy,
  searchOfUsers,
  signInWithGivenPassword,
  turnTo,
  typeNewUser,
} from './support/users-steps';

const firstPassword = 'paper boats on a slow river';
const john = { givenName: 'Jöhn', familyName: 'Quillfeather', email: 'john.quillfeather@example.com' };
const why = { reason: 'Asked for at the counter', verifiedBy: 'Showed an identity document' };

test('somebody is found, opened and changed, and the list is there again as it was left', async ({ page }) => {
  await signInToWork(page, olga);
  await goTo(page, 'Users');
  const summary = page.getByRole('navigation', { name: 'Pages' }).getByRole('status');

  await test.step('a list of all comes with its exact number', async () => {
    await expectFullPage(page);
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
  const shown = await firstEmails(page);
  const email = shown[6] ?? '';
  const expectSameList = () => expect.poll(() => firstEmails(page)).toEqual(shown);

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
    expect(await firstEmails(page)).not.toEqual(shown);
  });

  await test.step('the search finds digits of a phone across all that stands between', async () => {
    await button(page, 'Clear filters').click();
    await searchOfUsers(page).fill('7880998877');
    await expect(emails(page)).toHaveText([email]);
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
    await expect(emails(page), typed).toHaveText([john.email]);
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
    await expect(nobody.or(emails(page).first())).toBeVisible();
  });

  await test.step('a thousand letters are cut off where they are typed, and refused in an address', async () => {
    await search.fill('y'.repeat(1000));
    await expect(search).toHaveValue('y'.repeat(200));
    await page.goto(new URL(`/users?search=${'y'.repeat(1000)}`, page.url()).href);
    await expect(heading(page, 'Users')).toBeVisible();
    await expect(page.getByText('There is no such list')).toBeVisible();
    await button(page, 'Clear filters').click();
    await expectFullPage(page);
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
    await expect(emails(page)).toHaveText(['li.wei@example.com']);
  });

  await test.step('two letters find a name of two letters', async () => {
    await searchOfUsers(page).fill('李伟');
    await expect(page).toHaveURL(/search=/);
    await searchOfUsers(page).fill('quillon ليلى');
    await expect(emails(page)).toHaveText(['layla.quillon@example.com']);
  });
});

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
    await expect(emails(page)).toHaveText(['j.quillfeather@example.com']);
    await emails(page).click();
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
    await expect(emails(page)).toHaveText([john.email]);
    await expect(button(page, 'More filters')).toBeVisible();
    await emails(page).click();
    await turnTo(page, 'Login & security');
  });

  await button(page, 'Lift lock').click();
  await expectMessage(page, `${nameOf(john)} can sign in again at once.`);
  await second.reload();
  await signInWithGivenPassword(second, { ...john, password: 'nine lamps beside the quiet harbour' }, oneTimePassword);
  await expect(second.getByText('You have no permissions yet')).toBeVisible();
  await expect(page.getByText('Must choose a password at the next sign-in')).toBeHidden();
});

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

function emails(page: Page) {
  return cell(page, '@');
}

/** The e-mails at the top of the list: of rows further down, only those near the window are drawn. */
async function firstEmails(page: Page): Promise<string[]> {
  return (await emails(page).allInnerTexts()).slice(0, 10);
}

async function expectFullPage(page: Page): Promise<void> {
  await expect(page.getByRole('grid', { name: 'Users' })).toHaveAttribute('aria-rowcount', '51');
}
