import type { Locator, Page } from '@playwright/test';
import { answerOf } from './support/door';
import { anna, takeOnHolder } from './support/my-account-steps';
import { nameOf, olga } from './support/people';
import { chooseFromUserMenu, field, fill, greeting, heading, sidebar, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import {
  button,
  choose,
  expectMessage,
  openUser,
  question,
  sayWhy,
  signInWithGivenPassword,
} from './support/users-steps';

// The document on adding and managing users for a client account, followed word by word: as the account holder, and as
// staff for somebody else's account. Each step has the words that stand there.
test.use({ beginsWith: 'office' });

const paul = { givenName: 'Paul', familyName: 'Adeyemi', email: 'paul.adeyemi@example.com' };
const rita = { givenName: 'Rita', familyName: 'Sørensen', email: 'rita.sorensen@example.com' };
const given = 'seventeen kites over the bay';
const own = 'nine lamps beside the quiet harbour';
const why = { reason: 'Asked for it by phone', verifiedBy: 'Called back at the number on file' };

/** Where the document is followed, and by whom. */
interface Side {
  readonly page: Page;
  /** To the list of the account's authorized users, in which each row has "Edit" and "Delete". */
  readonly openList: () => Promise<void>;
  /** What comes between the button and the deed. */
  readonly confirm: (title: string, action: string) => Promise<void>;
}

const row = (page: Page, person: typeof paul) => page.getByRole('row').filter({ hasText: person.email });
const panelOf = (page: Page) => page.getByRole('list', { name: 'Authorized Users' });

async function goToDashboard(page: Page): Promise<void> {
  await sidebar(page).getByRole('link', { name: 'Main dashboard' }).click();
  await expect(greeting(page, anna)).toBeVisible();
}

async function fillInDetails(page: Page, person: typeof paul): Promise<void> {
  await expect(page.getByRole('tab', { name: 'Details' })).toHaveAttribute('aria-selected', 'true');
  await fill(page, { 'Given name': person.givenName, 'Family name': person.familyName, 'E-mail': person.email });
}

async function fillInLogin(page: Page, username: string): Promise<void> {
  await page.getByRole('tab', { name: 'Login & Permissions' }).click();
  await page.getByRole('checkbox', { name: 'Enable Login' }).check();
  await fill(page, { Username: username, Password: given });
  await page.getByRole('textbox', { name: /^Recovery e-mail/ }).fill('recovery@example.com');
}

/** What is to be sent to the user, which is shown once. */
function handedOver(page: Page, person: typeof paul): Locator {
  return page.getByRole('dialog', { name: `One-time password for ${nameOf(person)}` });
}

async function takeHandOver(page: Page, person: typeof paul, username: string): Promise<void> {
  const dialog = handedOver(page, person);
  await expect(dialog).toContainText(username);
  await expect(dialog).toContainText(given);
  await button(dialog, 'I have handed it over').click();
  await expect(dialog).toBeHidden();
}

test('as the account holder', async ({ page, secondWindow }) => {
  const [ofStaff, third] = [page, await secondWindow()];
  const holder = await secondWindow();
  await signInToWork(ofStaff, olga);
  await answerOf(ofStaff, 'delegation.createCategory', { name: 'Accountants' });
  await takeOnHolder(ofStaff, holder, anna);
  const side: Side = {
    page: holder,
    openList: () => chooseFromUserMenu(holder, { ...olga, ...anna }, 'Authorized Users'),
    confirm: async (title, action) => button(holder.getByRole('alertdialog', { name: title }), action).click(),
  };

  await test.step('In the left sidebar, click "Add Authorized User" when on the main dashboard page', async () => {
    await goToDashboard(holder);
    await sidebar(holder).getByRole('link', { name: 'Add Authorized User' }).click();
    await expect(heading(holder, 'Add Authorized User')).toBeVisible();
  });

  await test.step('Fill in the details … Ensure to add their email address', async () => {
    await fill(holder, { 'Given name': paul.givenName, 'Family name': paul.familyName });
    await button(holder, 'Create Authorized User').click();
    await expect(holder.getByText('This is needed.')).toBeVisible();
    await expect(field(holder, 'E-mail')).toBeFocused();
    await fillInDetails(holder, paul);
  });

  await test.step('If you click the "Create Authorized User" button, the user … will only have the ability to contact us', async () => {
    await button(holder, 'Create Authorized User').click();
    await expectMessage(holder, `${nameOf(paul)} was added.`);
    await goToDashboard(holder);
    await expect(
      panelOf(holder)
        .getByRole('listitem')
        .filter({ hasText: nameOf(paul) }),
    ).toContainText('Contact only');
  });

  await test.step('Or, in the top right user drop-down, click "Authorized Users." In the left sidebar, click "Add Authorized User."', async () => {
    await side.openList();
    await expect(heading(holder, 'Authorized Users')).toBeVisible();
    await sidebar(holder).getByRole('link', { name: 'Add Authorized User' }).click();
  });

  await test.step('Granting log in privileges during the create user process', async () => {
    await fillInDetails(holder, rita);
    await fillInLogin(holder, 'rita.s');
    await holder.getByRole('checkbox', { name: 'View profiles' }).check();
    await holder.getByRole('checkbox', { name: 'View activity' }).check();
    await button(holder, 'Create Authorized User').click();
    await takeHandOver(holder, rita, 'rita.s');
    await signInWithGivenPassword(third, { email: 'rita.s', password: own }, given);
    await expect(third.getByRole('banner')).toContainText(`Acting for ${nameOf(anna)}`);
  });

  await test.step('To edit an authorized user, click their name from the Authorized User list on the main dashboard page', async () => {
    await goToDashboard(holder);
    await panelOf(holder)
      .getByRole('link', { name: nameOf(paul) })
      .click();
    await expect(heading(holder, nameOf(paul))).toBeVisible();
  });

  await test.step('or edit the user and grant access', async () => {
    await fillInLogin(holder, 'paul_a');
    await button(holder, 'Save Authorized User').click();
    await takeHandOver(holder, paul, 'paul_a');
  });

  await followCategoryAndRemoval(side, rita);
  await test.step('whoever was removed is signed out, with the reason', async () => {
    await expect(third.getByText('your login was switched off')).toBeVisible();
  });
});

test('as staff, for somebody else’s account', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await answerOf(page, 'delegation.createCategory', { name: 'Accountants' });
  await takeOnHolder(page, second, anna);
  await chooseFromUserMenu(second, { ...olga, ...anna }, 'Sign out');
  const side: Side = {
    page,
    async openList() {
      await openUser(page, anna);
      await page.getByRole('tab', { name: 'Authorized users' }).click();
    },
    async confirm(title, action) {
      const asked = question(page, title);
      await sayWhy(asked, why);
      await button(asked, action).click();
    },
  };

  await test.step('"Add Authorized User" on the account, and only the ability to be contacted', async () => {
    await side.openList();
    await page.getByRole('link', { name: 'Add Authorized User' }).first().click();
    await expect(heading(page, 'Add Authorized User')).toBeVisible();
    await fillInDetails(page, paul);
    await button(page, 'Create Authorized User').click();
    await side.confirm(`Add ${nameOf(paul)} for ${nameOf(anna)}?`, 'Create Authorized User');
    await expectMessage(page, `${nameOf(paul)} was added.`);
    await side.openList();
    await expect(row(page, paul)).toContainText('Contact only');
  });

  await test.step('Granting log in privileges during the create user process', async () => {
    await page.getByRole('link', { name: 'Add Authorized User' }).first().click();
    await fillInDetails(page, rita);
    await fillInLogin(page, 'rita.s');
    await page.getByRole('checkbox', { name: 'Manage authorized users' }).check();
    await button(page, 'Create Authorized User').click();
    await side.confirm(`Add ${nameOf(rita)} for ${nameOf(anna)}?`, 'Create Authorized User');
    await takeHandOver(page, rita, 'rita.s');
    await signInWithGivenPassword(second, { email: 'rita.s', password: own }, given);
    await expect(sidebar(second).getByRole('link', { name: 'Add Authorized User' })).toBeVisible();
  });

  await test.step('either click their name … and grant access', async () => {
    await side.openList();
    await row(page, paul).getByRole('link').first().click();
    await expect(heading(page, nameOf(paul))).toBeVisible();
    await fillInLogin(page, 'paul_a');
    await button(page, 'Save Authorized User').click();
    await side.confirm(`Save ${nameOf(paul)}?`, 'Save Authorized User');
    await takeHandOver(page, paul, 'paul_a');
  });

  await followCategoryAndRemoval(side, rita);
  await test.step('whoever was removed is signed out, with the reason', async () => {
    await expect(second.getByText('your login was switched off')).toBeVisible();
  });
});

