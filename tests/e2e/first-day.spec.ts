import { refusalOf } from './support/door';
import { nameOf, officeName, olga, passphrase } from './support/people';
import {
  cell,
  chooseFromUserMenu,
  field,
  fill,
  goTo,
  greeting,
  heading,
  messages,
  openStaffRecord,
  sidebar,
  signIn,
} from './support/steps';
import { expect, test } from './support/test';

const clerk = {
  givenName: 'Tomasz',
  familyName: 'Adeyemi',
  email: 'tomasz.adeyemi@example.com',
  password: 'cinnamon ferry anvil meadow',
};
const firstPassword = 'first lantern given by hand';

test('an office is set up, and whom it takes on sees and may do only what they are given', async ({
  page,
  secondWindow,
}) => {
  await test.step('the office is set up', async () => {
    const next = page.getByRole('button', { name: 'Next' });
    await fill(page, { 'Name of the office': officeName });
    await next.click();
    await fill(page, { Passphrase: passphrase, 'Passphrase again': passphrase });
    await next.click();
    await fill(page, { 'Given name': olga.givenName, 'Family name': olga.familyName, 'E-mail': olga.email });
    await fill(page, { Password: olga.password, 'Password again': olga.password });
    await next.click();
    await expect(page.getByRole('checkbox', { name: 'Add sample data' })).not.toBeChecked();
    await page.getByRole('button', { name: 'Set up the office' }).click();
  });

  await test.step('the recovery code has to be kept before one can go on', async () => {
    await expect(heading(page, 'Recovery code')).toBeVisible();
    await expect(page.getByRole('code')).toHaveText(/^(\w+-)+\w+$/);
    await expect(page.getByRole('button', { name: 'Go to sign-in' })).toBeDisabled();
    await page.getByRole('checkbox', { name: 'I have printed or written down the code' }).check();
    await page.getByRole('button', { name: 'Go to sign-in' }).click();
  });

  await test.step('the superuser signs in and adds somebody who may only view staff', async () => {
    await expect(field(page, 'E-mail or username')).toHaveValue(olga.email);
    await signIn(page, olga);
    await expect(greeting(page, olga)).toBeVisible();
    await goTo(page, 'Staff');
    await page.getByRole('link', { name: 'Add staff' }).click();
    await fill(page, { 'Given name': clerk.givenName, 'Family name': clerk.familyName, 'E-mail': clerk.email });
    await fill(page, { Password: firstPassword });
    await page.getByRole('checkbox', { name: 'View staff' }).check();
    await page.getByRole('button', { name: 'Add staff account' }).click();
    await expect(messages(page)).toContainText(`${nameOf(clerk)} was added.`);
    await expect(heading(page, nameOf(clerk))).toBeVisible();
  });

  const second = await secondWindow();
  await test.step('in a second window they sign in and have to choose a password of their own', async () => {
    await signIn(second, { email: clerk.email, password: firstPassword });
    await expect(heading(second, 'Choose a password of your own')).toBeVisible();
    await fill(second, { 'The password you were given': firstPassword });
    await fill(second, { 'New password': clerk.password, 'New password again': clerk.password });
    await second.getByRole('button', { name: 'Change password' }).click();
    await expect(greeting(second, clerk)).toBeVisible();
  });

  await test.step('they are offered only what they may do', async () => {
    await expect(sidebar(second).getByRole('link')).toHaveText(['Start', 'Staff']);
    await second.getByRole('button', { name: 'Go to' }).click();
    const commands = second.getByRole('listbox', { name: 'Commands' }).getByRole('option');
    await expect(commands).toHaveText([
      'Start',
      'Staff',
      'My account',
      'My account: Authorized Users',
      'My account: Activity',
      'My account: Account',
      'My account: Add Authorized User',
      'Light theme',
      'Dark theme',
      'Theme of the system',
      'Change password',
      'Lock',
      'Sign out',
    ]);
    await second.keyboard.press('Escape');
    await goTo(second, 'Staff');
    await expect(cell(second, olga.email)).toBeVisible();
    await expect(second.getByRole('link', { name: 'Add staff' })).toBeHidden();
    await openStaffRecord(second, olga);
    await expect(second.getByRole('textbox')).toBeHidden();
    await expect(second.getByRole('button', { name: /Save|Deactivate|password/ })).toBeHidden();
  });

  await test.step('an address they may not see says so', async () => {
    for (const [path, title] of [
      ['/settings', 'Settings'],
      ['/groups', 'Groups'],
      ['/activity', 'Activity'],
    ] as const) {
      await second.goto(new URL(path, second.url()).href);
      await expect(heading(second, title)).toBeVisible();
      await expect(second.getByText('You do not have the permission for this')).toBeVisible();
    }
  });

  await test.step('what they call past the screens is refused', async () => {
    const newGroup = { name: 'Front desk', description: '', permissions: [] };
    const newStaff = { ...clerk, email: 'x@example.com', phone: '', isSuperuser: true, groups: [], permissions: [] };
    expect(await refusalOf(second, 'settings.get', {})).toBe('NOT_ALLOWED');
    expect(await refusalOf(second, 'groups.create', newGroup)).toBe('NOT_ALLOWED');
    expect(await refusalOf(second, 'staff.create', newStaff)).toBe('NOT_ALLOWED');
    expect(await refusalOf(second, 'activity.list', {})).toBe('NOT_ALLOWED');
    expect(await refusalOf(second, 'activity.list', {})).toBe('NOT_ALLOWED');
  });

  await test.step('the superuser sees what was refused, and to whom', async () => {
    await goTo(page, 'Activity');
    await page.getByRole('tab', { name: 'Refused calls' }).click();
    const refused = page.getByRole('list', { name: 'Refused calls' }).getByRole('listitem');
    for (const wanted of ['see the settings', 'add a group', 'add a staff account', 'see the activity']) {
      await expect(
        refused.filter({ hasText: `${nameOf(clerk)} was not allowed to ${wanted}` }),
        `the refusal to ${wanted}`,
      ).toContainText('They do not have the permission this needs.');
    }
  });

  await test.step('nothing of what was refused has happened', async () => {
    await goTo(page, 'Groups');
    await expect(page.getByText('No groups yet')).toBeVisible();
    await goTo(page, 'Staff');
    await expect(cell(page, '@example.com')).toHaveText([clerk.email, olga.email]);
    await chooseFromUserMenu(page, olga, 'Sign out');
    await expect(heading(page, 'Sign in')).toBeVisible();
  });
});
