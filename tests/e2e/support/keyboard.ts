import { expect, type Locator } from '@playwright/test';

const mostSteps = 40;

/** Presses Tab until the focus is there, as somebody does who has no mouse. */
export async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const page = target.page();
  for (let step = 0; step < mostSteps; step += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  await expect(target, `after ${mostSteps} times ${key}`).toBeFocused();
}

/** Types where the focus is, after making sure that it is where it should be. */
export async function typeInto(target: Locator, text: string): Promise<void> {
  await expect(target).toBeFocused();
  await target.page().keyboard.type(text);
}

/** What has the focus looks different from what it looks like without. */
export async function expectFocusToBeSeen(target: Locator): Promise<void> {
  await expect(target).toBeFocused();
  const page = target.page();
  const box = await target.boundingBox();
  if (!box) throw new Error('What has the focus is not on the screen.');
  const margin = 6;
  const clip = { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin };
  const focused = await page.screenshot({ clip });
  await target.evaluate((element: HTMLElement) => element.blur());
  const unfocused = await page.screenshot({ clip });
  await target.evaluate((element: HTMLElement) => element.focus());
  expect(focused.equals(unfocused), 'it looks the same with and without the focus').toBe(false);
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
}
