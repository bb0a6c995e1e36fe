import type { z } from 'zod';
import { contract } from '../../../../src-shared/contract';
import {
  type DecisionKind,
  decisionKinds,
  type MessageTemplate,
} from '../../../../src-shared/contract/moderation-settings';
import { type commonPlaceholders, fillPlaceholders } from '../../../../src-shared/placeholders';
import { formatDate } from '../../../components/times';
import { textInWords, type WordsOfFields } from '../../../components/versions/compare';

export const templateSchema = contract.moderationSettings.createTemplate.input;
export type TemplateValues = z.input<typeof templateSchema>;

export const decisionTitles: Readonly<Record<DecisionKind, string>> = {
  approve: 'Approving',
  reject: 'Rejecting',
  'request-changes': 'Asking for changes',
};

export const decisionOptions = decisionKinds.map((value) => ({ value, label: decisionTitles[value] }));

export const emptyTemplate: TemplateValues = { decision: 'reject', name: '', text: '' };

export function templateValues({ decision, name, text }: MessageTemplate): TemplateValues {
  return { decision, name, text };
}

export const templateWords: WordsOfFields<TemplateValues> = [
  { name: 'decision', label: 'Used for', words: (decision) => [decisionTitles[decision]] },
  { name: 'name', label: 'Name', words: textInWords },
  { name: 'text', label: 'Text', words: textInWords },
];

interface Example {
  readonly officeName: string;
  /** The labels of the fields that profiles have, where they are known. */
  readonly fieldLabels: readonly string[];
  readonly typeName: string;
  readonly now: number;
}

/** Somebody made up, to see what a message looks like. */
function valuesOfExample({ officeName, fieldLabels, typeName, now }: Example): Record<string, string> {
  const ofFields = fieldLabels.map((label) => [label, `‹${label}›`] as const);
  return {
    ...Object.fromEntries(ofFields),
    'given name': 'Kim',
    'family name': 'Larsen',
    'e-mail': 'kim.larsen@example.org',
    office: officeName,
    'profile type': typeName,
    date: formatDate(now),
  };
}

export interface TemplatePreview {
  readonly text: string;
  /** The placeholders that nothing is known to fill, each once. */
  readonly unknown: readonly string[];
}

/** What would be sent to somebody made up. */
export function previewTemplate(text: string, example: Example): TemplatePreview {
  const { text: filled, unfilled } = fillPlaceholders(text, valuesOfExample(example));
  return { text: filled, unknown: [...new Set(unfilled)] };
}

export const placeholderMeanings: readonly { readonly name: string; readonly meaning: string }[] = [
  { name: 'given name', meaning: 'of the person' },
  { name: 'family name', meaning: 'of the person' },
  { name: 'e-mail', meaning: 'they sign in with' },
  { name: 'office', meaning: 'the name of your office' },
  { name: 'profile type', meaning: 'what they want to be let in as' },
  { name: 'date', meaning: 'of the day it is sent' },
] satisfies { name: (typeof commonPlaceholders)[number]; meaning: string }[];
