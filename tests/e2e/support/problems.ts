import type { Page } from '@playwright/test';

const reportViolations = `document.addEventListener('securitypolicyviolation', (event) => {
  console.error('Content security policy: ' + event.violatedDirective + ' refused ' + (event.blockedURI || 'something inline'));
});`;

/** What went wrong in the windows and the host of one test without anybody having asked for it. */
export class Problems {
  readonly #seen: string[] = [];
  readonly #allowed: RegExp[] = [];

  /** From here on and before: a spec that provokes an error names it. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  add(text: string): void {
    this.#seen.push(text);
  }

  /** Has to be called before the window goes anywhere, or what happens while it loads is missed. */
  async watch(page: Page): Promise<void> {
    await page.addInitScript({ content: reportViolations });
    page.on('console', (message) => {
      if (message.type() === 'error') this.add(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.add(`page: ${error.stack ?? error.message}`));
    page.on('crash', () => this.add('page: it crashed'));
  }

  get unexpected(): string[] {
    return this.#seen.filter((text) => !this.#allowed.some((pattern) => pattern.test(text)));
  }
}
