/** What people write to the office when they sign up. */
export const saidOnSignUp: readonly string[] = [
  'I would like to sell what my grandmother left us.',
  'A colleague told me about you.',
  'We open next month and would like to be ready by then.',
  'Please call me before you write.',
  'I had an account years ago, and have lost its password.',
  'I am only here to look around for now.',
];

/** Why moderators reject, the most common reason first. `text` is the letter; without one they wrote it by hand. */
export const rejectionReasons: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'Too little said',
    text: 'Dear {given name}, what you have sent does not tell us enough. Please come to the office with a document.',
  },
  { name: 'Has an account already', text: 'Dear {given name}, you have an account with us already. Please use that.' },
  { name: 'Other', text: '' },
  { name: 'Outside of our region', text: 'Dear {given name}, we only look after people of this region.' },
  { name: 'Not a person', text: 'We could not find out that there is somebody behind this sign-up.' },
];

/** What they ask to be corrected. */
export const changesAsked: readonly string[] = [
  'Please tell us a phone number at which we can reach you.',
  'Please write your name as it stands in your passport.',
  'Please say what you would like to trade in.',
];

export const parkedBecause: readonly string[] = [
  'Comes by with the contract.',
  'Waits for an answer of the register.',
  'On holiday until then.',
];

export const appeals: readonly string[] = [
  'I have found the document that you asked for.',
  'That other account belongs to my brother, who has the same name as our father.',
  'I have moved here a year ago.',
];

/** Domains that rules decide on. */
export const ruledDomains: readonly { readonly domain: string; readonly decision: 'approve' | 'reject' }[] = [
  { domain: 'office.example.com', decision: 'approve' },
  { domain: 'library.example.edu', decision: 'approve' },
  { domain: 'kiosk.example.net', decision: 'reject' },
];
