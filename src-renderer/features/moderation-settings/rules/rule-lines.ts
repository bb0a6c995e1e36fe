import { z } from 'zod';
import { contract } from '../../../../src-shared/contract';

const { patterns, decision, note } = contract.moderationSettings.addRules.input.shape;

/** The lines with something on them, each once: a list from elsewhere can be pasted. */
export function patternsIn(text: string): string[] {
  const lines = text.split(/[\r\n,;]+/).map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line !== '');
}

const mostQuoted = 40;

function shortened(entry: string): string {
  return entry.length > mostQuoted ? `${entry.slice(0, mostQuoted)}…` : entry;
}

/** Of the form in which patterns are typed, one a line. */
export const rulesSchema = z.object({
  patterns: z.string().transform((text, context) => {
    const entries = patternsIn(text);
    const judged = patterns.safeParse(entries);
    if (judged.success) return judged.data;
    for (const { path, message } of judged.error.issues.slice(0, 1)) {
      const entry = entries[Number(path[0])];
      context.addIssue({
        code: 'custom',
        message: entry === undefined ? message : `“${shortened(entry)}”: ${message}`,
      });
    }
    return z.NEVER;
  }),
  decision,
  note,
});

export type RuleValues = z.input<typeof rulesSchema>;
export const emptyRules: RuleValues = { patterns: '', decision: 'reject', note: '' };

export const decisionWords = { approve: 'Approve', reject: 'Reject' } as const;
