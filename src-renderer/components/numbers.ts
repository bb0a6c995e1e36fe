import { once } from './once';

const wholeNumber = once(() => new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 }));

/** `12345` as the person writes it, such as "12,345". */
export function formatNumber(value: number): string {
  return wholeNumber().format(value);
}

/** "1 user", "12,345 users". */
export function counted(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
