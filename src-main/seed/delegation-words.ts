/** What authorized users are filed under, the most common first. */
export const seededCategories: readonly { readonly name: string; readonly isArchived?: true }[] = [
  { name: 'Family' },
  { name: 'Accounting' },
  { name: 'Full access' },
  { name: 'Orders only' },
  { name: 'Warehouse' },
  { name: 'Legal' },
  { name: 'Paper archive', isArchived: true },
  { name: 'Interpreter' },
  { name: 'Temporary' },
];

/** Has one in a thousand. */
export const rareCategory = 'Court-appointed guardian';

/** What the office lets authorized users do outside of Steward, the most common of them first. */
export const seededPermissions: readonly {
  readonly group: string;
  readonly label: string;
  readonly explanation: string;
}[] = [
  { group: 'Orders', label: 'Place orders', explanation: 'Order in the name of the account.' },
  { group: 'Counter', label: 'Collect goods', explanation: 'Take goods along at the counter.' },
  { group: 'Letters', label: 'Receive letters', explanation: 'Is sent a copy of what is written to the account.' },
  { group: 'Orders', label: 'Change orders', explanation: 'Change or cancel what was ordered.' },
  { group: 'Payments', label: 'See invoices', explanation: 'Ask for invoices and statements.' },
  { group: 'Counter', label: 'Hand in goods', explanation: 'Bring goods back, or bring those to be sold.' },
  { group: 'Payments', label: 'Pay invoices', explanation: 'Pay what is owed.' },
  { group: 'Orders', label: 'Order beyond the limit', explanation: 'Order for more than what is agreed on.' },
  { group: 'Payments', label: 'Ask for refunds', explanation: 'Have money sent back to the account of the holder.' },
  { group: 'Letters', label: 'Sign for letters', explanation: 'Accept registered letters.' },
  { group: 'Payments', label: 'Change bank details', explanation: 'Say where refunds are sent to.' },
  { group: 'Counter', label: 'Open the locker', explanation: 'Is given the key to the locker of the account.' },
];

/** What somebody is for the holder, the most common first. */
export const seededRoles: readonly string[] = [
  'Spouse',
  'Assistant',
  'Bookkeeper',
  'Daughter',
  'Son',
  'Office manager',
  'Partner',
  'Lawyer',
  'Neighbour',
  'Tax adviser',
  'Driver',
  'Translator',
];
