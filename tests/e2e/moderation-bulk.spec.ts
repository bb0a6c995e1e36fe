import type { Locator, Page } from '@playwright/test';
import { answerOf } from './support/door';
import { expectGoodScreen } from './support/good-screen';
import { tabTo } from './support/keyboard';
import { mira, nameOf, olga } from './support/people';
import { caseOf, kim, letPeopleRegister, noor, openCase, registerByTheDoor } from './support/sign-up-steps';
import { field, goTo, heading, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { button, choose } from './support/users-steps';

test.use({ beginsWith: 'office', viewport: { width: 1024, height: 700 } });

const flood = Array.from({ length: 6 }, (_, index) => ({
  givenName: 'Flo',
  familyName: `Number ${index + 1}`,
  email: `flo-${index + 1}@flood.example`,
}));

/** Whoever is added with the tick waits like whoever has registered, without a limit of how many in a minute. */
async function addFlood(ofStaff: Page): Promise<void> {
  for (const person of flood) {
    await answerOf(ofStaff, 'accounts.create', {
      ...person,
      ...{ phone: '', notes: '', password: 'first lantern given by hand', needsApproval: true },
      ...{ isActive: true, isStaff: false, isSuperuser: false, groups: [], permissions: [] },
    });
  }
}

const dialog = (page: Page) => page.getByRole('dialog');
const progress = (page: Page): Locator => page.getByRole('region', { name: 'Bulk decisions' });
const counts = (page: Page) => answerOf(page, 'moderation.counts', {});

test('many are rejected by ticks, which says what it leaves out and why, and is undone', async ({
  page,
  secondWindow,
}) => {
  await signInToWork(page, olga);
  await addFlood(page);
  const second = await secondWindow();
  await signInToWork(second, mira);
  const [first] = flood;
  if (!first) throw new Error('There is a first.');
  const { id } = await caseOf(second, first);
  await answerOf(second, 'moderation.claim', { id });
  await goTo(page, 'Moderation');
  await page.getByRole('checkbox', { name: 'Tick all on this page' }).check();
  await button(page, 'Reject…').click();

  await test.step('it says beforehand what it will do', async () => {
    await expect(dialog(page)).toContainText('5 sign-ups will be rejected.');
    await expect(dialog(page)).toContainText('1 claimed by a colleague');
    await expectGoodScreen(page);
    await button(dialog(page), 'Reject 5').click();
    await expect(dialog(page)).toContainText('Give a reason');
    await expect(field(page, 'Reason for the office')).toBeFocused();
    await choose(dialog(page), 'Template', 'Could not be verified');
    await expect(field(page, 'Message to each person (optional)')).toHaveValue(/\{given name\}/);
    await expect(dialog(page)).toContainText('Filled for each person: {given name}, {office}.');
    await button(dialog(page), 'Reject 5').click();
  });

  await test.step('and afterwards what it has done', async () => {
    await expect(progress(page)).toContainText('Rejected 5 sign-ups');
    await expect(progress(page)).toContainText('1 left out');
    expect(await counts(page)).toMatchObject({ waiting: 1, decided: 5 });
    await expectGoodScreen(page);
    await button(progress(page), 'Report: Rejected 5 sign-ups').click();
    const report = page.getByRole('dialog', { name: 'Rejected 5 sign-ups: what was not done' });
    await expect(report.getByRole('listitem')).toHaveText([
      /Flo Number 1, flo-1@flood.example.*claimed by a colleague/,
    ]);
    await expectGoodScreen(page);
    await button(report, 'Close').click();
    // The other moderator sees it too.
    await goTo(second, 'Moderation');
    await expect(progress(second)).toContainText('Rejected 5 sign-ups');
  });

  await test.step('it is undone but for what a colleague has touched since', async () => {
    const [, other] = flood;
    if (!other) throw new Error('There is another.');
    const touched = await caseOf(second, other);
    await answerOf(second, 'moderation.reopen', { id: touched.id, version: touched.version, internalReason: '' });
    await button(progress(page), 'Undo: Rejected 5 sign-ups').click();
    await button(page.getByRole('alertdialog', { name: 'Undo 5 decisions?' }), 'Undo').click();
    await expect(progress(page)).toContainText('Undid 4 of 5 decisions');
    expect(await counts(page)).toMatchObject({ waiting: 6, decided: 0 });
    await button(progress(page), 'Report: Undid 4 of 5 decisions').click();
    await expect(dialog(page).getByRole('listitem').filter({ hasText: 'Flo Number 2,' })).toContainText(
      'Not undone: changed by somebody meanwhile',
    );
    await button(dialog(page), 'Close').click();
    await button(progress(page), 'Put away: Undid 4 of 5 decisions').click();
    await expect(progress(page)).toBeHidden();
  });
});

test('all from a domain are rejected, and the domain is blocked', async ({ page, secondWindow }) => {
  await signInToWork(page, olga);
  await letPeopleRegister(page);
  await addFlood(page);
  const theirs = await secondWindow();
  await registerByTheDoor(theirs, kim);
  const [first] = flood;
  if (!first) throw new Error('There is a first.');
  await openCase(page, first);
  await button(page, 'Reject all from this domain').click();
  const block = page.getByRole('checkbox', { name: 'Block flood.example' });
  await expect(block).not.toBeChecked();
  await expect(dialog(page)).toContainText('6 sign-ups will be rejected.');
  await field(page, 'Reason for the office').fill('A flood');

  await test.step('what is typed is not thrown away unasked', async () => {
    await page.keyboard.press('Escape');
    await button(page.getByRole('alertdialog', { name: 'Leave without saving?' }), 'Cancel').click();
    await expect(field(page, 'Reason for the office')).toHaveValue('A flood');
  });

  await test.step('where a rule approves the domain, it is said that it is not blocked', async () => {
    const { rows } = await answerOf(page, 'moderationSettings.addRules', {
      ...{ patterns: ['flood.example'], decision: 'approve', note: '' },
    });
    await block.check();
    await button(dialog(page), 'Reject 6').click();
    await expect(progress(page)).toContainText('Rejected 6 sign-ups');
    expect(await counts(page)).toMatchObject({ waiting: 1, decided: 6 });
    await expect(page.getByText('flood.example is not blocked. A rule approves this domain already.')).toBeVisible();
    await button(progress(page), 'Undo: Rejected 6 sign-ups').click();
    await button(page.getByRole('alertdialog'), 'Undo').click();
    await expect(progress(page)).toContainText('Undid 6 of 6 decisions');
    for (const { id } of rows) await answerOf(page, 'moderationSettings.deleteRule', { id });
  });

  await test.step('where there is room for the case alone, it goes on beside it', async () => {
    await page.setViewportSize({ width: 960, height: 700 });
    await openCase(page, first);
    await button(page, 'Show all from this domain').click();
    await expect(page).toHaveURL(/\/moderation\?domain=flood\.example$/);
    await expect(heading(page, 'Moderation')).toBeFocused();
    await openCase(page, first);
    await button(page, 'Reject all from this domain').click();
    await block.check();
    await field(page, 'Reason for the office').fill('A flood');
    await button(dialog(page), 'Reject 6').click();
    await expect(progress(page).getByText('Rejected 6 sign-ups')).toBeFocused();
    await expect(page.getByText('flood.example is blocked.')).toBeVisible();
  });

  const { rows } = await answerOf(page, 'moderationSettings.rules', {});
  expect(rows).toMatchObject([{ pattern: 'flood.example', decision: 'reject' }]);
  await registerByTheDoor(theirs, { ...noor, email: 'late@flood.example' });
  expect(await counts(page)).toMatchObject({ waiting: 1, decided: 7 });
});

test('what was decided on many is told in figures that lead to the cases', async ({ page }) => {
  await signInToWork(page, olga);
  await addFlood(page);
  await goTo(page, 'Moderation');
  await page.getByRole('checkbox', { name: `Tick ${nameOf({ givenName: 'Flo', familyName: 'Number 3' })}` }).check();
  await button(page, 'Reject…').click();
  await choose(dialog(page), 'Template', 'Could not be verified');
  await button(dialog(page), 'Reject 1').click();
  await expect(progress(page)).toContainText('Rejected 1 sign-up');
  await page.getByRole('checkbox', { name: 'Tick all on this page' }).check();
  await button(page, 'Approve…').click();
  await button(dialog(page), 'Approve 5').click();
  await expect(progress(page)).toContainText('Approved 5 sign-ups');

  await page.getByRole('link', { name: 'Insight' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Waiting now' })).toContainText('0');
  await expect(page.getByRole('listitem').filter({ hasText: 'Age of the oldest' })).toContainText('Nobody waits');
  await expectGoodScreen(page);
  await button(page, 'By moderator: show as a table').click();
  const moderators = page.getByRole('table', { name: 'By moderator' });
  await expect(moderators.getByRole('row', { name: nameOf(olga) })).toContainText('51');
  await button(page, 'Decided per day: show as a table').click();
  await expect(page.getByRole('table', { name: 'Decided per day' }).getByRole('row')).toHaveCount(31);
  await button(page, '365 days').click();
  await expect(page.getByRole('table', { name: 'Decided per week' }).getByRole('row')).toHaveCount(54);
  await expect(page).toHaveURL(/days=365/);
  await button(page, 'Reasons of rejections: show as a table').click();
  await expectGoodScreen(page);
  await page.getByRole('link', { name: 'Could not be verified' }).click();
  await expect(page).toHaveURL(/tab=decided.*decision=rejected/);
  await expect(page.getByRole('link', { name: /Flo Number 3/ })).toBeVisible();

  await test.step('a day leads to what was decided on it', async () => {
    const cases = page.getByRole('list', { name: 'Cases' }).getByRole('listitem');
    const period = page.getByRole('button', { name: /^Decided .*\d/ });
    await page.getByRole('link', { name: 'Insight' }).click();
    await button(page, 'Decided per day: show as a table').click();
    const perDay = page.getByRole('table', { name: 'Decided per day' });
    await perDay.getByRole('link', { name: /: 5 approved$/ }).click();
    await expect(page).toHaveURL(/tab=decided&decision=approved&from=(\d{4}-\d\d-\d\d)&to=\1$/);
    await expect(period).toBeVisible();
    await expect(cases).toHaveCount(5);
    await expect(page.getByRole('link', { name: /Flo Number 3/ })).toBeHidden();
    await expectGoodScreen(page);
    const theDayBefore = new URL(page.url());
    const day = new Date(`${theDayBefore.searchParams.get('from')}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() - 1);
    for (const end of ['from', 'to']) theDayBefore.searchParams.set(end, day.toISOString().slice(0, 10));
    await page.goto(theDayBefore.href);
    await expect(page.getByText('Nobody found')).toBeVisible();
    await period.press('Delete');
    await expect(cases).toHaveCount(5);
    await expect(page).toHaveURL(/tab=decided&decision=approved$/);
  });
});

test('many are decided on by keyboard alone', async ({ page }) => {
  await signInToWork(page, olga);
  await addFlood(page);
  await goTo(page, 'Moderation');
  await expect(page.getByRole('checkbox', { name: 'Tick all on this page' })).toBeVisible();
  await tabTo(page.getByRole('checkbox', { name: 'Tick all on this page' }));
  await page.keyboard.press('Space');
  await tabTo(button(page, 'Reject…'));
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('6 sign-ups will be rejected.');
  await tabTo(field(page, 'Reason for the office'));
  await page.keyboard.type('A flood');
  await tabTo(button(dialog(page), 'Reject 6'));
  await page.keyboard.press('Enter');
  const done = progress(page).getByText('Rejected 6 sign-ups');
  await expect(done).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(progress(page), 'Undo: Rejected 6 sign-ups')).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(button(page.getByRole('alertdialog'), 'Undo'));
  await page.keyboard.press('Enter');
  await expect(progress(page).getByText('Undid 6 of 6 decisions')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(progress(page)).toBeHidden();
  await expect(heading(page, 'Moderation')).toBeFocused();
});
