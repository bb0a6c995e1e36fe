import type { Page } from '@playwright/test';
import { answerOf } from './support/door';
import { expectGoodScreen } from './support/good-screen';
import { mira, olga } from './support/people';
import {
  addSellerType,
  caseOf,
  kim,
  letPeopleRegister,
  noor,
  registerByTheDoor,
  signInToWait,
  waitingTitle,
} from './support/sign-up-steps';
import { field, fill, goTo, greeting, heading, messages, signIn, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { takeTimeOf } from './support/time';
import { button, choose, expectMessage } from './support/users-steps';

test.use({ beginsWith: 'office', viewport: { width: 1024, height: 700 } });

const screen = 'Moderation settings';
const registration = 'People can register';
const moderation = 'A moderator approves new people';
const patterns = 'E-mails and domains, one on each line';

const listed = (page: Page, name: string) => page.getByRole('list', { name, exact: true }).getByRole('listitem');
const tick = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });
const whoWaits = (page: Page) => page.getByRole('alertdialog', { name: 'What becomes of those who wait?' });

test('the policies are changed, each with its limits, and recorded', async ({ page }) => {
  await signInToWork(page, olga);
  await addSellerType(page);
  await goTo(page, screen);
  await tick(page, registration).check();
  await tick(page, 'Seller: needs a second moderator').check();
  await tick(page, 'Seller: offered at registration').uncheck();
  await page.getByRole('spinbutton', { name: 'Late after' }).fill('91');
  await button(page, 'Save').click();
  await expect(page.getByText('Use 90 or less.')).toBeVisible();
  await expect(page.getByRole('spinbutton', { name: 'Late after' })).toBeFocused();
  await page.getByRole('spinbutton', { name: 'Late after' }).fill('5');
  await button(page, 'Save').click();
  await expectMessage(page, 'The policies are saved.');
  const policies = await answerOf(page, 'moderationSettings.policies', {});
  expect(policies).toMatchObject({ isRegistrationOpen: true, isOn: true, reminderDays: 5 });
  expect(policies.types).toMatchObject([{ name: 'Seller', isOffered: false, needsSecondModerator: true }]);

  await goTo(page, 'Activity');
  await page.getByText('changed the policies of moderation').click();
  const changes = page.getByRole('table');
  await expect(changes.getByRole('row', { name: 'Late after' })).toContainText('5 days');
  await expect(changes.getByRole('row', { name: 'Need a second moderator' })).toContainText('Seller');
});

test('two who change the policies lose nothing of each other’s', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await signInToWork(second, mira);
  for (const window of [page, second]) await goTo(window, screen);
  await tick(page, registration).check();
  await second.getByRole('spinbutton', { name: 'A claim holds for' }).fill('45');
  await button(second, 'Save').click();
  await expectMessage(second, 'The policies are saved.');
  await expect(page.getByText('Somebody else has saved this meanwhile.')).toBeVisible();
  await button(page, 'Save').click();
  const comparison = page.getByRole('dialog', { name: 'Somebody else changed the policies' });
  await button(comparison, 'Save what is chosen').click();
  await expectMessage(page, 'The policies are saved.');
  expect(await answerOf(page, 'moderationSettings.policies', {})).toMatchObject({
    isRegistrationOpen: true,
    claimMinutes: 45,
  });
});

test('who switches moderation off says what becomes of those who wait', async ({ page, secondWindow }) => {
  await signInToWork(page, olga);
  await letPeopleRegister(page);
  const theirs = await secondWindow();
  await takeTimeOf(theirs);
  await registerByTheDoor(theirs, kim);
  await signInToWait(theirs, kim);
  await goTo(page, screen);
  await tick(page, moderation).uncheck();

  await test.step('thought over, nothing is changed', async () => {
    await button(page, 'Save').click();
    await expect(whoWaits(page)).toContainText('1 person asked to be let in');
    await expectGoodScreen(page);
    await page.keyboard.press('Escape');
    await expect(whoWaits(page)).toBeHidden();
    await expect(tick(page, moderation)).not.toBeChecked();
    expect((await answerOf(page, 'moderationSettings.policies', {})).isOn).toBe(true);
  });

  await test.step('kept, they go on waiting while others are let in', async () => {
    await button(page, 'Save').click();
    await button(whoWaits(page), 'Keep them waiting').click();
    await expectMessage(page, 'The policies are saved.');
    await expect(heading(theirs, waitingTitle)).toBeVisible();
    const others = await secondWindow();
    await registerByTheDoor(others, noor);
    await signIn(others, noor);
    await expect(greeting(others, noor)).toBeVisible();
  });

  await test.step('let in, they are let in', async () => {
    await tick(page, moderation).check();
    await button(page, 'Save').click();
    await expect(tick(page, moderation)).toBeChecked();
    await tick(page, moderation).uncheck();
    await button(page, 'Save').click();
    await button(whoWaits(page), 'Let them in').click();
    await expectMessage(page, 'Everybody who waits is being let in now.');
    await expect(greeting(theirs, kim)).toBeVisible();
  });
});

