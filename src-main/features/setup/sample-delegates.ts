import type { DelegatePermission } from '../../../src-shared/delegate-permissions';

/** What authorized users of the sample data are filed under, in the office's order. */
export const sampleCategories = ['Family', 'Accountant', 'Business partner', 'Lawyer'] as const;

/** What the office lets some of them do outside of Steward. */
export const samplePermissions = [
  { label: 'Collect parcels', group: 'Depot', explanation: 'Parcels are handed out on showing an identity card.' },
  { label: 'Order by phone', group: 'Orders', explanation: 'Calls the office and orders on the account.' },
] as const;

interface SampleDelegate {
  /** The e-mail of the account they act for. */
  readonly holder: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  readonly role: string;
  readonly category: (typeof sampleCategories)[number] | null;
  /** Null for somebody to write to, who cannot sign in. */
  readonly username: string | null;
  /** Keys that Steward knows, and labels of the office's own. */
  readonly permissions: readonly (DelegatePermission | (typeof samplePermissions)[number]['label'])[];
  readonly addedDaysAgo: number;
  readonly signedInDaysAgo: number | null;
}

/** People who do not exist and act for those of the sample data. Nobody knows their passwords. */
export const sampleDelegates: readonly SampleDelegate[] = [
  {
    holder: 'greta.lund@example.org',
    givenName: 'Nils',
    familyName: 'Lund',
    email: 'nils.lund@example.org',
    phone: '+46 8 465 004 21',
    role: 'Brother, looks after the shop',
    category: 'Family',
    username: 'nils.lund',
    permissions: ['profiles.edit', 'authorized-users.manage', 'activity.view', 'Collect parcels'],
    addedDaysAgo: 140,
    signedInDaysAgo: 2,
  },
  {
    holder: 'greta.lund@example.org',
    givenName: 'Ingrid',
    familyName: 'Åkerblom',
    email: 'ingrid.akerblom@example.org',
    phone: '',
    role: 'Bookkeeper',
    category: 'Accountant',
    username: 'akerblom',
    permissions: ['profiles.view', 'activity.view'],
    addedDaysAgo: 90,
    signedInDaysAgo: null,
  },
  {
    holder: 'greta.lund@example.org',
    givenName: 'Tove',
    familyName: 'Lund',
    email: 'tove.lund@example.org',
    phone: '+46 8 465 004 23',
    role: '',
    category: null,
    username: null,
    permissions: ['Collect parcels'],
    addedDaysAgo: 35,
    signedInDaysAgo: null,
  },
  {
    holder: 'ana.herrera@example.org',
    givenName: 'Íñigo',
    familyName: 'Herrera',
    email: 'inigo.herrera@example.org',
    phone: '+34 600 000 119',
    role: 'Son',
    category: 'Family',
    username: 'inigo',
    permissions: ['profiles.view', 'Order by phone', 'Collect parcels'],
    addedDaysAgo: 60,
    signedInDaysAgo: 4,
  },
  {
    holder: 'soren.kjaer@example.org',
    givenName: 'Maja',
    familyName: 'Bruun',
    email: 'maja.bruun@example.org',
    phone: '+45 32 55 01 77',
    role: 'Sends the parcels',
    category: 'Business partner',
    username: 'maja.bruun',
    permissions: ['profiles.view', 'authorized-users.view'],
    addedDaysAgo: 44,
    signedInDaysAgo: 9,
  },
  {
    holder: 'layla.haddad@example.org',
    givenName: 'سامي',
    familyName: 'حداد',
    email: 'sami.haddad@example.org',
    phone: '',
    role: 'Lawyer',
    category: 'Lawyer',
    username: null,
    permissions: [],
    addedDaysAgo: 20,
    signedInDaysAgo: null,
  },
];
