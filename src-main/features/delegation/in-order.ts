import { UserError } from '../../errors';

/** What has a place in an order that the office decides. */
interface Placed {
  readonly publicId: string;
  position: number;
}

/** The place behind all the others. */
export function nextPosition(all: readonly Placed[]): number {
  return Math.max(-1, ...all.map(({ position }) => position)) + 1;
}

/**
 * All of them in the order of the ids, each with its new position.
 * @throws UserError ORDER_OUT_OF_DATE unless every one is named once
 */
export function inOrder<T extends Placed>(all: readonly T[], publicIds: readonly string[]): T[] {
  const known = new Map(all.map((one) => [one.publicId, one]));
  const ordered = publicIds.map((publicId) => known.get(publicId)).filter((one) => one !== undefined);
  const namesEachOnce = ordered.length === publicIds.length && new Set(publicIds).size === all.length;
  if (!namesEachOnce || ordered.length !== all.length) throw new UserError('ORDER_OUT_OF_DATE');
  for (const [position, one] of ordered.entries()) one.position = position;
  return ordered;
}
