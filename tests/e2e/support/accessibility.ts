import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails with what axe calls serious or critical on the screen as it stands now. */
export async function expectNoSeriousViolations(page: Page): Promise<void> {
  // The usual mode opens a further page, which Electron has no way to; without frames both find the same.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `  ${html}`).join('\n')}`);
  expect(serious, 'what axe finds serious').toEqual([]);
}
