import type { DelegatePermission } from '../../src-shared/delegate-permissions';
import { answerOf, refusalOf } from './support/door';
import {
  addAsBoth,
  addDelegate,
  addShop,
  anna,
  changesOfDelegate,
  dana,
  goOverTo,
  goToOwn,
  profile,
  signInAsDelegate,
  takeOnHolder,
  typeShop,
} from './support/my-account-steps';
import { nameOf, olga } from './support/people';
import { chooseFromUserMenu, field, greeting, heading, messages, sidebar, signIn, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { button, signInWithGivenPassword } from './support/users-steps';

test.use({ beginsWith: 'office' });

interface Case {
  readonly ticked: readonly DelegatePermission[];
  readonly entries: readonly string[];
  readonly refused: readonly ('myAccount.profiles' | 'myAccount.activity' | 'myAuthorizedUsers.list')[];
}

const cases: readonly Case[] = [
  {
    ticked: [],
    entries: ['Main dashboard', 'Account'],
    refused: ['myAccount.profiles', 'myAccount.activity', 'myAuthorizedUsers.list'],
  },
  {
    ticked: ['profiles.view'],
    entries: ['Main dashboard', 'Account'],
    refused: ['myAccount.activity', 'myAuthorizedUsers.list'],
  },
  {
    ticked: ['profiles.edit'],
    entries: ['Main dashboard', 'Account'],
    refused: ['myAccount.activity', 'myAuthorizedUsers.list'],
  },
  {
    ticked: ['activity.view'],
    entries: ['Main dashboard', 'Activity', 'Account'],
    refused: ['myAccount.profiles', 'myAuthorizedUsers.list'],
  },
  {
    ticked: ['authorized-users.view'],
    entries: ['Main dashboard', 'Authorized Users', 'Account'],
    refused: ['myAccount.profiles', 'myAccount.activity'],
  },
  {
    ticked: ['authorized-users.manage'],
    entries: ['Main dashboard', 'Add Authorized User', 'Authorized Users', 'Account'],
    refused: ['myAccount.profiles', 'myAccount.activity'],
  },
];

for (const { ticked, entries, refused } of cases) {
  const what = ticked.join() || 'no permission';
  test(`a delegate with ${what} sees what that allows, and nothing else`, async ({ page, secondWindow }) => {
    const second = await secondWindow();
    await signInToWork(page, olga);
    await takeOnHolder(page, second, anna);
    await addShop(page, anna, 'Berg & Daughters');
    await addDelegate(second, dana, ticked);
    await chooseFromUserMenu(second, { ...olga, ...anna }, 'Sign out');
    await signInAsDelegate(second, dana);
    const has = (permission: DelegatePermission) => ticked.includes(permission);

    await test.step('the main dashboard', async () => {
      await expect(second.getByRole('banner')).toContainText(`Acting for ${nameOf(anna)}`);
      await expect(sidebar(second).getByRole('link')).toHaveText(entries);
      await expect(second.getByText(`You act for ${nameOf(anna)}.`)).toBeVisible();
      const panel = second.getByRole('region', { name: 'What you may do' });
      await expect(panel).toContainText(anna.email);
      if (ticked.length === 0) await expect(panel).toContainText('You have no permissions here yet');
      await expect(second.getByRole('region', { name: 'Recent activity' })).toBeVisible({
        visible: has('activity.view'),
      });
    });

    await test.step('the account', async () => {
      await goToOwn(second, 'Account');
      await expect(second.getByText(`It is not the password of ${nameOf(anna)}.`)).toBeVisible();
      const sees = has('profiles.view') || has('profiles.edit');
      await expect(profile(second, 'Seller')).toBeVisible({ visible: sees });
      await expect(button(second, 'Edit the profile Seller')).toBeVisible({ visible: has('profiles.edit') });
    });

    await test.step('addresses they may not see say so, and the main side refuses', async () => {
      const screens = { Activity: '/my-account/activity', 'Authorized Users': '/my-account/authorized-users' };
      for (const [label, path] of Object.entries(screens)) {
        if (entries.includes(label)) continue;
        await second.goto(new URL(path, second.url()).href);
        await expect(heading(second, label)).toBeVisible();
        await expect(second.getByText(`Ask ${nameOf(anna)} if you should have it.`)).toBeVisible();
      }
      for (const procedure of refused) expect(await refusalOf(second, procedure, {}), procedure).toBe('NOT_ALLOWED');
      expect(await refusalOf(second, 'accounts.list', {})).toBe('NOT_ALLOWED');
    });
  });
}

test('a delegate who may edit profiles does so in the holder’s name, and both see it', async ({
  page,
  secondWindow,
}) => {
  const [second, third] = [await secondWindow(), await secondWindow()];
  await signInToWork(page, olga);
  await takeOnHolder(page, second, anna);
  await addShop(page, anna, 'Berg & Daughters');
  await addDelegate(second, dana, ['profiles.edit']);
  await signInAsDelegate(third, dana);
  await goToOwn(second, 'Account');
  await goToOwn(third, 'Account');
  await button(third, 'Edit the profile Seller').click();
  await typeShop(third, 'Berg & Sons');
  await expect(messages(third)).toContainText('The profile Seller is saved.');
  await expect(profile(second, 'Seller')).toContainText('Berg & Sons');
  await goToOwn(second, 'Activity');
  const entries = second.getByRole('list', { name: 'Activity' }).getByRole('listitem');
  await expect(entries.first()).toContainText(`${nameOf(dana)} changed a profile`);
});

test('somebody with an account of their own goes over to another, and takes nothing along', async ({
  page,
  secondWindow,
}) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await takeOnHolder(page, second, anna);
  await addShop(page, anna, 'Berg & Daughters');
  await addAsBoth(page, second, dana, ['profiles.edit']);
  await chooseFromUserMenu(second, { ...olga, ...anna }, 'Sign out');
  await signInWithGivenPassword(second, dana, 'first lantern given by hand');

  await test.step('their own account comes first', async () => {
    await expect(second.getByRole('banner')).not.toContainText('Acting for');
    await goToOwn(second, 'Authorized Users');
    await second.getByRole('button', { name: `${nameOf(dana)}: menu` }).click();
    await expect(second.getByRole('menuitemradio', { name: nameOf(dana) })).toBeChecked();
    await second.keyboard.press('Escape');
  });

  await test.step('they go over, and begin at the first screen of the other', async () => {
    await goOverTo(second, dana, nameOf(anna));
    await expect(second.getByRole('banner')).toContainText(`Acting for ${nameOf(anna)}`);
    await expect(second).toHaveURL(/\/my-account$/);
    await expect(sidebar(second).getByRole('link')).toHaveText(['Main dashboard', 'Account']);
    await goToOwn(second, 'Account');
    await expect(profile(second, 'Seller')).toContainText('Berg & Daughters');
  });

  await test.step('what is typed and not saved is asked about, and then gone', async () => {
    await button(second, 'Edit the profile Seller').click();
    await field(second, 'Shop').fill('Half a name');
    await goOverTo(second, dana, nameOf(dana));
    await button(second.getByRole('alertdialog'), 'Cancel').click();
    await expect(field(second, 'Shop')).toHaveValue('Half a name');
    await goOverTo(second, dana, nameOf(dana));
    await button(second, 'Leave without saving').click();
    await expect(second.getByText('This is your account at')).toBeVisible();
    await expect(second.getByRole('banner')).not.toContainText('Acting for');
    await goToOwn(second, 'Account');
    await expect(profile(second, 'Seller')).toBeHidden();
  });

  await test.step('and back again, where nothing of it is left', async () => {
    await goOverTo(second, dana, nameOf(anna));
    await goToOwn(second, 'Account');
    await expect(profile(second, 'Seller')).toContainText('Berg & Daughters');
    await expect(field(second, 'Shop')).toBeHidden();
  });
});

