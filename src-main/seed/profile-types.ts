import type { ProfileColor, ProfileFieldKind } from '../../src-shared/contract/profiles';
import type { Random } from './random';

export interface SeededField {
  readonly label: string;
  readonly kind: ProfileFieldKind;
  readonly isRequired: boolean;
  readonly choices: readonly string[];
  /** What a profile says, as the store keeps it. */
  readonly value: (random: Random, now: number) => string | number;
}

export interface SeededType {
  readonly name: string;
  readonly color: ProfileColor;
  /** Of all profiles, in relation to the other types. */
  readonly share: number;
  readonly fields: readonly SeededField[];
}

const day = 24 * 60 * 60_000;
const trades = ['Antiques', 'Books', 'Clothing', 'Furniture', 'Garden', 'Music', 'Tools', 'Toys', 'Wine'];
const regions = ['North', 'East', 'South', 'West', 'Centre', 'Islands'];
const remarks = [
  'Prefers to be written to.',
  'Call after four in the afternoon.',
  'Asked for invoices once a month.',
  'Was recommended by a colleague.',
];

const choice = (label: string, choices: readonly string[], isRequired = false): SeededField => ({
  label,
  kind: 'choice',
  isRequired,
  choices,
  value: (random) => choices[random.below(choices.length)] ?? '',
});
const number = (label: string, end: number): SeededField => ({
  label,
  kind: 'number',
  isRequired: false,
  choices: [],
  value: (random) => random.below(end),
});
const yesNo = (label: string): SeededField => ({
  label,
  kind: 'yes-no',
  isRequired: false,
  choices: [],
  value: (random) => random.below(2),
});
const date = (label: string): SeededField => ({
  label,
  kind: 'date',
  isRequired: false,
  choices: [],
  value: (random, now) => new Date(now - random.below(4_000) * day).toISOString().slice(0, 10),
});
const text = (
  label: string,
  written: (random: Random) => string,
  kind: 'text' | 'long-text' = 'text',
): SeededField => ({
  label,
  kind,
  isRequired: false,
  choices: [],
  value: written,
});

/** What kinds of people the office looks after. */
export const seededTypes: readonly SeededType[] = [
  { name: 'Buyer', color: 'blue', share: 46, fields: [choice('Region', regions), yesNo('Newsletter')] },
  {
    name: 'Seller',
    color: 'green',
    share: 28,
    fields: [choice('Trade', trades, true), number('Articles on offer', 500), date('Seller since')],
  },
  {
    name: 'Courier',
    color: 'orange',
    share: 12,
    fields: [
      choice('Region', regions, true),
      text('Vehicle', (random) => `${random.below(90) + 10}-ST-${random.digits(3)}`),
    ],
  },
  {
    name: 'Partner',
    color: 'purple',
    share: 9,
    fields: [
      text('Contract number', (random) => `P-${random.digits(6)}`),
      text('Remarks', (random) => remarks[random.below(remarks.length)] ?? '', 'long-text'),
    ],
  },
  { name: 'Press', color: 'teal', share: 4.9, fields: [date('Accredited until')] },
  { name: 'Auditor', color: 'red', share: 0.1, fields: [number('Audits a year', 12), yesNo('Sworn')] },
];

/** So many of the fields that may be left empty are filled in. */
export const filledIn = 0.6;
