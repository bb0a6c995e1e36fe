import type { FieldValue, ProfileColor, ProfileFieldKind } from '../../../src-shared/contract/profiles';

interface SampleField {
  readonly label: string;
  readonly kind: ProfileFieldKind;
  readonly isRequired: boolean;
  readonly choices: string[];
}

interface SampleType {
  readonly name: string;
  readonly color: ProfileColor;
  readonly fields: SampleField[];
}

const field = (label: string, kind: ProfileFieldKind, isRequired = false): SampleField => ({
  label,
  kind,
  isRequired,
  choices: [],
});

const trades = ['Antiques', 'Books', 'Clothing', 'Furniture', 'Garden', 'Music', 'Tools', 'Toys', 'Wine'];
const regions = ['North', 'East', 'South', 'West', 'Centre', 'Islands'];

/** The roles that the people below play: together they have a field of every kind. */
export const sampleTypes: readonly SampleType[] = [
  {
    name: 'Buyer',
    color: 'blue',
    fields: [{ ...field('Region', 'choice'), choices: regions }, field('Newsletter', 'yes-no')],
  },
  {
    name: 'Seller',
    color: 'green',
    fields: [
      { ...field('Trade', 'choice', true), choices: trades },
      field('Articles on offer', 'number'),
      field('Seller since', 'date'),
    ],
  },
  {
    name: 'Partner',
    color: 'purple',
    fields: [field('Contract number', 'text', true), field('Remarks', 'long-text')],
  },
];

interface SampleProfile {
  readonly type: string;
  /** By the labels of the type's fields. */
  readonly values: Readonly<Record<string, FieldValue>>;
}

export interface SampleHolder {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  readonly notes?: string;
  /** Before the day on which the office is set up, as are the others. */
  readonly addedDaysAgo: number;
  readonly signedInDaysAgo: number | null;
  readonly isActive?: boolean;
  readonly deletedDaysAgo?: number;
  readonly profiles: readonly SampleProfile[];
}

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

/** Account holders who do not exist, at a domain that is nobody's (RFC 2606). Nobody knows their passwords. */
export const sampleHolders: readonly SampleHolder[] = [
  {
    givenName: 'Greta',
    familyName: 'Lund',
    email: 'greta.lund@example.org',
    phone: '+46 8 465 004 20',
    notes: 'Prefers to be called in the morning.',
    addedDaysAgo: 171,
    signedInDaysAgo: 1,
    profiles: [seller('Antiques', 42, '2021-04-12')],
  },
  {
    givenName: 'Greta',
    familyName: 'Lund',
    email: 'lund.antiques@example.org',
    phone: '+46 8 465 004 20',
    notes: 'Goes on with her other account, greta.lund@example.org.',
    addedDaysAgo: 166,
    signedInDaysAgo: 165,
    isActive: false,
    profiles: [seller('Antiques', null, null)],
  },
  {
    givenName: 'Mehmet',
    familyName: 'Yıldız',
    email: 'mehmet.yildiz@example.org',
    phone: '+49 (30) 23125 077',
    addedDaysAgo: 148,
    signedInDaysAgo: 12,
    profiles: [buyer('North', true)],
  },
  {
    givenName: 'Ana Sofía',
    familyName: 'Herrera',
    email: 'ana.herrera@example.org',
    phone: '+34 600 000 118',
    addedDaysAgo: 121,
    signedInDaysAgo: 0.2,
    profiles: [seller('Books', 318, '2019-09-01'), buyer('South', false)],
  },
  {
    givenName: 'Søren',
    familyName: 'Kjær',
    email: 'soren.kjaer@example.org',
    phone: '',
    addedDaysAgo: 97,
    signedInDaysAgo: 30,
    profiles: [partner('P-004471', 'Sends the parcels of the islands on Tuesdays.\nAsked for one invoice a month.')],
  },
  {
    givenName: '美咲',
    familyName: '佐藤',
    email: 'misaki.sato@example.org',
    phone: '+81 3 5550 0142',
    addedDaysAgo: 74,
    signedInDaysAgo: 3,
    profiles: [buyer('Centre', true)],
  },
  {
    givenName: 'ليلى',
    familyName: 'حداد',
    email: 'layla.haddad@example.org',
    phone: '+961 1 555 019',
    addedDaysAgo: 52,
    signedInDaysAgo: 2,
    profiles: [seller('Clothing', 87, '2024-02-29')],
  },
  {
    givenName: 'Oluwaseun',
    familyName: 'Adeyemi',
    email: 'seun.adeyemi@example.org',
    phone: '+44 7700 900456',
    addedDaysAgo: 33,
    signedInDaysAgo: 0.1,
    profiles: [buyer('West', false), partner('P-004502', null)],
  },
  {
    givenName: 'Zoë',
    familyName: 'van den Berg',
    email: 'zoe.vandenberg@example.org',
    phone: '+31 20 555 0163',
    notes: 'Deactivated until the question about her invoices is settled.',
    addedDaysAgo: 31,
    signedInDaysAgo: 20,
    isActive: false,
    profiles: [seller('Wine', 12, '2025-01-15')],
  },
  {
    givenName: 'Thị Lan',
    familyName: 'Đặng',
    email: 'lan.dang@example.org',
    phone: '',
    addedDaysAgo: 11,
    signedInDaysAgo: 5,
    profiles: [buyer('East', true)],
  },
  {
    givenName: 'Piotr',
    familyName: 'Wójcik',
    email: 'piotr.wojcik@example.org',
    phone: '+48 22 555 01 88',
    addedDaysAgo: 4,
    signedInDaysAgo: null,
    profiles: [],
  },
  {
    givenName: 'Fatima Zahra',
    familyName: 'Benali',
    email: 'fatima.benali@example.org',
    phone: '+33 1 70 18 99 45',
    addedDaysAgo: 88,
    signedInDaysAgo: 41,
    deletedDaysAgo: 6,
    profiles: [buyer('South', false)],
  },
];
