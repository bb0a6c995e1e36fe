import type { Page } from '@playwright/test';
import type { StaffPermission } from '../../src-shared/permissions';
import { answerOf, refusalOf } from './support/door';
import { ben, nameOf, olga } from './support/people';
import { cell, field, goTo, heading, sidebar, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { addByTheDoor, button, openUser, signInWithGivenPassword, turnTo } from './support/users-steps';

test.use({ beginsWith: 'office' });

const kim = { givenName: 'Kim', familyName: 'Larsen', email: 'kim.larsen@example.com' };
const clerk = { givenName: 'Tomasz', familyName: 'Adeyemi', email: 'tomasz.adeyemi@example.com' };
const firstPassword = 'first lantern given by hand';

test('staff who may view users see everything and can change nothing', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await addByTheDoor(page, kim);
  const { id, version } = await takeOn(page, second, ['accounts.view']);

  await expect(sidebar(second).getByRole('link')).toHaveText(['Start', 'Users', 'Authorized users']);
  await expect(second.getByRole('heading', { name: 'What needs attention' })).toBeVisible();
  await openUser(second, kim);
  await expect(second.getByRole('main').getByRole('textbox')).toBeHidden();
  for (const part of ['Profiles', 'Login & security', 'Activity'] as const) await turnTo(second, part);
  for (const name of ['Deactivate', 'Delete', 'Save', 'Give a one-time password', 'this form', 'Add profile']) {
    await expect(button(second, name), name).toBeHidden();
  }
  await second.getByRole('main').getByRole('link', { name: 'Users' }).click();
  await expect(second.getByRole('link', { name: 'Add User' })).toBeHidden();
  await second.goto(new URL('/profile-types', second.url()).href);
  await expect(second.getByText('You do not have the permission for this')).toBeVisible();

  await test.step('what they call past the screens is refused', async () => {
    const chosen = { id, version };
    expect(await refusalOf(second, 'accounts.deactivate', chosen)).toBe('NOT_ALLOWED');
    expect(await refusalOf(second, 'accounts.delete', chosen)).toBe('NOT_ALLOWED');
    expect(await refusalOf(second, 'accounts.restore', chosen)).toBe('NOT_ALLOWED');
    expect(await refusalOf(second, 'accounts.purge', { ...chosen, typedEmail: kim.email })).toBe('NOT_ALLOWED');
    expect(await refusalOf(second, 'accounts.giveOneTimePassword', chosen)).toBe('NOT_ALLOWED');
    expect(await refusalOf(second, 'accounts.liftLock', { id })).toBe('NOT_ALLOWED');
    expect(await refusalOf(second, 'profiles.manageableTypes', {})).toBe('NOT_ALLOWED');
  });
});

test('staff who may manage users cannot rise by it, nor touch those who may do more', async ({
  page,
  secondWindow,
}) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await addByTheDoor(page, kim);
  await takeOn(page, second, ['accounts.view', 'accounts.manage']);

  await test.step('they change an account holder, and cannot make them staff', async () => {
    await openUser(second, kim);
    await expect(second.getByRole('checkbox', { name: 'Staff', exact: true })).toBeDisabled();
    await expect(second.getByText('You may not decide who is staff.')).toBeVisible();
    await field(second, 'Phone (optional)').fill('+44 7700 900123');
    await button(second, 'Save').click();
    await expect(cell(second, kim.email)).toBeVisible();
  });

  await test.step('a superuser is only to be looked at', async () => {
    await openUser(second, olga);
    await expect(second.getByText(`${nameOf(olga)} may do more than you.`)).toBeVisible();
    await expect(second.getByRole('main').getByRole('textbox')).toBeHidden();
    await expect(button(second, 'Deactivate')).toBeHidden();
  });

  await test.step('the same past the screens', async () => {
    const { rows } = await answerOf(second, 'accounts.list', {});
    const accountOf = async (email: string) => {
      const found = rows.find((row) => row.email === email);
      return answerOf(second, 'accounts.get', { id: found?.id ?? '' });
    };
    const { id, version } = await accountOf(olga.email);
    const onBehalf = { reason: 'Because', identityVerifiedBy: 'Known in person' };
    const newPassword = 'a lantern given over the counter';
    const chosen = { id, version, onBehalf };
    expect(await refusalOf(second, 'accounts.setPassword', { ...chosen, newPassword })).toBe('BEYOND_OWN_RIGHTS');
    expect(await refusalOf(second, 'accounts.delete', chosen)).toBe('BEYOND_OWN_RIGHTS');

    const holder = await accountOf(kim.email);
    const { email, givenName, familyName, phone, notes, isActive } = holder;
    const person = { id: holder.id, version: holder.version, email, givenName, familyName, phone, notes, isActive };
    const asStaff = { isStaff: true, isSuperuser: false, groups: [], permissions: ['accounts.view' as const] };
    expect(await refusalOf(second, 'accounts.update', { ...person, ...asStaff })).toBe('NOT_ALLOWED');
    const reasonless = { id: holder.id, version: holder.version, onBehalf: { ...onBehalf, reason: '' } };
    expect(await refusalOf(second, 'accounts.delete', reasonless)).toBe('INPUT_INVALID');
    const unverified = { ...reasonless, onBehalf: { reason: 'Because', identityVerifiedBy: null } };
    expect(await refusalOf(second, 'accounts.delete', unverified)).toBe('IDENTITY_NOT_VERIFIED');
  });
});

test('staff without any right on users neither see nor reach them', async ({ page }) => {
  await signInToWork(page, ben);
  await expect(sidebar(page).getByRole('link')).toHaveText(['Start', 'Staff']);
  await expect(page.getByRole('heading', { name: 'What needs attention' })).toBeHidden();
  for (const [path, title] of [
    ['/users', 'Users'],
    ['/users/new', 'Users'],
    ['/profile-types', 'Profile types'],
  ] as const) {
    await page.goto(new URL(path, page.url()).href);
    await expect(heading(page, title)).toBeVisible();
    await expect(page.getByText('You do not have the permission for this')).toBeVisible();
  }
  expect(await refusalOf(page, 'accounts.list', {})).toBe('NOT_ALLOWED');
  expect(await refusalOf(page, 'accounts.total', {})).toBe('NOT_ALLOWED');
  expect(await refusalOf(page, 'dashboard.get', {})).toBe('NOT_ALLOWED');
  expect(await refusalOf(page, 'profiles.types', {})).toBe('NOT_ALLOWED');
  await goTo(page, 'Staff');
});

/** Somebody with just these permissions, who signs in at the other window. @returns the account of Kim */
async function takeOn(page: Page, second: Page, permissions: StaffPermission[]) {
  await answerOf(page, 'staff.create', {
    ...clerk,
    phone: '',
    isSuperuser: false,
    groups: [],
    permissions,
    password: firstPassword,
  });
  await signInWithGivenPassword(second, { ...clerk, password: 'cinnamon ferry anvil meadow' }, firstPassword);
  const { rows } = await answerOf(page, 'accounts.list', { search: kim.email });
  return answerOf(page, 'accounts.get', { id: rows[0]?.id ?? '' });
}
