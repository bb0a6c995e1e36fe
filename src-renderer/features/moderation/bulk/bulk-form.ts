import { z } from 'zod';
import { contract, type InputOf } from '../../../../src-shared/contract';
import { fillPlaceholders } from '../../../../src-shared/placeholders';

const { internalReason, message } = contract.moderation.startBulk.input.shape;

/** The words of a bulk decision; `templateId` is empty where none is chosen. */
export const bulkSchema = z.object({ templateId: z.string(), internalReason, message });

/** A rejection needs a reason: a template's, or one in words. */
export const rejectionSchema = bulkSchema.refine((words) => words.templateId !== '' || words.internalReason !== '', {
  path: ['internalReason'],
  params: { code: 'DECISION_REASON_NEEDED' },
});

export type BulkValues = z.input<typeof bulkSchema>;
export const noWords: BulkValues = { templateId: '', internalReason: '', message: '' };

type Words = Pick<InputOf<'moderation.startBulk'>, 'templateId' | 'internalReason' | 'message'>;

export function wordsOf({ templateId, ...words }: BulkValues): Words {
  return { ...words, templateId: templateId === '' ? null : templateId };
}

/** The names of the placeholders in a message, each once: they are filled for each person. */
export function placeholdersIn(text: string): string[] {
  return [...new Set(fillPlaceholders(text, {}).unfilled)];
}
