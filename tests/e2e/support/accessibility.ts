import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

interface Look {
  /** A menu or a list of choices lies over the screen, outside of its landmarks. */
  readonly isChoosing?: boolean;
}

const rulesOnColours = ['color-contrast', 'link-in-text-block'];

/** Fails with anything that axe finds wrong with the screen as it stands now. */
export async function expectNoViolations(page: Page, { isChoosing = false }: Look = {}): Promise<void> {
  await expectNothingFound(page, axeFor(page).disableRules(isChoosing ? ['region'] : []));
}

/** The same in the light theme, and in the dark one what can differ there. The system's is what a window begins with. */
export async function expectNoViolationsInBothThemes(page: Page, look?: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNothingFound(page, axeFor(page).withRules(rulesOnColours));
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNoViolations(page, look);
}

function axeFor(page: Page): AxeBuilder {
  // The usual mode opens a further page, which Electron has no way to; without frames both find the same.
  return new AxeBuilder({ page }).setLegacyMode();
}

async function expectNothingFound(page: Page, axe: AxeBuilder): Promise<void> {
  await waitForStillness(page);
  const { violations } = await axe.analyze();
  const told = violations.map(
    ({ id, impact, help, nodes }) => `${impact}: ${id}: ${help}\n${nodes.map(({ html }) => `  ${html}`).join('\n')}`,
  );
  expect.soft(told, 'what axe finds').toEqual([]);
}

/** What is still fading in has other colours than the ones meant. */
async function waitForStillness(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished),
    ),
  );
}
