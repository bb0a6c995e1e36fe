const change = 10;
const page = 10;

/** What must be reached, in milliseconds at the 95th percentile, by what is measured. */
export const targets: Readonly<Record<string, number>> = {
  'start without an office, to the painted set-up': 1_000,
  'start with an office and a passphrase file, to the painted sign-in': 1_000,
  'npm start again, to the address': 5_000,
  'the door alone (session.touch)': 0.3,
  'change the settings': change,
  'change a group': change,
  'add a group': change,
  'a page of the staff list': page,
  'the next page': page,
  'a page by status': page,
  'a page by text': page,
  'one staff account': page,
  'a page of the activity': page,
  'the next page of it': page,
  'a page by act': page,
  'a page by person': page,
  'a page by person and act': page,
};

export interface Target {
  readonly must: number;
  readonly aim: number;
  /** The 95th where nothing is said. */
  readonly percentile?: 'p99';
}

/** The same for an office of a million accounts, by how the name of what is measured begins. */
const accountTargets: readonly (readonly [beginning: string, Target])[] = [
  ['list:', { must: 10, aim: 2 }],
  ['search: rare', { must: 15, aim: 5 }],
  ['search: two words', { must: 15, aim: 5 }],
  ['search: common', { must: 25, aim: 15 }],
  ['search: flood', { must: 60, aim: 30 }],
  ['total: rare', { must: 100, aim: 30 }],
  ['total: two words', { must: 100, aim: 30 }],
  ['total: common', { must: 100, aim: 30 }],
  ['total: flood', { must: 400, aim: 150 }],
  ['open one record', { must: 10, aim: 2 }],
  ['change a record', { must: 20, aim: 5 }],
  ['dashboard', { must: 50, aim: 10 }],
  ['a list page while', { must: 50, aim: 20 }],
  ['authorized users, list:', { must: 10, aim: 2 }],
  ['authorized users, search', { must: 25, aim: 15 }],
  ['authorized users, total: flood', { must: 400, aim: 150 }],
  ['authorized users, total', { must: 100, aim: 30 }],
  ['authorized users, open one form', { must: 10, aim: 2 }],
  ['authorized users, add one', { must: 20, aim: 5 }],
  ['the permission check adds', { must: 0.1, aim: 0.1 }],
  ['sign-ups, queue:', { must: 10, aim: 5 }],
  ['sign-ups, search', { must: 25, aim: 15 }],
  ['sign-ups, total', { must: 400, aim: 150 }],
  ['sign-ups, open one', { must: 20, aim: 10 }],
  ['sign-ups, claim', { must: 20, aim: 10 }],
  ['sign-ups, decide', { must: 20, aim: 10 }],
  ['sign-ups, counts', { must: 10, aim: 2 }],
  ['sign-ups, insight', { must: 1_000, aim: 300 }],
  ['sign-ups, start of a bulk', { must: 1_000, aim: 300 }],
  ['sign-ups, preview', { must: 5_000, aim: 2_000 }],
  ['sign-ups, bulk rejection', { must: 20_000, aim: 10_000 }],
  ['sign-ups, bulk approval', { must: 20_000, aim: 10_000 }],
  // At the 99th percentile.
  ['sign-ups, other calls', { must: 50, aim: 25, percentile: 'p99' }],
  ['screen: start', { must: 2_000, aim: 1_000 }],
  ['screen: key', { must: 150, aim: 75 }],
  ['screen: click', { must: 300, aim: 150 }],
];

export function accountTarget(what: string): Target | undefined {
  return accountTargets.find(([beginning]) => what.startsWith(beginning))?.[1];
}
