import type { Page } from '@playwright/test';

/** The theme that a window has on, as its scroll bars and fields have it too. */
export function themeOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
}
