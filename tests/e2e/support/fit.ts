import { expect, type Locator, type Page } from '@playwright/test';

/** Nothing on the screen is wider than its place: no sideways scrolling, no text or control cut off. */
export async function expectToFit(page: Page): Promise<void> {
  const misfits = await page.evaluate(() => {
    const found: string[] = [];
    const { clientWidth } = document.documentElement;
    const tell = (element: Element, what: string) =>
      found.push(`${what}: <${element.tagName.toLowerCase()}> ${element.textContent?.trim().slice(0, 60)}`);
    for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
      const { overflowX, textOverflow, visibility } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const isShown = visibility === 'visible' && box.width > 1 && box.height > 1 && !element.closest('[aria-hidden]');
      if (!isShown) continue;
      const isWider = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
      if (isWider && (overflowX === 'auto' || overflowX === 'scroll')) tell(element, 'scrolls sideways');
      if (isWider && textOverflow === 'ellipsis') tell(element, 'text is cut off');
      if (box.right > clientWidth + 1 && box.left < clientWidth) tell(element, 'stands out of the window');
    }
    return found;
  });
  expect.soft(misfits, 'what does not fit').toEqual([]);
}

/** The buttons that a screen is there for can be seen without scrolling. */
export async function expectInSight(...controls: readonly Locator[]): Promise<void> {
  for (const control of controls) await expect(control).toBeInViewport({ ratio: 1 });
}
