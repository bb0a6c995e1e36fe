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
