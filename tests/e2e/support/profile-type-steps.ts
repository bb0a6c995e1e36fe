import type { Locator, Page } from '@playwright/test';
import { button, choose } from './users-steps';

type Kind = 'Text' | 'Long text' | 'Number' | 'Date' | 'Choice' | 'Yes or no';

/** A field in the form of a profile type, by its name. */
export function fieldOfType(page: Page, name: string): Locator {
  return page.getByRole('group', { name: new RegExp(`^Field \\d+ of \\d+: ${name}$`) });
}

/** Adds one more field to the form of a profile type. */
export async function addField(page: Page, name: string, kind: Kind): Promise<void> {
  await button(page, 'Add field').click();
  const added = page.getByRole('group', { name: /^Field \d+ of \d+: field \d+$/ }).last();
  await added.getByRole('textbox', { name: 'Name of the field' }).fill(name);
  if (kind !== 'Text') await choose(fieldOfType(page, name), 'Kind', kind);
}
