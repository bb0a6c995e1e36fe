import { answerOf } from './support/door';
import { expectInSight, expectToFit } from './support/fit';
import { expectGoodScreen } from './support/good-screen';
import { expectFocusToBeSeen, tabTo, typeInto } from './support/keyboard';
import { addDelegate, dana, signInAsDelegate } from './support/my-account-steps';
import { olga } from './support/people';
import {
  addSellerType,
  caseOf,
  kim,
  letPeopleRegister,
  openRegistration,
  sendAndSignIn,
  typeNewcomer,
  untilItTakesEffect,
  waitingTitle,
} from './support/sign-up-steps';
import { field, fill, goTo, greeting, heading, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { seconds, takeTimeOf } from './support/time';
import { button, choose } from './support/users-steps';

// The smallest window that Steward is made for.
test.use({ beginsWith: 'office', viewport: { width: 1024, height: 700 } });

const noWords = { internalReason: '', templateId: null, message: '' };

test('the screens of somebody new are accessible', async ({ page, secondWindow, host }) => {
  await signInToWork(page, olga);
  await addSellerType(page);
  await answerOf(page, 'profiles.createType', { name: 'Buyer', color: 'blue', fields: [] });
  await letPeopleRegister(page);
  const theirs = await secondWindow();
  await takeTimeOf(theirs);

  await test.step('registering', async () => {
    await expect(button(theirs, 'Create an account')).toBeVisible();
    await expectGoodScreen(theirs);
    await openRegistration(theirs);
    await expectGoodScreen(theirs);
    await button(theirs, 'Ask for an account').click();
    await expect(theirs.getByText('This is needed.').first()).toBeVisible();
    await expectGoodScreen(theirs);
    await typeNewcomer(theirs, kim);
    await choose(theirs, 'What kind', 'Seller');
    await fill(theirs, { Shop: 'Larsen Shoes' });
    await expectGoodScreen(theirs);
    await button(theirs, 'Ask for an account').click();
    await expect(heading(theirs, 'Sent')).toBeFocused();
    await expectGoodScreen(theirs);
    await button(theirs, 'Go to sign-in').click();
    await fill(theirs, { Password: kim.password });
    await button(theirs, 'Sign in').click();
  });

  await test.step('waiting, and correcting what was sent', async () => {
    await expect(heading(theirs, waitingTitle)).toBeVisible();
    await expectGoodScreen(theirs);
    await button(theirs, 'Correct it').click();
    await expectGoodScreen(theirs);
  });

  await test.step('rejected, and appealing', async () => {
    const { id, version } = await caseOf(page, kim);
    const message = 'We cannot let you in at the moment.';
    await answerOf(page, 'moderation.reject', { ...noWords, id, version, internalReason: 'No shop', message });
    await untilItTakesEffect(host, theirs);
    await expect(heading(theirs, 'Your account was not approved')).toBeVisible();
    await expectGoodScreen(theirs);
    await fill(theirs, { 'Why the office should look at it again': 'There is a shop.' });
    await button(theirs, 'Appeal').click();
    await expect(heading(theirs, 'Your appeal is being looked into')).toBeVisible();
    await expectGoodScreen(theirs);
  });

  await test.step('let in', async () => {
    const { id, version } = await caseOf(page, kim);
    await answerOf(page, 'moderation.approve', { ...noWords, id, version, message: 'Welcome, {given name}!' });
    await untilItTakesEffect(host, theirs);
    await expect(theirs.getByText('Welcome, Kim!')).toBeVisible();
    await expectGoodScreen(theirs);
  });

  await test.step('and whoever acts for somebody who is held back', async () => {
    await addDelegate(theirs, dana, ['profiles.view']);
    const danas = await secondWindow();
    await signInAsDelegate(danas, dana);
    const { id, version } = await caseOf(page, kim);
    await answerOf(page, 'moderation.reopen', { id, version, internalReason: '' });
    await expect(heading(danas, 'The account is waiting for approval')).toBeVisible();
    await expectGoodScreen(danas);
  });
});

test('the settings of moderation are accessible', async ({ page }) => {
  await signInToWork(page, olga);
  await addSellerType(page);
  await goTo(page, 'Moderation settings');
  await expect(page.getByRole('checkbox', { name: 'Seller: offered at registration' })).toBeVisible();
  await expectGoodScreen(page);
  await button(page, 'Add rules').click();
  await fill(page, { 'E-mails and domains, one on each line': 'spam.example\n*' });
  await expect(page.getByText('would match far too many')).toBeVisible();
  await expectGoodScreen(page);
  await fill(page, { 'E-mails and domains, one on each line': 'spam.example', 'Note (optional)': 'Known for spam' });
  await button(page.getByRole('dialog'), 'Add rules').click();
  await expect(page.getByText('Known for spam')).toBeVisible();
  await expectGoodScreen(page);
});

test('somebody can register, wait, correct and get in by keyboard alone', async ({ page, secondWindow, host }) => {
  await signInToWork(page, olga);
  await addSellerType(page);
  await answerOf(page, 'profiles.createType', { name: 'Buyer', color: 'blue', fields: [] });
  await letPeopleRegister(page);
  const theirs = await secondWindow();
  await takeTimeOf(theirs);
  const { keyboard } = theirs;

  await test.step('registering', async () => {
    const way = button(theirs, 'Create an account');
    await expect(way).toBeVisible();
    await tabTo(way);
    await expectFocusToBeSeen(way);
    await keyboard.press('Enter');
    await typeInto(field(theirs, 'E-mail'), kim.email);
    await keyboard.press('Tab');
    await typeInto(field(theirs, 'Given name'), kim.givenName);
    await keyboard.press('Tab');
    await typeInto(field(theirs, 'Family name'), kim.familyName);
    await tabTo(field(theirs, 'Password'));
    await keyboard.type(kim.password);
    await tabTo(field(theirs, 'Password again'));
    await keyboard.type(kim.password);
    const kind = theirs.getByRole('combobox', { name: /^What kind of account/ });
    await tabTo(kind);
    await keyboard.press('Enter');
    await expect(theirs.getByRole('option', { name: 'Seller' })).toBeVisible();
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(kind).toHaveText('Seller');
    // What is still missing is where the keyboard is put.
    await keyboard.press('Tab');
    await tabTo(button(theirs, 'Ask for an account'));
    await keyboard.press('Enter');
    await typeInto(field(theirs, 'Shop'), 'Larsen Shoes');
    await keyboard.press('Enter');
    await expect(heading(theirs, 'Sent')).toBeFocused();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await typeInto(field(theirs, 'Password'), kim.password);
    await keyboard.press('Enter');
    await expect(heading(theirs, waitingTitle)).toBeFocused();
  });

  await test.step('correcting', async () => {
    await tabTo(button(theirs, 'Correct it'));
    await keyboard.press('Enter');
    await expect(field(theirs, 'Given name')).toBeFocused();
    await tabTo(field(theirs, 'Phone (optional)'));
    await keyboard.type('020 7946 0018');
    await keyboard.press('Enter');
    await expect(button(theirs, 'Correct it')).toBeFocused();
    await expect(theirs.getByText('020 7946 0018')).toBeVisible();
  });

  await test.step('getting in, and putting the welcome away', async () => {
    const { id, version } = await caseOf(page, kim);
    await answerOf(page, 'moderation.approve', { ...noWords, id, version, message: 'Welcome, {given name}!' });
    await untilItTakesEffect(host, theirs);
    await expect(greeting(theirs, kim)).toBeVisible();
    const dismiss = button(theirs, 'Dismiss: Approved');
    await tabTo(dismiss);
    await expectFocusToBeSeen(dismiss);
    await keyboard.press('Enter');
    await expect(theirs.getByText('Welcome, Kim!')).toBeHidden();
    await expect(greeting(theirs, kim)).toBeFocused();
  });
});

test.describe('at 200 % zoom', () => {
  test.use({ viewport: { width: 512, height: 350 } });

  test('somebody can register and wait, and the office can say how', async ({ page, secondWindow, host }) => {
    await signInToWork(page, olga);
    await addSellerType(page);
    await page.goto(new URL('/moderation-settings', page.url()).href);
    await page.getByRole('checkbox', { name: 'People can register' }).check();
    await expectToFit(page);
    await expectInSight(button(page, 'Save'));
    await button(page, 'Save').click();
    await button(page, 'Add template').click();
    await fill(page, { Name: 'Hello', Text: 'Hello {given name}' });
    await expectToFit(page);
    await expectInSight(button(page.getByRole('dialog'), 'Add template'));
    await button(page.getByRole('dialog'), 'Add template').click();
    await page.goto(new URL('/moderation/insight', page.url()).href);
    await expect(page.getByText('Waiting now')).toBeVisible();
    await expectToFit(page);

    const theirs = await secondWindow();
    await openRegistration(theirs);
    await typeNewcomer(theirs, kim);
    await fill(theirs, { Shop: 'Larsen Shoes' });
    await expectToFit(theirs);
    await sendAndSignIn(theirs, kim);
    await expect(heading(theirs, waitingTitle)).toBeVisible();
    await expectToFit(theirs);
    await button(theirs, 'Correct it').click();
    await expectToFit(theirs);
    const { id, version } = await caseOf(page, kim);
    await answerOf(page, 'moderation.approve', { ...noWords, id, version, message: 'Welcome, {given name}!' });
    await host.advance(seconds(11));
    await theirs.reload();
    await expect(theirs.getByText('Welcome, Kim!')).toBeVisible();
    await expectToFit(theirs);
  });
});
