import type { Page } from '@playwright/test';
import { answerOf } from './support/door';
import { addAwaiting, countOf, entries, entryOf, expectCase, goToQueue, turnToPart } from './support/moderation-steps';
import { mira, nameOf, olga, type Person } from './support/people';
import {
  act,
  addSellerType,
  caseOf,
  decide,
  kim,
  letPeopleRegister,
  noor,
  registerByTheDoor,
  signInToWait,
} from './support/sign-up-steps';
import { fill, heading, messages, sidebar, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { letTimePass, minutes, seconds, takeTimeOf } from './support/time';
import { button, choose, expectMessage, openUser } from './support/users-steps';

test.use({ beginsWith: 'office' });

test('two people register; one is decided on and the next is there, and a decision is undone', async ({
  page,
  secondWindow,
}) => {
  await signInToWork(page, olga);
  await letPeopleRegister(page);
  const theirs = await secondWindow();
  await registerByTheDoor(theirs, kim);
  await registerByTheDoor(theirs, noor);
  await expect(sidebar(page).getByText('2 wait for a decision')).toBeAttached();

  await test.step('the queue, and the first case', async () => {
    await goToQueue(page);
    await expect(entries(page)).toHaveCount(2);
    await expect(page.getByText('No case is chosen')).toBeVisible();
    await entryOf(page, kim).click();
    await expectCase(page, kim);
    await expect(page).toHaveURL(/\/moderation\/[\w-]{22}$/);
  });

  await test.step('approved, by which the next one is shown', async () => {
    await act(page, 'Approve').click();
    await expectMessage(page, 'Kim Larsen is approved.');
    await expectCase(page, noor);
    await expect(entryOf(page, noor)).toBeFocused();
    await expect(entries(page)).toHaveCount(1);
    await expect(countOf(page, 'Waiting', 1)).toBeVisible();
    await expect(countOf(page, 'Decided', 1)).toBeVisible();
  });

  await test.step('undone, by which it is shown again', async () => {
    await messages(page).getByRole('button', { name: 'Undo' }).click();
    await expectMessage(page, 'Undone: Kim Larsen is as before.');
    await expectCase(page, kim);
    await expect(entries(page)).toHaveCount(2);
  });

  await test.step('rejected with a message, then the last one approved', async () => {
    await decide(page, 'Reject', {
      'Reason for the office': 'Nobody knows them',
      'Message to the person': 'No place for you, {given name}.',
    });
    await expectMessage(page, 'Kim Larsen is rejected.');
    await expectCase(page, noor);
    await act(page, 'Approve').click();
    await expect(page.getByText('Nobody is waiting')).toBeVisible();
    await expect(sidebar(page).getByText('for a decision')).toBeHidden();
  });

  await test.step('both are found among those decided, with who and why', async () => {
    await turnToPart(page, 'Decided');
    await expect(entries(page)).toHaveCount(2);
    await expect(entryOf(page, kim)).toContainText('by you');
    await entryOf(page, kim).click();
    await expect(page.getByText('No place for you, Kim.')).toBeVisible();
    await expect(page.getByText('Nobody knows them').first()).toBeVisible();
  });
});

test('what the queue is narrowed to stands in its address, and survives a way into an account and back', async ({
  page,
}) => {
  await signInToWork(page, olga);
  await addAwaiting(page, kim);
  await addAwaiting(page, { ...noor, email: 'noor@elsewhere.example' });
  await goToQueue(page);

  await page.getByRole('searchbox', { name: 'Search name, e-mail or phone' }).fill('larsen');
  await expect(entries(page)).toHaveCount(1);
  await expect(page).toHaveURL(/search=larsen/);
  await button(page, 'Clear filters').click();
  await expect(entries(page)).toHaveCount(2);

  await button(page, 'More filters').click();
  await page.getByRole('textbox', { name: 'Domain of the e-mail' }).fill('@Elsewhere.example');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'More filters' })).toBeHidden();
  await expect(page).toHaveURL(/domain=elsewhere\.example/);
  await expect(entries(page)).toHaveCount(1);
  await choose(page, 'Order', 'Newest first');
  await expect(page).toHaveURL(/order=reversed/);

  await entryOf(page, noor).click();
  await expectCase(page, noor);
  await page.reload();
  await expectCase(page, noor);
  await expect(entries(page)).toHaveCount(1);

  await page.getByRole('link', { name: 'Open the account' }).click();
  await expect(page.getByText('This account awaits approval: a moderator decides on it.')).toBeVisible();
  await page.goBack();
  await expectCase(page, noor);
  await expect(page).toHaveURL(/domain=elsewhere\.example/);

  await choose(page, 'Age', 'Waiting more than 1 day');
  await expect(page.getByText('Nobody found')).toBeVisible();
  await button(page, 'Clear filters').last().click();
  await expect(entries(page)).toHaveCount(2);
});

