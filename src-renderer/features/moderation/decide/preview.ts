import { fillPlaceholders } from '../../../../src-shared/placeholders';

/** Why a message cannot be sent, in a sentence; null where it can. */
export function whyUnsendable(message: string, values: Readonly<Record<string, string>>): string | null {
  const unfilled = [...new Set(fillPlaceholders(message, values).unfilled)];
  if (unfilled.length === 0) return null;
  const names = unfilled.map((name) => `{${name}}`).join(', ');
  return `It cannot be sent yet: nothing fills ${names}. Write what should stand there, or take it out.`;
}
