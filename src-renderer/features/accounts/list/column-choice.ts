/** The columns in their order. Those by which the main side sorts have the name of the sort. */
export const columnFields = [
  'email',
  'name',
  'status',
  'isStaff',
  'profiles',
  'lastSignIn',
  'created',
  'phone',
] as const;
export type ColumnField = (typeof columnFields)[number];

/** Which row it is must always be told. */
export const fixedField = 'email';

const shownAtFirst = columnFields.filter((field) => field !== 'phone');

/** The columns that an address names, in their usual order; those shown at first where it names none. */
export function fieldsShown(param: string | undefined): readonly ColumnField[] {
  if (param === undefined) return shownAtFirst;
  const named = new Set(param.split(','));
  return columnFields.filter((field) => field === fixedField || named.has(field));
}

/** What the address says once a column is shown or hidden; nothing where these are the columns shown at first. */
export function withFieldToggled(param: string | undefined, toggled: ColumnField): string | undefined {
  const shown = new Set(fieldsShown(param));
  if (!shown.delete(toggled)) shown.add(toggled);
  const fields = columnFields.filter((field) => shown.has(field));
  return fields.join() === shownAtFirst.join() ? undefined : fields.join();
}
