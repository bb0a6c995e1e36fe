import type { FieldValue } from '../../../src-shared/contract/profiles';

interface SampleProfile {
  readonly type: string;
  /** By the labels of the type's fields. */
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** What the office did, or the person; in days before the one on which the office is set up. */
export type SampleStep =
  | { readonly act: 'approve' | 'reject' | 'request-changes'; readonly daysAgo: number; readonly template: string }
  | { readonly act: 'approve-first'; readonly daysAgo: number }
  | { readonly act: 'park'; readonly daysAgo: number; readonly forDays: number; readonly reason: string }
  | { readonly act: 'note'; readonly daysAgo: number; readonly text: string }
  | {
      readonly act: 'resubmit';
      readonly daysAgo: number;
      readonly values: SampleProfile['values'];
      readonly message: string;
    }
  | { readonly act: 'appeal'; readonly daysAgo: number; readonly message: string };

export interface SampleSignUp {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  readonly message: string;
  readonly registeredDaysAgo: number;
  readonly profile: SampleProfile;
  readonly steps: readonly SampleStep[];
}

/** The types of which profiles that are added later need approval, and which two moderators have to approve. */
export const sampleTypePolicies = [
  { type: 'Partner', isOffered: true, needsApproval: true, needsSecondModerator: true },
] as const;

export const sampleRules = [
  { decision: 'approve', patterns: ['harbour-market.example'], note: 'Our partner market checks its people itself.' },
  { decision: 'reject', patterns: ['*.throwaway.example'], note: 'Addresses that exist for an hour.' },
] as const;

/** Of somebody whose account has been open for long. */
export const sampleLaterProfile = {
  holder: 'piotr.wojcik@example.org',
  addedDaysAgo: 1.5,
  profile: { type: 'Partner', values: { 'Contract number': 'P-004610', Remarks: 'Brings parcels to the islands.' } },
} as const;

const buyer = (Region: string, Newsletter: boolean): SampleProfile => ({
  type: 'Buyer',
  values: { Region, Newsletter },
});
const seller = (Trade: string, articles: number | null, since: string | null): SampleProfile => ({
  type: 'Seller',
  values: { Trade, 'Articles on offer': articles, 'Seller since': since },
});
const partner = (contract: string, Remarks: string | null): SampleProfile => ({
  type: 'Partner',
  values: { 'Contract number': contract, Remarks },
});
/** Three of a flood, minutes apart. */
const flooder = (givenName: string, index: number): SampleSignUp => ({
  givenName,
  familyName: 'Winner',
  email: `winner.${index}@lucky-deals.example`,
  phone: '',
  message: 'Best prices today only!!! Click now!!!',
  registeredDaysAgo: 0.3 - index * 0.001,
  profile: seller('Tools', 9_999, null),
  steps: [],
});

/** People who do not exist, at domains that are nobody's (RFC 2606). Nobody knows their passwords. */
export const sampleSignUps: readonly SampleSignUp[] = [
  {
    givenName: 'Hanna',
    familyName: 'Lindqvist',
    email: 'hanna.lindqvist@example.com',
    phone: '+46 8 465 004 61',
    message: 'I collect old maps and would like to buy some.',
    registeredDaysAgo: 21,
    profile: buyer('North', true),
    steps: [{ act: 'approve', daysAgo: 20.4, template: 'Welcome' }],
  },
  {
    givenName: 'Best Offer',
    familyName: 'Trading',
    email: 'office@best-offer.example',
    phone: '',
    message: 'We buy and sell everything.',
    registeredDaysAgo: 17,
    profile: seller('Tools', 4_000, null),
    steps: [{ act: 'reject', daysAgo: 16.2, template: 'Outside of what we do' }],
  },
  {
    givenName: 'Diego',
    familyName: 'Fuentes',
    email: 'diego.fuentes@example.com',
    phone: '+34 600 000 231',
    message: '',
    registeredDaysAgo: 14,
    profile: seller('Wine', 60, '2022-05-01'),
    steps: [{ act: 'approve', daysAgo: 13.1, template: 'Welcome' }],
  },
  {
    givenName: 'Thandiwe',
    familyName: 'Nkosi',
    email: 'thandiwe@harbour-market.example',
    phone: '+27 11 555 0146',
    message: 'The market told me to register here.',
    registeredDaysAgo: 9.3,
    profile: seller('Clothing', 35, '2020-11-20'),
    // The rule for her domain has let her in.
    steps: [],
  },
  {
    givenName: 'Radu',
    familyName: 'Ionescu',
    email: 'radu.ionescu@example.net',
    phone: '+40 21 555 0188',
    message: 'I sell what my workshop makes.',
    registeredDaysAgo: 9,
    profile: seller('Furniture', 14, '2023-03-10'),
    steps: [
      { act: 'reject', daysAgo: 8, template: 'Could not be verified' },
      {
        act: 'appeal',
        daysAgo: 2.2,
        message:
          'My workshop is entered in the register of trades now. The number is J40/1234/2026; please look again.',
      },
    ],
  },
  {
    givenName: 'Lena',
    familyName: 'Vogt',
    email: 'lena.vogt@example.com',
    phone: '+49 (30) 23125 118',
    message: 'My grandmother left me her library.',
    registeredDaysAgo: 6.5,
    profile: seller('Books', null, null),
    steps: [
      { act: 'request-changes', daysAgo: 5.7, template: 'A detail is missing' },
      {
        act: 'resubmit',
        daysAgo: 1.1,
        values: { Trade: 'Books', 'Articles on offer': 230, 'Seller since': '2026-01-05' },
        message: 'I have counted them: there are 230.',
      },
    ],
  },
  {
    givenName: 'Greta',
    familyName: 'Lund',
    email: 'greta.lund@example.com',
    phone: '+46 8 465 004 20',
    message: 'I no longer get into my old account.',
    registeredDaysAgo: 5.2,
    profile: seller('Antiques', 40, '2021-04-12'),
    steps: [
      {
        act: 'note',
        daysAgo: 4.8,
        text: 'Called her: she has forgotten her password. Two accounts are there already.',
      },
    ],
  },
  {
    givenName: 'Mikkel',
    familyName: 'Friis',
    email: 'mikkel.friis@example.com',
    phone: '+45 32 55 01 90',
    message: '',
    registeredDaysAgo: 4.1,
    profile: partner('P-004588', null),
    steps: [{ act: 'park', daysAgo: 3.6, forDays: 8, reason: 'On holiday; brings the signed contract afterwards.' }],
  },
  {
    givenName: 'Oksana',
    familyName: 'Bondar',
    email: 'oksana.bondar@example.net',
    phone: '+380 44 555 0123',
    message: 'Toys made of wood.',
    registeredDaysAgo: 3.4,
    profile: seller('Toys', null, null),
    steps: [{ act: 'request-changes', daysAgo: 2.6, template: 'A detail is missing' }],
  },
  {
    givenName: 'Aarav',
    familyName: 'Mehta',
    email: 'aarav.mehta@example.com',
    phone: '+91 22 5550 0199',
    message: 'We spoke about deliveries in the West.',
    registeredDaysAgo: 2.7,
    profile: partner('P-004601', 'Two vans, weekdays only.'),
    steps: [{ act: 'approve-first', daysAgo: 0.9 }],
  },
  {
    givenName: '美玲',
    familyName: '陳',
    email: 'meiling.chen@example.com',
    phone: '+886 2 5550 0107',
    message: '',
    registeredDaysAgo: 1.8,
    profile: buyer('East', false),
    steps: [],
  },
  {
    givenName: 'Tomasz',
    familyName: 'Zieliński',
    email: 'tomasz.zielinski@example.com',
    phone: '+48 22 555 01 73',
    message: 'I look for garden tools that last.',
    registeredDaysAgo: 0.9,
    profile: buyer('Centre', true),
    steps: [],
  },
  flooder('Lucky', 1),
  flooder('Bonus', 2),
  flooder('Super', 3),
  {
    givenName: 'Inês',
    familyName: 'Carvalho',
    email: 'ines.carvalho@example.com',
    phone: '+351 21 555 0155',
    message: 'My bookshop closes, and its books shall find new homes.',
    registeredDaysAgo: 0.2,
    profile: seller('Books', 1_200, '2015-06-01'),
    steps: [],
  },
];