test('rules are added many at once, decide by themselves, and are deleted', async ({ page, secondWindow }) => {
  await signInToWork(page, olga);
  await letPeopleRegister(page);
  const theirs = await secondWindow();
  await registerByTheDoor(theirs, kim);
  await goTo(page, screen);
  await expect(page.getByText('No rules yet')).toBeVisible();
  await button(page, 'Add rules').click();

  await test.step('with a look at whom they mean, and at what can be no rule', async () => {
    await fill(page, { [patterns]: 'newcomers.example\n*\nexample.com' });
    const meaning = listed(page, 'Whom they mean');
    await expect(meaning.filter({ hasText: 'newcomers.example' })).toContainText('1 waiting, 1 account in all');
    await expect(meaning.filter({ hasText: 'would match far too many' })).toHaveCount(1);
    await expect(meaning.filter({ hasText: 'example.com' })).toContainText('0 waiting, 3 accounts in all');
    await button(page.getByRole('dialog'), 'Add rules').click();
    await expect(field(page, patterns)).toBeFocused();
    await expect(page.getByText('* would match far too many').first()).toBeVisible();
    expect((await answerOf(page, 'moderationSettings.rules', {})).rows).toEqual([]);
  });

  await test.step('and whoever waits already goes on waiting', async () => {
    await fill(page, { [patterns]: 'newcomers.example\n*.spam.example', 'Note (optional)': 'Known to us' });
    await page.getByRole('radio', { name: 'is approved at once' }).check();
    await button(page.getByRole('dialog'), 'Add rules').click();
    await expectMessage(page, '2 rules were added.');
    await expect(listed(page, 'Rules')).toHaveCount(2);
    await expect(listed(page, 'Rules').first()).toContainText('Known to us');
    await signInToWait(theirs, kim);
  });

  await test.step('somebody new is let in by a rule, which counts it', async () => {
    const others = await secondWindow();
    await registerByTheDoor(others, noor);
    await signIn(others, noor);
    await expect(greeting(others, noor)).toBeVisible();
    await expect(listed(page, 'Rules').filter({ hasText: 'newcomers.example' })).toContainText(
      'Has decided on 1 sign-up',
    );
    expect((await caseOf(page, noor)).decision).toMatchObject({ by: '', rule: '@newcomers.example' });
  });

  await test.step('a rule is not made twice, and can be deleted', async () => {
    await button(page, 'Add rules').click();
    await fill(page, { [patterns]: 'NEWCOMERS.example' });
    await button(page.getByRole('dialog'), 'Add rules').click();
    await expect(page.getByText('There is a rule for newcomers.example already.')).toBeVisible();
    await button(page, 'Cancel').click();
    await button(page.getByRole('alertdialog'), 'Leave without saving').click();
    await button(page, 'Delete the rule for newcomers.example').click();
    await button(page.getByRole('alertdialog', { name: 'Delete the rule for newcomers.example?' }), 'Delete').click();
    await expect(listed(page, 'Rules')).toHaveText([/^\*\.spam\.example/]);
    await expect(button(page, 'Add rules')).toBeFocused();
    await button(page, 'Delete the rule for *.spam.example').click();
    await button(page.getByRole('alertdialog'), 'Delete').click();
    await expect(page.getByText('No rules yet')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Rules', exact: true })).toBeFocused();
  });
});

test('templates are added with placeholders, changed and archived', async ({ page }) => {
  await signInToWork(page, olga);
  await addSellerType(page);
  await goTo(page, screen);
  const rejecting = 'Templates: rejecting';
  await expect(listed(page, rejecting).first()).toBeVisible();
  const before = await listed(page, rejecting).count();
  await button(page, 'Add template').click();

  await test.step('a placeholder is put where the cursor is', async () => {
    await fill(page, { Name: 'No such shop', Text: 'Dear ,\nthere is no shop .' });
    await field(page, 'Text').evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(5, 5));
    await page.getByRole('button', { name: /^\{given name\}/ }).click();
    await expect(field(page, 'Text')).toHaveValue('Dear {given name},\nthere is no shop .');
    await expect(field(page, 'Text')).toBeFocused();
    await page.keyboard.type('!');
    await expect(field(page, 'Text')).toHaveValue('Dear {given name}!,\nthere is no shop .');
  });

  await test.step('it is shown as somebody would read it, and what nothing fills is named', async () => {
    await fill(page, { Text: 'Dear {given name}, there is no {Shop} and no {shoe size}.' });
    const preview = page.getByRole('region', { name: 'As Kim Larsen would read it' });
    await expect(preview).toContainText('Dear Kim, there is no ‹Shop› and no {shoe size}.');
    await expect(preview).toContainText('No profile has a field for {shoe size}');
    await expectGoodScreen(page);
    await fill(page, { Text: 'Dear {given name, there is none.' });
    await button(page.getByRole('dialog'), 'Add template').click();
    await expect(page.getByText('Braces are for placeholders with a name')).toBeVisible();
    await expect(field(page, 'Text')).toBeFocused();
    await fill(page, { Text: 'Dear {given name}, there is none.' });
    await button(page.getByRole('dialog'), 'Add template').click();
    await expectMessage(page, 'The template No such shop was added.');
    await expect(listed(page, rejecting)).toHaveCount(before + 1);
  });

  await test.step('it is changed, and used for something else', async () => {
    await button(page, 'Edit No such shop').click();
    await choose(page.getByRole('dialog'), 'Used for', 'Asking for changes');
    await button(page.getByRole('dialog'), 'Save').click();
    await expectMessage(page, 'The template No such shop is saved.');
    await expect(listed(page, 'Templates: asking for changes').filter({ hasText: 'No such shop' })).toBeVisible();
  });

  await test.step('archived, moderators are not offered it, until it is taken out again', async () => {
    await button(page, 'Archive No such shop').click();
    await expectMessage(page, 'No such shop is archived.');
    const offered = async () => (await answerOf(page, 'moderation.templates', {})).rows.map(({ name }) => name);
    expect(await offered()).not.toContain('No such shop');
    await button(messages(page).last(), 'Undo').click();
    await expect(button(page, 'Archive No such shop')).toBeVisible();
    expect(await offered()).toContain('No such shop');
  });
});