/** The rest of the document, which is the same on both sides. */
async function followCategoryAndRemoval({ page, openList, confirm }: Side, person: typeof paul): Promise<void> {
  await test.step('in the Authorized Users page, click "Edit" to the far right of the user you want to edit', async () => {
    await openList();
    const edit = row(page, person).getByRole('button', { name: 'Edit' });
    await expectAtTheFarRight(page, edit, row(page, person));
    await edit.click();
    await expect(heading(page, nameOf(person))).toBeVisible();
  });

  await test.step('Click the "Additional Settings" tab and choose the category from the drop-down selection', async () => {
    await page.getByRole('tab', { name: 'Additional Settings' }).click();
    await choose(page, 'Category', 'Accountants');
    await button(page, 'Save Authorized User').click();
    await saySo(page, person);
    await openList();
    await expect(row(page, person)).toContainText('Accountants');
  });

  await test.step('To remove a user, click "Delete" to the far right of the user you want to remove', async () => {
    await row(page, person).getByRole('button', { name: 'Delete' }).click();
    await confirm(`Delete ${nameOf(person)}?`, 'Delete');
    await expectMessage(page, `${nameOf(person)} is in the trash`);
    await expect(row(page, person)).toBeHidden();
  });
}

/** Staff are asked why they change what is somebody else's; a holder is not. */
async function saySo(page: Page, person: typeof paul): Promise<void> {
  const asked = question(page, `Save ${nameOf(person)}?`);
  const saved = page.getByRole('region', { name: 'Messages' }).getByText(`${nameOf(person)} is saved.`);
  await expect(asked.or(saved).first()).toBeVisible();
  if (!(await asked.isVisible())) return;
  await sayWhy(asked, { reason: why.reason });
  await button(asked, 'Save Authorized User').click();
  await expect(saved).toBeVisible();
}

async function expectAtTheFarRight(page: Page, inner: Locator, outer: Locator): Promise<void> {
  const [box, around] = [await inner.boundingBox(), await outer.boundingBox()];
  if (!box || !around) throw new Error('It is not on the screen.');
  expect(box.x + box.width, 'at the far right').toBeGreaterThan(around.x + around.width * 0.8);
  expect(page.viewportSize()?.width).toBeGreaterThan(box.x);
}
