import { olga } from '../support/people';
import { goTo, heading, signInToWork } from '../support/steps';
import { expect, test } from '../support/test';

test.use({ beginsWith: 'office' });

for (const end of ['stop', 'kill'] as const) {
  test(`a window shows nothing any more within seconds of its host's end (${end})`, async ({
    page,
    host,
    problems,
  }) => {
    await signInToWork(page, olga);
    await goTo(page, 'Staff');
    problems.allow(/ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|network error/);
    await host[end]();
    await expect(heading(page, 'Steward cannot be shown')).toBeVisible({ timeout: 8_000 });
    await expect(page.getByText(olga.email)).toHaveCount(0);
  });
}
