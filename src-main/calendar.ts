/** A stretch of time in the calendar of this computer, from its first moment up to, and without, `before`. */
export interface Stretch {
  readonly from: number;
  readonly before: number;
  /** The days it has, as `YYYY-MM-DD`. */
  readonly days: readonly string[];
}

/** The last days, today last. */
export function lastDays(now: number, count: number): Stretch[] {
  const today = midnight(now);
  return Array.from({ length: count }, (_, index) => stretch(today, index - count + 1, 1));
}

/** The last weeks, from Monday to Sunday, the one under way last. */
export function lastWeeks(now: number, count: number): Stretch[] {
  const today = midnight(now);
  const sinceMonday = (today.getDay() + 6) % 7;
  return Array.from({ length: count }, (_, index) => stretch(today, 7 * (index - count + 1) - sinceMonday, 7));
}

// Days are counted in the calendar and not in hours: one of 23 hours in spring is a day too.
function stretch(today: Date, offset: number, length: number): Stretch {
  const at = (day: number) => new Date(today.getFullYear(), today.getMonth(), today.getDate() + offset + day);
  return {
    from: at(0).getTime(),
    before: at(length).getTime(),
    days: Array.from({ length }, (_, day) => written(at(day))),
  };
}

function midnight(now: number): Date {
  const today = new Date(now);
  return new Date(today.getFullYear(), today.getMonth(), today.getDate());
}

function written(day: Date): string {
  const [month, date] = [day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${String(day.getFullYear()).padStart(4, '0')}-${month}-${date}`;
}
