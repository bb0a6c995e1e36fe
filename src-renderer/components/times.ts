import { once } from './once';

const dateAndTime = once(() => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }));
const dateOnly = once(() => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }));
const exact = once(() => new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' }));
// Words, unlike dates, are in the language of the screens.
const relative = once(() => new Intl.RelativeTimeFormat('en', { numeric: 'auto' }));

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** What is older than this is easier to place by its date. */
const longestRelative = 7 * day;

/** `instant` in milliseconds since 1970-01-01 UTC, in the person's own time zone and manner. */
export function formatDateAndTime(instant: number): string {
  return dateAndTime().format(instant);
}

export function formatDate(instant: number): string {
  return dateOnly().format(instant);
}

/** From the day of one moment to that of another, such as "Nov 2 – 8, 2026"; one day is told as `formatDate` does. */
export function formatDates(first: number, last: number): string {
  return dateOnly().formatRange(first, last);
}

/** With the day of the week and the seconds. */
export function formatExactly(instant: number): string {
  return exact().format(instant);
}

/** "5 minutes ago"; the date when it is more than a week away. */
export function formatRelatively(instant: number, now: number): string {
  // The clock of the list ticks more slowly than things happen: what is new is never "in the future".
  const age = Math.max(0, now - instant);
  if (age < minute) return 'just now';
  if (age < hour) return relative().format(-Math.floor(age / minute), 'minute');
  if (age < day) return relative().format(-Math.floor(age / hour), 'hour');
  if (age < longestRelative) return relative().format(-Math.floor(age / day), 'day');
  return formatDate(instant);
}
