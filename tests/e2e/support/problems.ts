import type { BrowserContext } from '@playwright/test';

const tellOfViolations = `document.addEventListener('securitypolicyviolation', (event) => {
  const place = [event.sourceFile, event.lineNumber, event.columnNumber].join(':');
  console.error('securitypolicyviolation: ' + event.violatedDirective + ' refused ' + event.blockedURI + ' in ' + place);
});`;

/** What went wrong in the windows and the host of one test without anybody having asked for it. */
export class Problems {
  readonly #seen: string[] = [];
  readonly #allowed: RegExp[] = [];

  /** For a spec that provokes something, such as a call that is refused. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  add(text: string): void {
    this.#seen.push(text);
  }

  /** Watches every window of the context; to be called before the first one opens. */
  async watch(context: BrowserContext): Promise<void> {
    await context.addInitScript({ content: tellOfViolations });
    context.on('console', (message) => {
      if (message.type() === 'error') this.add(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (webError) => {
      const error = webError.error();
      this.add(`page: ${error.stack ?? error.message}`);
    });
  }

  get unexpected(): string[] {
    return this.#seen.filter((text) => !this.#allowed.some((pattern) => pattern.test(text)));
  }
}