test('a session that somebody else has ended says why', async ({ page, secondWindow }) => {
  const [second, third] = [await secondWindow(), await secondWindow()];
  await signInToWork(page, olga);
  await takeOnHolder(page, second, anna);
  const entry = await addDelegate(second, dana, ['activity.view']);
  await signInAsDelegate(third, dana);

  await test.step('when their permissions are changed', async () => {
    const delegate = await answerOf(second, 'myAuthorizedUsers.get', { id: entry.id });
    await answerOf(second, 'myAuthorizedUsers.update', changesOfDelegate(delegate, ['profiles.view']));
    await expect(third.getByText('You were signed out: what you may do was changed.')).toBeVisible();
    await third.reload();
    await expect(third.getByText('You were signed out: what you may do was changed.')).toBeVisible();
    await signIn(third, { email: dana.username.toUpperCase(), password: dana.password });
    await expect(greeting(third, dana)).toBeVisible();
    await expect(sidebar(third).getByRole('link')).toHaveText(['Main dashboard', 'Account']);
  });

  await test.step('when their login is switched off', async () => {
    const delegate = await answerOf(second, 'myAuthorizedUsers.get', { id: entry.id });
    const changes = { ...changesOfDelegate(delegate, ['profiles.view']), isLoginEnabled: false };
    const off = await answerOf(second, 'myAuthorizedUsers.update', changes);
    await expect(third.getByText('You were signed out: your login was switched off.')).toBeVisible();
    await signIn(third, { email: dana.username, password: dana.password });
    await expect(third.getByRole('alert')).toContainText('That sign-in name and password do not go together.');
    const password = 'seventeen kites over the bay';
    await answerOf(second, 'myAuthorizedUsers.update', {
      ...changes,
      version: off.version,
      isLoginEnabled: true,
      password,
    });
    await signInAsDelegate(third, { ...dana, password: 'eleven swans on the frozen lake' });
  });

  await test.step('when the account is deactivated', async () => {
    const { rows } = await answerOf(page, 'accounts.list', { search: anna.email });
    const account = await answerOf(page, 'accounts.get', { id: rows[0]?.id ?? '' });
    await answerOf(page, 'accounts.deactivate', {
      id: account.id,
      version: account.version,
      onBehalf: { reason: 'Asked for a pause', identityVerifiedBy: 'Known in person' },
    });
    await expect(third.getByText('the account you acted for was deactivated or deleted.')).toBeVisible();
    await expect(heading(second, 'Sign in')).toBeVisible();
  });
});
