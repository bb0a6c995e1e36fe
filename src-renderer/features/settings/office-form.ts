import type { z } from 'zod';
import { contract } from '../../../src-shared/contract';
import type { OfficeSettings } from '../../../src-shared/contract/settings';
import type { WordsOfFields } from '../../components/versions/compare';

export const officeSchema = contract.settings.update.input.omit({ version: true });
export type OfficeValues = z.input<typeof officeSchema>;

export function valuesOf({ version, ...values }: OfficeSettings): OfficeValues {
  return values;
}

type PolicyName = Exclude<keyof OfficeValues, 'officeName'>;

export interface Policy {
  readonly name: PolicyName;
  readonly label: string;
  readonly unit: string;
  readonly explanation: string;
}

/** The policies in the order of the screen. Their limits are the contract's. */
export const policies: readonly Policy[] = [
  {
    name: 'idleLockMinutes',
    label: 'Lock a window after',
    unit: 'minutes',
    explanation: 'A window that nobody touches for this long asks for the password again.',
  },
  {
    name: 'reauthenticationMinutes',
    label: 'Ask for the password again after',
    unit: 'minutes',
    explanation: 'Before changes to staff, groups and settings, when the last time is longer ago than this.',
  },
  {
    name: 'passwordMinLength',
    label: 'Shortest password',
    unit: 'characters',
    explanation: 'For passwords that are chosen from now on. Those in use stay as they are.',
  },
  {
    name: 'oneTimePasswordHours',
    label: 'One-time passwords are valid for',
    unit: 'hours',
    explanation: 'So long a password that somebody else has set lets its owner in for the first time.',
  },
  {
    name: 'trashDays',
    label: 'Days in the trash',
    unit: 'days',
    explanation: 'So long an account that is deleted can be restored. Then it is deleted for good, by itself.',
  },
];

/** The smallest and the largest value the contract allows. */
export function limitsOf(name: PolicyName): { readonly minimum: number; readonly maximum: number } {
  const { minValue, maxValue } = officeSchema.shape[name];
  return { minimum: minValue ?? 0, maximum: maxValue ?? Number.MAX_SAFE_INTEGER };
}

export const fieldWords: WordsOfFields<OfficeValues> = [
  { name: 'officeName', label: 'Name of the office', words: (value) => [value] },
  ...policies.map(({ name, label, unit }) => ({ name, label, words: (value: number) => [`${value} ${unit}`] })),
];
