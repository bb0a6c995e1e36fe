import type { Page } from '@playwright/test';
import { answerOf } from './support/door';
import { tabTo, typeInto } from './support/keyboard';
import { addAwaiting, caseTitle, countOf, entries, entryOf, expectCase, goToQueue } from './support/moderation-steps';
import { olga } from './support/people';
import { act, kim, noor } from './support/sign-up-steps';
import { goTo, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { expectMessage } from './support/users-steps';

test.use({ beginsWith: 'office' });

const leo = { givenName: 'Leo', familyName: 'Moreau', email: 'leo.moreau@newcomers.example' };

test('a queue is worked through by keys alone', async ({ page }) => {
  await signInToWork(page, olga);
  for (const person of [kim, noor, leo]) await addAwaiting(page, person);
  await goToQueue(page);
  const { keyboard } = page;

  await test.step('from one case to the next, and into it', async () => {
    await keyboard.press('j');
    await expectCase(page, kim);
    await expect(entryOf(page, kim)).toBeFocused();
    await keyboard.press('ArrowDown');
    await expectCase(page, noor);
    await keyboard.press('k');
    await expectCase(page, kim);
    await keyboard.press('Enter');
    await expect(caseTitle(page)).toBeFocused();
    await keyboard.press('Escape');
    await expect(entryOf(page, kim)).toBeFocused();
    // Nobody has read this one ahead.
    await entryOf(page, leo).focus();
    await keyboard.press('Enter');
    await expectCase(page, leo);
    await expect(caseTitle(page)).toBeFocused();
    await keyboard.press('Escape');
    await expect(entryOf(page, leo)).toBeFocused();
  });

  await test.step('what is typed to search decides nothing', async () => {
    await keyboard.press('/');
    const search = page.getByRole('searchbox', { name: 'Search name, e-mail or phone' });
    await keyboard.type('leo');
    await expect(entries(page)).toHaveCount(1);
    await expect(search).toBeFocused();
    await keyboard.type(' a');
    await expect(page.getByText('Nobody found')).toBeVisible();
    await expect(search).toBeFocused();
    await keyboard.press('Escape');
    await expect(entries(page)).toHaveCount(3);
    await entryOf(page, kim).focus();
    await keyboard.press('Enter');
    await expectCase(page, kim);
    await keyboard.press('Escape');
  });

  await test.step('claimed and released, ticked, a note', async () => {
    await keyboard.press('m');
    await expect(entryOf(page, kim)).toContainText('Claimed by you');
    // The case is read beside the list, and the key does what its button says.
    await expect(act(page, 'Release')).toBeVisible();
    await keyboard.press('m');
    await expect(entryOf(page, kim)).not.toContainText('Claimed');
    await keyboard.press('x');
    await expect(page.getByText('1 ticked')).toBeVisible();
    await keyboard.press('x');
    await expect(page.getByText('Tick this page')).toBeVisible();
    await keyboard.press('n');
    await typeInto(page.getByRole('textbox', { name: 'Add a note' }), 'a r c p u j k x m');
    await keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: 'Notes of the office' }).getByRole('listitem')).toBeVisible();
    await expectCase(page, kim);
    await keyboard.press('Escape');
  });

  await test.step('approved with a note that was still being written, and undone after a detour', async () => {
    await keyboard.press('n');
    await keyboard.type('Known from the fair.');
    await keyboard.press('Escape');
    await keyboard.press('a');
    await expectMessage(page, 'Kim Larsen is approved.');
    await expectCase(page, noor);
    await goTo(page, 'Users');
    await goTo(page, 'Moderation');
    await keyboard.press('u');
    await expectMessage(page, 'Undone');
    await expectCase(page, kim);
    await expect(page.getByText('Known from the fair.')).toBeVisible();
    await expect(entryOf(page, kim)).toBeFocused();
  });

  await test.step('rejected with words, asked for changes, parked', async () => {
    await keyboard.press('r');
    await expect(page.getByRole('combobox', { name: /^Template/ })).toBeFocused();
    await keyboard.press('Tab');
    await typeInto(page.getByRole('textbox', { name: 'Reason for the office' }), 'Unknown');
    await keyboard.press('Tab');
    await typeInto(page.getByRole('textbox', { name: 'Message to the person' }), 'Not now, {given name}.');
    await keyboard.press('Control+Enter');
    await expectMessage(page, 'Kim Larsen is rejected.');
    await expectCase(page, noor);
    await keyboard.press('c');
    await tabTo(page.getByRole('textbox', { name: 'Message to the person' }));
    await keyboard.type('Which town?');
    await keyboard.press('Escape');
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await keyboard.press('Enter');
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await keyboard.press('Control+Enter');
    await expectMessage(page, 'Noor Haddad is asked for changes.');
    await expectCase(page, leo);
    await keyboard.press('p');
    await expect(page.getByRole('radio', { name: /^Tomorrow/ })).toBeFocused();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expectMessage(page, 'Leo Moreau is parked until');
    await expect(page.getByText('Nobody is waiting')).toBeVisible();
  });
});

