import { fillPlaceholders } from '../../../../src-shared/placeholders';

/** A piece of a message as the person would read it. */
export interface PreviewPart {
  readonly text: string;
  /** A placeholder that nothing fills. */
  readonly isUnfilled: boolean;
}

const placeholder = /(\{[^{}\n]*\})/;

/** A message with its placeholders filled, in pieces, so that those that are left can be marked. */
export function previewOf(message: string, values: Readonly<Record<string, string>>): PreviewPart[] {
  // What fills a placeholder may have braces in it itself: those of the message alone are looked at.
  return message
    .split(placeholder)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const { text, unfilled } = fillPlaceholders(piece, values);
      return { text, isUnfilled: unfilled.length > 0 };
    });
}

/** Why a message cannot be sent, in a sentence; null where it can. */
export function whyUnsendable(message: string, values: Readonly<Record<string, string>>): string | null {
  const unfilled = [...new Set(fillPlaceholders(message, values).unfilled)];
  if (unfilled.length === 0) return null;
  const names = unfilled.map((name) => `{${name}}`).join(', ');
  return `It cannot be sent yet: nothing fills ${names}. Write what should stand there, or take it out.`;
}
