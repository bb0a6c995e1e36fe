/** A day as it stands in an address and in a date field, `YYYY-MM-DD`, in the person's own time zone. */
export type Day = string;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The first moment of a day, or of one that comes later; undefined for what is no day. */
export function startOfDay(day: Day | undefined, daysLater = 0): number | undefined {
  const [, year, month, date] = dayPattern.exec(day ?? '') ?? [];
  if (year === undefined) return undefined;
  const start = new Date(2000, 0, 1);
  start.setFullYear(Number(year), Number(month) - 1, Number(date) + daysLater);
  return start.getTime();
}

/** The day that a moment lies in. */
export function dayOf(instant: number): Day {
  const moment = new Date(instant);
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return [pad(moment.getFullYear(), 4), pad(moment.getMonth() + 1, 2), pad(moment.getDate(), 2)].join('-');
}
