const dateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const dateOnly = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** `instant` in milliseconds since 1970-01-01 UTC, in the person's own time zone and manner. */
export function formatDateAndTime(instant: number): string {
  return dateAndTime.format(instant);
}

export function formatDate(instant: number): string {
  return dateOnly.format(instant);
}
