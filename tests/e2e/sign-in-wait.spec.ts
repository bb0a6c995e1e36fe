import type { Page } from '@playwright/test';
import { mira, olga } from './support/people';
import { fill, heading, signIn, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { letTimePass, seconds, takeTimeOf } from './support/time';

test.use({ beginsWith: 'office' });

const wrong = 'That sign-in name and password do not go together. Check both and try again.';
const unknownName = 'nobody.at.all@example.com';

test('an unknown name and a wrong password are answered alike, and wait alike', async ({
  page,
  host,
  secondWindow,
}) => {
  const second = await secondWindow();
  const windows = [page, second] as const;
  await takeTimeOf(...windows);

  for (const [window, email] of [
    [page, olga.email],
    [second, unknownName],
  ] as const) {
    await expect(heading(window, 'Sign in')).toBeVisible();
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await signIn(window, { email, password: `guess number ${attempt}` });
      await expect(window.getByRole('alert')).toHaveText(wrong);
      await expect(window.getByRole('textbox', { name: 'Password', exact: true })).toHaveValue('');
    }
    await signIn(window, { email, password: olga.password });
    await expect(window.getByRole('alert')).toContainText('Too many failed tries.');
    await expect(window.getByRole('timer')).toHaveText(/^\d+ s$/);
    expect(await secondsLeft(window)).toBeLessThanOrEqual(30);
  }

  await test.step('the wait belongs to the name, not to the computer', async () => {
    const third = await secondWindow();
    await signInToWork(third, mira);
    await third.close();
  });

  await test.step('after the wait there is one more try, and then a longer wait', async () => {
    await letTimePass(host, seconds(31), ...windows);
    for (const [window, email] of [
      [page, olga.email],
      [second, unknownName],
    ] as const) {
      await expect(window.getByRole('alert')).toHaveText('You can try again now.');
      await signIn(window, { email, password: 'guess number 6' });
      await expect(window.getByText(wrong)).toBeVisible();
      await signIn(window, { email, password: 'guess number 7' });
      await expect(window.getByRole('timer')).toBeVisible();
      expect(await secondsLeft(window)).toBeGreaterThan(35);
    }
  });

  await test.step('who waits and then types the right password comes in', async () => {
    await letTimePass(host, seconds(61), ...windows);
    await signInToWork(page, olga);
    await fill(second, { Password: olga.password });
    await second.getByRole('button', { name: 'Sign in' }).click();
    await expect(second.getByText(wrong)).toBeVisible();
  });
});

async function secondsLeft(window: Page): Promise<number> {
  const text = await window.getByRole('timer').innerText();
  const { minutes = '0', seconds: rest = '0' } =
    /^(?:(?<minutes>\d+) min )?(?<seconds>\d+) s$/.exec(text)?.groups ?? {};
  return Number(minutes) * 60 + Number(rest);
}
