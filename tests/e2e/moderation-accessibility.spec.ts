import { answerOf } from './support/door';
import { expectInSight } from './support/fit';
import { expectGoodScreen } from './support/good-screen';
import { expectFocusToBeSeen, tabTo } from './support/keyboard';
import {
  addAwaiting,
  caseTitle,
  entries,
  entryOf,
  expectCase,
  goToQueue,
  turnToPart,
} from './support/moderation-steps';
import { mira, olga } from './support/people';
import { act, caseOf, kim, noor } from './support/sign-up-steps';
import { goTo, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { button, expectMessage } from './support/users-steps';

// The smallest window that Steward is made for.
test.use({ beginsWith: 'office', viewport: { width: 1024, height: 700 } });

const wordy = {
  givenName: 'Maximiliane Wilhelmine',
  familyName: 'von und zu Hohenschwangau-Waldburg-Zeil',
  email: 'maximiliane.wilhelmine.hohenschwangau-waldburg-zeil@a-rather-long-domain.example',
  phone: '+47 22 55 01 42',
};

test('the queue and a case are accessible, with everything that is written there', async ({ page, secondWindow }) => {
  await signInToWork(page, olga);
  await goTo(page, 'Moderation');
  await expect(page.getByText('Nobody is waiting')).toBeVisible();
  await expectGoodScreen(page);
  for (const person of [wordy, { ...kim, phone: wordy.phone }, noor]) await addAwaiting(page, person);
  await expect(entries(page)).toHaveCount(3);
  await expectGoodScreen(page);
  await button(page, 'More filters').click();
  await expectGoodScreen(page, { isChoosing: true });
  await page.keyboard.press('Escape');

  await test.step('a case, and how it is decided', async () => {
    await entryOf(page, wordy).click();
    await expectCase(page, wordy);
    await expectGoodScreen(page);
    await expectInSight(act(page, 'Approve'), act(page, 'Reject'), act(page, 'Park'), act(page, 'Claim'));
    for (const name of ['Reject', 'Request changes', 'Park', 'Approve with message']) {
      await act(page, name).click();
      await expectGoodScreen(page);
      await page.keyboard.press('Escape');
    }
    await act(page, 'Request changes').click();
    await page.getByRole('textbox', { name: 'Message to the person' }).fill('Dear {somebody},');
    await expectGoodScreen(page);
    await button(page, 'Cancel').click();
    await button(page, 'Leave without saving').click();
    await page.getByRole('checkbox', { name: 'Tick all on this page' }).check();
    await expectGoodScreen(page);
    await page.getByRole('checkbox', { name: 'Tick all on this page' }).uncheck();
    await page.keyboard.press('?');
    await expectGoodScreen(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('what a colleague does to it', async () => {
    const second = await secondWindow();
    await signInToWork(second, mira);
    const { id, version } = await caseOf(second, wordy);
    await answerOf(second, 'moderation.claim', { id });
    await page.bringToFront();
    await expect(act(page, 'Take over')).toBeVisible();
    await expectGoodScreen(page);
    await answerOf(second, 'moderation.addNote', { id, text: 'Called them.\nNo answer.' });
    const words = { internalReason: 'Nobody answers', templateId: null, message: 'Please call us.' };
    await answerOf(second, 'moderation.reject', { id, version, ...words });
    await expect(page.getByText('Decided meanwhile by')).toBeVisible();
    await expect(page.getByText('Please call us.')).toBeVisible();
    await expectGoodScreen(page);
    await act(page, 'Reopen').click();
    await expectGoodScreen(page);
    await page.keyboard.press('Escape');
    await turnToPart(page, 'Decided');
    await entries(page).first().click();
    await expectGoodScreen(page);
  });
});

test.describe('at 200 % zoom', () => {
  test.use({ viewport: { width: 512, height: 350 } });

  test('the list and the case come one after the other, and nothing is cut off', async ({ page }) => {
    await signInToWork(page, olga);
    for (const person of [wordy, kim, noor]) await addAwaiting(page, person);
    await page.goto(new URL('/moderation', page.url()).href);
    await expect(entries(page)).toHaveCount(3);
    await expectGoodScreen(page);
    await entryOf(page, wordy).click();
    await expectCase(page, wordy);
    await expect(entries(page)).toHaveCount(0);
    await expectGoodScreen(page);
    await act(page, 'Reject').click();
    await expectGoodScreen(page);
    await page.keyboard.press('Escape');

    await test.step('decided, by which the next case takes the screen; and back to the list', async () => {
      await page.keyboard.press('a');
      await expectMessage(page, 'is approved.');
      await expectCase(page, kim);
      await expect(caseTitle(page)).toBeFocused();
      await page.getByRole('link', { name: 'Back to the list' }).click();
      await expect(entries(page)).toHaveCount(2);
    });

    await test.step('the keys', async () => {
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Keys in moderation' });
      await expect(dialog).toBeVisible();
      await expectGoodScreen(page);
      await expectInSight(button(page, 'Close'));
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    });
  });
});

test('everything can be reached with the keyboard, and what has the focus is seen', async ({ page }) => {
  await signInToWork(page, olga);
  await addAwaiting(page, kim);
  await addAwaiting(page, noor);
  await goToQueue(page);
  await tabTo(page.getByRole('tab', { name: /^Waiting/ }));
  await tabTo(page.getByRole('checkbox', { name: 'Tick Kim Larsen' }));
  await page.keyboard.press('Space');
  await expect(page.getByText('1 ticked')).toBeVisible();
  await tabTo(entryOf(page, kim));
  await expectFocusToBeSeen(entryOf(page, kim));
  await page.keyboard.press('Enter');
  await expect(caseTitle(page)).toBeFocused();
  await tabTo(act(page, 'Approve'));
  await expectFocusToBeSeen(act(page, 'Approve'));
  await tabTo(page.getByRole('textbox', { name: 'Add a note' }));
});