test('a case that a colleague has claimed is left to them, unless it is taken over; a claim lapses', async ({
  page,
  secondWindow,
  host,
}) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await signInToWork(second, mira);
  await letPeopleRegister(page, { claimMinutes: 1 });
  await addAwaiting(page, kim);
  await takeTimeOf(page);
  await goToQueue(page);
  await goToQueue(second);
  await entryOf(page, kim).click();
  await entryOf(second, kim).click();

  await act(second, 'Claim').click();
  await expect(entryOf(page, kim)).toContainText(`Claimed by ${nameOf(mira)}`);
  await expect(page.getByText(`${nameOf(mira)} is looking into this.`)).toBeVisible();
  await expect(act(page, 'Approve')).toBeDisabled();
  await page.bringToFront();
  await page.keyboard.press('a');
  await expect(entries(page)).toHaveCount(1);

  await act(page, 'Take over').click();
  await expect(entryOf(second, kim)).toContainText(`Claimed by ${nameOf(olga)}`);
  await expect(act(page, 'Approve')).toBeEnabled();
  await act(page, 'Release').click();
  await expect(entryOf(second, kim)).not.toContainText('Claimed');

  await act(second, 'Claim').click();
  await expect(act(page, 'Approve')).toBeDisabled();
  await letTimePass(host, seconds(61), page);
  await expect(act(page, 'Approve')).toBeEnabled();
});

test('of two who decide on one case, the second is told who was first', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await signInToWork(second, mira);
  await addAwaiting(page, kim);
  await addAwaiting(page, noor);
  await goToQueue(page);
  await entryOf(page, kim).click();
  await act(page, 'Reject').click();
  const panel = page.getByRole('form', { name: 'Reject Kim Larsen' });
  await panel.getByRole('textbox', { name: 'Message to the person' }).fill('Not now.');

  const { id, version } = await caseOf(second, kim);
  await answerOf(second, 'moderation.approve', { id, version, internalReason: '', templateId: null, message: '' });
  await expect(page.getByText(`Decided meanwhile by ${nameOf(mira)}.`)).toBeVisible();
  await expect(act(page, 'Reopen')).toBeVisible();

  await test.step('what was written stays until it is given up', async () => {
    await expect(panel.getByRole('textbox', { name: 'Message to the person' })).toHaveValue('Not now.');
    await expect(panel.getByText('This cannot be done with the case as it is now.')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Reject' })).toHaveAttribute('aria-disabled', 'true');
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await expect(panel).toBeHidden();
  });

  await test.step('also where both press their key at once', async () => {
    await turnToPart(page, 'Waiting');
    await goToQueue(second);
    for (const window of [page, second]) {
      await entryOf(window, noor).click();
      await expectCase(window, noor);
    }
    await Promise.all([page.keyboard.press('a'), second.keyboard.press('a')]);
    const told = (window: Page, by: Person) =>
      window.getByText(new RegExp(`${nameOf(by)} has decided on this already|Decided meanwhile by ${nameOf(by)}`));
    await expect.poll(async () => (await told(page, mira).count()) + (await told(second, olga).count())).toBe(1);
  });
});

