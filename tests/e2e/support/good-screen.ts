import type { Page } from '@playwright/test';
import { expectNoViolationsInBothThemes } from './accessibility';
import { expectToFit } from './fit';

/** Nothing on the screen as it stands is inaccessible, in neither theme, and nothing is cut off. */
export async function expectGoodScreen(page: Page, look?: { readonly isChoosing: boolean }): Promise<void> {
  await expectNoViolationsInBothThemes(page, look);
  await expectToFit(page);
}