test('the keys are told, and can be switched off', async ({ page }) => {
  await signInToWork(page, olga);
  await addAwaiting(page, kim);
  await goToQueue(page);
  const { keyboard } = page;
  await keyboard.press('j');
  await expectCase(page, kim);
  await page.getByRole('checkbox', { name: 'Tick all on this page' }).focus();
  await keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.getByRole('checkbox', { name: 'Tick all on this page' }).focus();
  await keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys in moderation' });
  await expect(dialog.getByText('Approve at once, without a message')).toBeVisible();
  await keyboard.press('a');
  await tabTo(dialog.getByRole('checkbox', { name: 'Single keys act' }));
  await keyboard.press('Space');
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await keyboard.press('a');
  await expect(page.locator('kbd', { hasText: /^a$/ })).toHaveCount(0);
  await expect(countOf(page, 'Waiting', 1)).toBeVisible();
  await keyboard.press('/');
  await expect(page.getByRole('searchbox')).not.toBeFocused();
  await tabTo(act(page, 'Approve'));
  await keyboard.press('Enter');
  await expectMessage(page, 'Kim Larsen is approved.');
});

const many = 200;

test(`${many} cases are decided by keyboard alone`, async ({ page }) => {
  test.slow();
  await signInToWork(page, olga);
  await test.step('they are there', async () => {
    const numbers = Array.from({ length: many }, (_, index) => index + 1);
    for (const number of numbers) {
      await addAwaiting(page, {
        givenName: 'Person',
        familyName: `No ${number}`,
        email: `person-${number}@newcomers.example`,
      });
    }
  });
  await goTo(page, 'Moderation');
  await expect(countOf(page, 'Waiting', many)).toBeVisible();
  await expect(entries(page)).toHaveCount(50);

  await page.keyboard.press('j');
  await expect(caseTitle(page)).toHaveText('Person No 1');
  await measureKeys(page);
  const begun = Date.now();
  for (let number = 1; number <= many; number += 1) {
    const next = number === many ? null : `Person No ${number + 1}`;
    await decideByKeys(page, number);
    if (next) await expect(caseTitle(page)).toHaveText(next);
    // Also where the list goes on with what moves up from the next page.
    if (next && number % 10 === 0) await expect(page.locator('a[aria-current]', { hasText: next })).toBeFocused();
  }
  await expect(page.getByText('Nobody is waiting')).toBeVisible();
  const took = Date.now() - begun;

  const counts = await answerOf(page, 'moderation.counts', {});
  expect(counts).toMatchObject({ waiting: 0, decided: many - many / 20, parked: many / 20 });
  const times = (await measuredTimes(page)).toSorted((one, other) => one - other);
  expect(times.length).toBeGreaterThanOrEqual(many - 1);
  const at = (part: number) => Math.round(times[Math.floor(part * (times.length - 1))] ?? 0);
  console.log(
    `${many} cases by keyboard: ${Math.round(took / many)} ms a case; from key press to the next case painted ` +
      `${at(0.5)} ms (median), ${at(0.95)} ms (p95), ${at(1)} ms (longest)`,
  );
});

/** Most are approved; some are rejected by the template that was chosen for the first, and some parked. */
async function decideByKeys(page: Page, number: number): Promise<void> {
  const { keyboard } = page;
  if (number % 20 === 0) {
    await keyboard.press('p');
    await expect(page.getByRole('radio', { name: /^Tomorrow/ })).toBeFocused();
    await keyboard.press('Enter');
  } else if (number % 5 === 0) {
    await keyboard.press('r');
    const template = page.getByRole('combobox', { name: /^Template/ });
    await expect(template).toBeFocused();
    if (number === 5) {
      await keyboard.press('Enter');
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await expect(template).not.toHaveText('None');
      await expect(page.getByRole('listbox')).toBeHidden();
    }
    await keyboard.press('Control+Enter');
  } else {
    await keyboard.press('a');
  }
}

declare global {
  interface Window {
    /** Milliseconds from the key that decided to the next case painted. */
    moderationTimes?: number[];
  }
}

/** From now on the window notes how long it takes from each key that decides to the next case painted. */
async function measureKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    window.moderationTimes = times;
    let pressedAt: number | null = null;
    let shown = document.querySelector('#case-heading')?.textContent;
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        pressedAt = timeStamp;
      },
      { capture: true },
    );
    new MutationObserver(() => {
      const title = document.querySelector('#case-heading')?.textContent;
      if (title === undefined || title === shown) return;
      shown = title;
      const from = pressedAt;
      // The frame after the next begins once the next is painted.
      requestAnimationFrame(() =>
        requestAnimationFrame((painted) => {
          if (from !== null) times.push(painted - from);
        }),
      );
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

function measuredTimes(page: Page): Promise<number[]> {
  return page.evaluate(() => window.moderationTimes ?? []);
}