test('a case that is sent anew meanwhile is shown anew before it can be decided, and nothing typed is lost', async ({
  page,
  secondWindow,
}) => {
  await signInToWork(page, olga);
  const seller = await addSellerType(page);
  await letPeopleRegister(page);
  const shop = seller.fields.find(({ label }) => label === 'Shop')?.id ?? '';
  const theirs = await secondWindow();
  await expect(heading(theirs, 'Sign in')).toBeVisible();
  await answerOf(theirs, 'registration.register', {
    ...kim,
    phone: '',
    message: '',
    typeId: seller.id,
    values: { [shop]: 'Larsen Shoes' },
  });
  await signInToWait(theirs, kim);

  await goToQueue(page);
  await entryOf(page, kim).click();
  await expect(page.getByText('Larsen Shoes')).toBeVisible();
  await act(page, 'Reject').click();
  const message = page.getByRole('textbox', { name: 'Message to the person' });
  await message.fill('We know no Larsen Shoes.');
  await page.getByRole('textbox', { name: 'Reason for the office' }).fill('No such shop');

  const { version } = await answerOf(theirs, 'signUp.mine', {});
  await answerOf(theirs, 'signUp.resubmit', {
    version,
    givenName: 'Kim',
    familyName: 'Larsen',
    phone: '',
    message: '',
    values: { [shop]: 'Larsen Lamps' },
  });
  await expect(page.getByText('The person has sent a new version meanwhile. This is it.')).toBeVisible();
  const changes = page.getByRole('region', { name: 'Changes since the last version' });
  await expect(changes).toContainText('Larsen Shoes');
  await expect(changes).toContainText('Larsen Lamps');

  await page.getByRole('form').getByRole('button', { name: 'Reject' }).click();
  await expect(page.getByText('and nothing was decided')).toBeVisible();
  await expect(message).toHaveValue('We know no Larsen Shoes.');
  await page.getByRole('form').getByRole('button', { name: 'Reject' }).click();
  await expectMessage(page, 'Kim Larsen is rejected.');
});

test('a message with a placeholder that nothing fills cannot be sent, and says which it is', async ({ page }) => {
  await signInToWork(page, olga);
  await addAwaiting(page, kim);
  await goToQueue(page);
  await entryOf(page, kim).click();
  await act(page, 'Approve with message').click();
  const panel = page.getByRole('form', { name: 'Approve Kim Larsen with a message' });
  const message = panel.getByRole('textbox', { name: 'Message to the person' });
  await message.fill('Dear {given name}, your number is {number}.');
  await expect(panel.getByText('Dear Kim, your number is {number}.')).toBeVisible();
  // Room for four lines.
  expect((await message.boundingBox())?.height).toBeGreaterThan(75);
  await expect(panel.getByRole('status')).toContainText('nothing fills {number}');
  await panel.getByRole('button', { name: 'Approve' }).click();
  await expect(message).toBeFocused();
  await expect(entries(page)).toHaveCount(1);
  await message.fill('Dear {given name}, welcome to {office}.');
  await expect(panel.getByRole('status')).toBeEmpty();
  await panel.getByRole('button', { name: 'Approve' }).click();
  await expectMessage(page, 'Kim Larsen is approved.');
});

test('a template is chosen, its text put in, and it is there again for the next case', async ({ page }) => {
  await signInToWork(page, olga);
  await addAwaiting(page, kim);
  await addAwaiting(page, noor);
  await goToQueue(page);
  await entryOf(page, kim).click();
  await act(page, 'Reject').click();
  const message = page.getByRole('textbox', { name: 'Message to the person' });
  await choose(page.getByRole('form'), 'Template', 'Could not be verified');
  await expect(message).toHaveValue(/We could not make sure/);
  await message.fill('In our own words.');
  await choose(page.getByRole('form'), 'Template', 'Has an account already');
  await expect(message).toHaveValue('In our own words.');
  await button(page, 'Put in the text of “Has an account already”').click();
  await expect(message).toHaveValue(/\{given name\}/);
  await page.getByRole('form').getByRole('button', { name: 'Reject' }).click();
  await expectCase(page, noor);
  await act(page, 'Reject').click();
  await expect(message).toHaveValue(/\{given name\}/);
  await expect(page.getByRole('combobox', { name: /^Template/ })).toHaveText('Has an account already');
});

