import { answerOf, refusalOf } from './support/door';
import { addDelegate, dana, signInAsDelegate } from './support/my-account-steps';
import { nameOf, officeName, olga } from './support/people';
import {
  act,
  addSellerType,
  caseOf,
  decide,
  kim,
  letPeopleRegister,
  noor,
  openCase,
  openRegistration,
  registerByTheDoor,
  sendAndSignIn,
  signInToWait,
  typeNewcomer,
  untilItTakesEffect,
  waitingTitle,
} from './support/sign-up-steps';
import { field, fill, goTo, greeting, heading, messages, signIn, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { letTimePass, minutes, seconds, takeTimeOf } from './support/time';
import { addByTheDoor, button, openUser, signInWithGivenPassword, turnTo, typeNewUser } from './support/users-steps';

test.use({ beginsWith: 'office', viewport: { width: 1024, height: 700 } });

const asksForChanges = `${officeName} asks you for changes`;
const sent = 'What you have sent';

test('somebody new is held back, asked for changes, corrects, is approved and gets in', async ({
  page,
  secondWindow,
  host,
}) => {
  await signInToWork(page, olga);
  await addSellerType(page);
  await letPeopleRegister(page);
  const theirs = await secondWindow();
  await takeTimeOf(theirs);

  await test.step('they register and see how it stands', async () => {
    await openRegistration(theirs);
    await expect(theirs.getByText(`A moderator of ${officeName} decides`)).toBeVisible();
    await typeNewcomer(theirs, kim);
    await button(theirs, 'Ask for an account').click();
    await expect(field(theirs, 'Shop')).toBeFocused();
    await fill(theirs, { Shop: 'Larsen Shoes', 'Message to the office (optional)': 'I sell shoes at the harbour.' });
    await sendAndSignIn(theirs, kim);
    await expect(heading(theirs, waitingTitle)).toBeVisible();
    await expect(theirs.getByText('I sell shoes at the harbour.')).toBeVisible();
    expect(await refusalOf(theirs, 'myAccount.overview', {})).toBe('AWAITING_APPROVAL');
  });

  await test.step('a moderator sees all of it and asks for changes', async () => {
    await openCase(page, kim);
    await expect(page.getByText('Larsen Shoes')).toBeVisible();
    await expect(page.getByText('I sell shoes at the harbour.')).toBeVisible();
    await decide(page, 'Request changes', { 'Message to the person': 'Dear {given name}, since when?' });
    await expect(heading(theirs, waitingTitle)).toBeVisible();
    await untilItTakesEffect(host, theirs);
    await expect(heading(theirs, asksForChanges)).toBeVisible();
    await expect(theirs.getByText('Dear Kim, since when?')).toBeVisible();
  });

  await test.step('they correct it and send it again', async () => {
    await button(theirs, 'Send again').click();
    await expect(theirs.getByText('Nothing was changed yet.')).toBeVisible();
    await fill(theirs, { 'Since (optional)': 'last summer' });
    await button(theirs, 'Send again').click();
    await expect(theirs.getByText('Type a date that exists')).toBeVisible();
    await expect(field(theirs, 'Since (optional)')).toBeFocused();
    await fill(theirs, { 'Since (optional)': '2020-06-01' });
    await button(theirs, 'Send again').click();
    await expect(heading(theirs, waitingTitle)).toBeVisible();
    await expect(theirs.getByRole('region', { name: sent })).toContainText('2020');
  });

  await test.step('the moderator sees what was changed, and approves', async () => {
    await openCase(page, kim);
    await expect(page.getByText(/\b2020\b/).first()).toBeVisible();
    await expect(page.getByText('2020-06-01')).toHaveCount(0);
    await decide(page, 'Approve with message', { 'Message to the person (optional)': 'Welcome, {given name}!' });
    await expect(messages(page)).toContainText('Kim Larsen is approved.');
    await expect(heading(theirs, waitingTitle)).toBeVisible();
    await untilItTakesEffect(host, theirs);
  });

  await test.step('they are let in, with the welcome of the office until they have read it', async () => {
    await expect(greeting(theirs, kim)).toBeVisible();
    await expect(theirs.getByText('Welcome, Kim!')).toBeVisible();
    await button(theirs, 'Dismiss: Approved').click();
    await expect(theirs.getByText('Welcome, Kim!')).toBeHidden();
    await expect(greeting(theirs, kim)).toBeFocused();
    await theirs.reload();
    await expect(greeting(theirs, kim)).toBeVisible();
    expect(await answerOf(theirs, 'messages.unread', {})).toEqual({ rows: [] });
  });
});

test('somebody who is rejected appeals once and is let in', async ({ page, secondWindow, host }) => {
  await signInToWork(page, olga);
  await letPeopleRegister(page);
  const theirs = await secondWindow();
  await takeTimeOf(theirs);
  await registerByTheDoor(theirs, noor);
  await signInToWait(theirs, noor);

  await test.step('rejected, with a reason for the office and a message for them', async () => {
    await openCase(page, noor);
    await decide(page, 'Reject', {
      'Reason for the office': 'Looks like the one of last week',
      'Message to the person': 'We cannot let you in, {given name}.',
    });
    await untilItTakesEffect(host, theirs);
    await expect(heading(theirs, 'Your account was not approved')).toBeVisible();
    await expect(theirs.getByText('We cannot let you in, Noor.')).toBeVisible();
    await expect(theirs.getByText('Looks like the one of last week')).toBeHidden();
    await expect(button(theirs, 'Correct it')).toBeHidden();
  });

  await test.step('they appeal, once', async () => {
    await button(theirs, 'Appeal').click();
    await expect(theirs.getByText('This is needed.')).toBeVisible();
    await fill(theirs, { 'Why the office should look at it again': 'That was somebody else.' });
    await button(theirs, 'Appeal').click();
    await expect(heading(theirs, 'Your appeal is being looked into')).toBeVisible();
    await expect(button(theirs, 'Appeal')).toBeHidden();
  });

  await test.step('the moderator reads the appeal and rejects again', async () => {
    await openCase(page, noor, 'Appeals');
    await expect(page.getByText('That was somebody else.')).toBeVisible();
    await decide(page, 'Reject', { 'Reason for the office': 'No proof', 'Message to the person': 'It stays so.' });
    await untilItTakesEffect(host, theirs);
    await expect(heading(theirs, 'Your account was not approved')).toBeVisible();
    await expect(theirs.getByText('You have appealed against this already')).toBeVisible();
    await expect(button(theirs, 'Appeal')).toBeHidden();
  });

  await test.step('until somebody thinks better of it', async () => {
    const { id, version } = await caseOf(page, noor);
    const { version: reopened } = await answerOf(page, 'moderation.reopen', { id, version, internalReason: '' });
    const words = { internalReason: '', templateId: null, message: '' };
    await answerOf(page, 'moderation.approve', { id, version: reopened, ...words });
    await untilItTakesEffect(host, theirs);
    await expect(greeting(theirs, noor)).toBeVisible();
  });
});

test('an e-mail that is in use gets the same answer, and nothing of its account is changed', async ({
  page,
  secondWindow,
}) => {
  await signInToWork(page, olga);
  await letPeopleRegister(page);
  const theirs = await secondWindow();
  await openRegistration(theirs);
  await typeNewcomer(theirs, { ...kim, email: olga.email.toUpperCase() });
  await button(theirs, 'Ask for an account').click();
  await expect(heading(theirs, 'Sent')).toBeVisible();
  await expect(theirs.getByText('was not in use here')).toBeVisible();
  await button(theirs, 'Go to sign-in').click();
  await fill(theirs, { Password: kim.password });
  await button(theirs, 'Sign in').click();
  await expect(theirs.getByText('do not go together')).toBeVisible();
  await signInToWork(theirs, olga);
  expect((await answerOf(page, 'moderation.counts', {})).waiting).toBe(0);
});

test('a flood of registrations has to wait, and is told for how long', async ({ page, secondWindow, host }) => {
  await signInToWork(page, olga);
  await letPeopleRegister(page);
  const theirs = await secondWindow();
  await takeTimeOf(theirs);
  for (const number of [1, 2, 3, 4, 5]) {
    await registerByTheDoor(theirs, { ...kim, email: `flood-${number}@newcomers.example` });
  }
  await openRegistration(theirs);
  await typeNewcomer(theirs, kim);
  await button(theirs, 'Ask for an account').click();
  await expect(theirs.getByText('Many people have registered just now. Try again in')).toBeVisible();
  await expect(field(theirs, 'E-mail')).toHaveValue(kim.email);
  await letTimePass(host, minutes(1), theirs);
  await expect(theirs.getByText('You can try again now.')).toBeVisible();
  await sendAndSignIn(theirs, kim);
  await expect(heading(theirs, waitingTitle)).toBeVisible();
});

test('the way to register comes and goes with the office’s policy, at windows that are open', async ({
  page,
  secondWindow,
}) => {
  await signInToWork(page, olga);
  const theirs = await secondWindow();
  await expect(heading(theirs, 'Sign in')).toBeVisible();
  await expect(button(theirs, 'Create an account')).toBeHidden();
  await letPeopleRegister(page);
  await openRegistration(theirs);
  await typeNewcomer(theirs, kim);
  await letPeopleRegister(page, { isRegistrationOpen: false });
  await expect(theirs.getByText('This office takes no registrations at the moment.')).toBeVisible();
  await button(theirs, 'Back to sign-in').click();
  await expect(button(theirs, 'Create an account')).toBeHidden();
});

test('without moderation whoever registers is let in at once', async ({ page, secondWindow }) => {
  await signInToWork(page, olga);
  await letPeopleRegister(page, { isOn: false });
  const theirs = await secondWindow();
  await openRegistration(theirs);
  await typeNewcomer(theirs, kim);
  await button(theirs, 'Back to sign-in').click();
  await button(theirs.getByRole('alertdialog'), 'Cancel').click();
  await expect(field(theirs, 'E-mail')).toHaveValue(kim.email);
  await theirs.getByRole('button', { name: 'Create an account' }).click();
  await expect(theirs.getByText('your account is ready')).toBeVisible();
  await button(theirs, 'Go to sign-in').click();
  await fill(theirs, { Password: kim.password });
  await button(theirs, 'Sign in').click();
  await expect(greeting(theirs, kim)).toBeVisible();
});

test('what is being corrected is not lost when the office is quicker', async ({ page, secondWindow, host }) => {
  await signInToWork(page, olga);
  await letPeopleRegister(page);
  const theirs = await secondWindow();
  await takeTimeOf(theirs);
  await registerByTheDoor(theirs, kim);
  await signInToWait(theirs, kim);
  await button(theirs, 'Correct it').click();
  await expect(field(theirs, 'Given name')).toBeFocused();
  await fill(theirs, { 'Message to the office (optional)': 'I forgot to say something.' });

  const { id, version } = await caseOf(page, kim);
  const words = { internalReason: '', templateId: null, message: 'Tell us more.' };
  await answerOf(page, 'moderation.requestChanges', { id, version, ...words });
  await button(theirs, 'Send again').click();
  await expect(theirs.getByText('The office is deciding on this at the moment.')).toBeVisible();
  await expect(field(theirs, 'Message to the office (optional)')).toHaveValue('I forgot to say something.');

  await untilItTakesEffect(host, theirs);
  await expect(heading(theirs, asksForChanges)).toBeVisible();
  await expect(field(theirs, 'Message to the office (optional)')).toHaveValue('I forgot to say something.');

  await test.step('nor is an appeal, when it is rejected and reopened meanwhile', async () => {
    const asked = await caseOf(page, kim);
    await answerOf(page, 'moderation.reject', { id, version: asked.version, ...words, internalReason: 'No proof' });
    await untilItTakesEffect(host, theirs);
    await expect(heading(theirs, 'Your account was not approved')).toBeVisible();
    await expect(button(theirs, 'Send again')).toHaveAccessibleDescription(/^The office has decided meanwhile/);
    await expect(field(theirs, 'Message to the office (optional)')).toHaveValue('I forgot to say something.');
    await fill(theirs, { 'Why the office should look at it again': 'I forgot.' });
    const rejected = await caseOf(page, kim);
    await answerOf(page, 'moderation.reopen', { id, version: rejected.version, internalReason: '' });
    await untilItTakesEffect(host, theirs);
    await expect(heading(theirs, waitingTitle)).toBeVisible();
    await expect(button(theirs, 'Appeal')).toHaveAccessibleDescription(/^There is nothing to appeal against/);
    await expect(field(theirs, 'Why the office should look at it again')).toHaveValue('I forgot.');
    await button(theirs, 'Discard').click();
  });

  await button(theirs, 'Send again').click();
  await expect(heading(theirs, waitingTitle)).toBeVisible();
  await expect(theirs.getByText('I forgot to say something.')).toBeVisible();
});

test('what is being corrected is there again after the window was locked, and gone for whoever comes next', async ({
  page,
  secondWindow,
  host,
}) => {
  await signInToWork(page, olga);
  await letPeopleRegister(page);
  const theirs = await secondWindow();
  await takeTimeOf(theirs);
  await registerByTheDoor(theirs, kim);
  await registerByTheDoor(theirs, noor);
  await signInToWait(theirs, kim);
  await button(theirs, 'Correct it').click();
  await fill(theirs, { 'Message to the office (optional)': 'Not yet said.' });
  await letTimePass(host, minutes(30), theirs);
  await expect(heading(theirs, 'Locked')).toBeVisible();
  await expect(theirs.getByText('Not yet said.')).toBeHidden();
  await fill(theirs, { 'Your password': kim.password });
  await button(theirs, 'Unlock').click();
  await expect(field(theirs, 'Message to the office (optional)')).toHaveValue('Not yet said.');
  await button(theirs, 'Sign out').click();
  await button(theirs.getByRole('alertdialog'), 'Leave without saving').click();
  await signInToWait(theirs, noor);
  await expect(field(theirs, 'Message to the office (optional)')).toBeHidden();
  await button(theirs, 'Correct it').click();
  await expect(field(theirs, 'Message to the office (optional)')).toHaveValue('');
});

test('staff can add somebody who needs approval', async ({ page, secondWindow, host }) => {
  await signInToWork(page, olga);
  await goTo(page, 'Users');
  await page.getByRole('link', { name: 'Add User' }).first().click();
  await typeNewUser(page, kim, 'first lantern given by hand');
  const tick = page.getByRole('checkbox', { name: 'Needs approval' });
  await tick.check();
  await page.getByRole('checkbox', { name: 'Staff', exact: true }).check();
  await expect(tick).toBeHidden();
  await page.getByRole('checkbox', { name: 'Staff', exact: true }).uncheck();
  await expect(tick).toBeChecked();
  await button(page, 'Save').click();
  await expect(messages(page)).toContainText('Kim Larsen was added.');

  const theirs = await secondWindow();
  await takeTimeOf(theirs);
  await signInToWait(theirs, { ...kim, password: 'first lantern given by hand' });
  await openCase(page, kim);
  await act(page, 'Approve').click();
  await expect(messages(page)).toContainText('Kim Larsen is approved.');
  await untilItTakesEffect(host, theirs);
  await expect(heading(theirs, 'Choose a password of your own')).toBeVisible();
});

test('whoever acts for an account that is held back learns no more than that', async ({ page, secondWindow, host }) => {
  await signInToWork(page, olga);
  await letPeopleRegister(page);
  const holders = await secondWindow();
  await registerByTheDoor(holders, kim);
  const waiting = await caseOf(page, kim);
  const words = { internalReason: '', templateId: null, message: '' };
  await answerOf(page, 'moderation.approve', { id: waiting.id, version: waiting.version, ...words });
  await host.advance(seconds(11));
  await signIn(holders, kim);
  await expect(greeting(holders, kim)).toBeVisible();
  await addDelegate(holders, dana, ['profiles.view']);
  const danas = await secondWindow();
  await signInAsDelegate(danas, dana);

  const approved = await caseOf(page, kim);
  await answerOf(page, 'moderation.reopen', { id: approved.id, version: approved.version, internalReason: '' });
  await expect(heading(holders, waitingTitle)).toBeVisible();
  await expect(heading(danas, 'The account is waiting for approval')).toBeVisible();
  await expect(danas.getByText(`has to approve the account of ${nameOf(kim)}`)).toBeVisible();
  await expect(danas.getByRole('button')).toHaveText(['Sign out']);
  expect(await refusalOf(danas, 'signUp.mine', {})).toBe('NOT_ALLOWED');
  await button(danas, 'Sign out').click();
  await expect(heading(danas, 'Sign in')).toBeVisible();
});

test('a profile that is added later can need approval of its own', async ({ page, secondWindow, host }) => {
  await signInToWork(page, olga);
  const seller = await addSellerType(page);
  const policies = await answerOf(page, 'moderationSettings.policies', {});
  await letPeopleRegister(page, { types: policies.types.map((type) => ({ ...type, needsApproval: true })) });
  await addByTheDoor(page, kim);
  await openUser(page, kim);
  await turnTo(page, 'Profiles');
  await button(page, 'Add profile').click();
  await fill(page, { Shop: 'Larsen Shoes' });
  await button(page, 'Add profile').click();
  const card = page.getByRole('region', { name: seller.name });
  await expect(card.getByText('Awaiting approval')).toBeVisible();
  const theirs = await secondWindow();
  await signInWithGivenPassword(theirs, kim, 'first lantern given by hand');
  await theirs.getByRole('link', { name: 'Account', exact: true }).click();
  await expect(theirs.getByRole('region', { name: seller.name }).getByText('Awaiting approval')).toBeVisible();

  const { id, version } = await caseOf(page, kim);
  await answerOf(page, 'moderation.reject', {
    ...{ id, version, internalReason: 'No shop', templateId: null, message: 'There is no such shop.' },
  });
  await expect(card.getByText('Rejected')).toBeVisible();
  await host.advance(seconds(11));
  await theirs.getByRole('link', { name: 'Main dashboard', exact: true }).click();
  await expect(theirs.getByText('There is no such shop.')).toBeVisible();
  await button(theirs, 'Dismiss: Not approved').click();
  await expect(theirs.getByText('There is no such shop.')).toBeHidden();
});
