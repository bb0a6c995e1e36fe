import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { themeOf } from './theme';

interface Look {
  /** A menu or a list of choices lies over the screen, outside of its landmarks. */
  readonly isChoosing?: boolean;
}

const rulesOnColours = ['color-contrast', 'link-in-text-block'];

/** Fails with anything that axe finds wrong with the screen as it stands now. */
export async function expectNoViolations(page: Page, { isChoosing = false }: Look = {}): Promise<void> {
  await expectNothingFound(page, axeFor(page).disableRules(isChoosing ? ['region'] : []));
}

/** The same in the light theme, and in the dark one what can differ there. */
export async function expectNoViolationsInBothThemes(page: Page, look?: Look): Promise<void> {
  await wearTheme(page, 'dark');
  await expectNothingFound(page, axeFor(page).withRules(rulesOnColours));
  await wearTheme(page, 'light');
  await expectNoViolations(page, look);
}

/** Until somebody chooses another, a window has the theme of the system. */
async function wearTheme(page: Page, colorScheme: 'dark' | 'light'): Promise<void> {
  // While one colour fades into another, neither is the one meant.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect.poll(() => themeOf(page)).toBe(colorScheme);
}

function axeFor(page: Page): AxeBuilder {
  // The usual mode opens a further page, which Electron has no way to; without frames both find the same.
  return new AxeBuilder({ page }).setLegacyMode();
}

async function expectNothingFound(page: Page, axe: AxeBuilder): Promise<void> {
  await waitForStillness(page);
  const { violations } = await axe.analyze();
  const told = violations.map(
    ({ id, impact, help, nodes }) =>
      `${impact}: ${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n${failureSummary}`).join('\n')}`,
  );
  expect.soft(told, 'what axe finds').toEqual([]);
}

/** What is still fading in has other colours than the ones meant, and hands them down to what is inside it. */
async function waitForStillness(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const isEnding = ({ effect }: Animation) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    for (;;) {
      await nextFrame();
      await nextFrame();
      const ending = document.getAnimations().filter(isEnding);
      if (ending.length === 0) return;
      await Promise.allSettled(ending.map((animation) => animation.finished));
    }
  });
}