test('a case is parked until a day, comes back by itself, and can be reopened once it is decided', async ({
  page,
  host,
}) => {
  await signInToWork(page, olga);
  await addAwaiting(page, kim);
  await goToQueue(page);
  await entryOf(page, kim).click();
  await act(page, 'Park').click();
  const panel = page.getByRole('form', { name: 'Park Kim Larsen' });
  await panel.getByRole('radio', { name: /^On a date/ }).check();
  await panel.getByRole('button', { name: 'Park' }).click();
  await expect(panel.getByText('Choose the day on which it comes back.')).toBeVisible();
  await panel.getByRole('radio', { name: /^Tomorrow/ }).check();
  await panel.getByRole('button', { name: 'Park' }).click();
  await expect(page.getByText('Nobody is waiting')).toBeVisible();
  await turnToPart(page, 'Parked');
  await expect(entryOf(page, kim)).toContainText('until');

  await host.advance(minutes(25 * 60));
  await fill(page, { 'Your password': olga.password });
  await button(page, 'Unlock').click();
  await turnToPart(page, 'Waiting');
  await entryOf(page, kim).click();
  await act(page, 'Approve').click();
  await turnToPart(page, 'Decided');
  await entryOf(page, kim).click();
  await act(page, 'Reopen').click();
  await page.getByRole('form').getByRole('button', { name: 'Reopen' }).click();
  await expectMessage(page, 'Kim Larsen waits again.');
  await expectCase(page, kim);
  await expect(act(page, 'Approve')).toBeVisible();
  await expect(countOf(page, 'Waiting', 1)).toBeVisible();
});

test('notes are added, and the likely duplicate is one step away', async ({ page }) => {
  await signInToWork(page, olga);
  await addAwaiting(page, { ...kim, phone: '+47 22 55 01 42' });
  await addAwaiting(page, { ...kim, email: 'kim.larsen@elsewhere.example', phone: '+47 22 55 01 42' });
  await goToQueue(page);
  await expect(entries(page).filter({ hasText: 'Duplicate?' })).not.toHaveCount(0);
  await entries(page).last().click();
  const duplicates = page.getByRole('region', { name: 'Likely duplicates' });
  await expect(duplicates).toContainText('same name and same phone');

  await page.getByRole('textbox', { name: 'Add a note' }).fill('Called; <b>both</b> are hers.');
  await button(page, 'Add note').click();
  const notes = page.getByRole('region', { name: 'Notes of the office' });
  await expect(notes.getByRole('listitem')).toContainText('Called; <b>both</b> are hers.');
  await expect(page.getByRole('textbox', { name: 'Add a note' })).toHaveValue('');
  await expect(page.getByRole('region', { name: 'History' })).toContainText('added a note to a sign-up');

  await duplicates.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kim Larsen' })).toBeVisible();
});

test('the record of an account that awaits approval leads to its case', async ({ page }) => {
  await signInToWork(page, olga);
  await addAwaiting(page, kim);
  await openUser(page, kim);
  await page.getByRole('link', { name: 'Open the case' }).click();
  await expectCase(page, kim);
  await act(page, 'Approve').click();
  await expect(page.getByText('Nobody is waiting')).toBeVisible();
});

test('ticked cases, and all that match, are decided at once', async ({ page }) => {
  await signInToWork(page, olga);
  await addAwaiting(page, kim);
  await addAwaiting(page, noor);
  await goToQueue(page);
  await page.getByRole('checkbox', { name: 'Tick Kim Larsen' }).check();
  await expect(page.getByText('1 ticked')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Tick all on this page' }).check();
  await expect(page.getByText('2 ticked')).toBeVisible();
  await button(page, 'Approve…').click();
  const dialog = page.getByRole('dialog', { name: 'Approve 2 sign-ups' });
  await dialog.getByRole('button', { name: 'Approve 2' }).click();
  await expect(page.getByText('Nobody is waiting')).toBeVisible();
  await expect(page.getByText('Approved 2 sign-ups')).toBeVisible();
});
