import { setImmediate } from 'node:timers/promises';
import { type PersonReads, readAtOnce } from '../search/person-reads';
import type { PersonSearch } from '../search/person-search';
import type { Conditions, Sql } from '../sql';
import type { AccountFilter } from './account-filter';
import type { AccountOrder, AccountPlace } from './account-order';
import { stretchesOf, walkedAndSifted, walkedWithin, walkLength } from './account-queries';

/** What is walked for: a page, in the order of a list. */
export interface Wanted {
  readonly filter: AccountFilter;
  readonly order: AccountOrder;
  readonly size: number;
}

/** Walks along the index of a list until a page is full. */
export class AccountWalks {
  readonly #reads: PersonReads;

  constructor(reads: PersonReads) {
    this.#reads = reads;
  }

  /** To the end, if need be. */
  whole({ filter, order, size }: Wanted): Promise<AccountPlace[]> {
    return this.#along({ filter, order, size }, (stretch, limit) =>
      this.#reads.rows(walkedAndSifted(filter, order, stretch, limit)),
    );
  }

  /**
   * Past `bound` rows, taking those that are among the candidates, where there are any.
   * @returns null where the bound came before the page was full
   */
  async within(bound: number, candidates: Sql | null, { filter, order, size }: Wanted): Promise<AccountPlace[] | null> {
    const places: AccountPlace[] = [];
    for (const stretch of stretchesOf(filter, order)) {
      const limit = size + 1 - places.length;
      places.push(
        ...(await this.#reads.rows<AccountPlace>(walkedWithin(candidates, filter, order, { stretch, bound, limit }))),
      );
      if (places.length > size) return places;
      if ((await this.#reads.count(walkLength(filter, order, stretch, bound))) >= bound) return null;
    }
    return places;
  }

  /**
   * Reads the text of each row on the way, `bound` rows at most. Other calls have their turn between.
   * @returns null where that leads nowhere
   */
  async reading(bound: number, search: PersonSearch, { filter, order, size }: Wanted): Promise<AccountPlace[] | null> {
    const found: AccountPlace[] = [];
    let from = order;
    let limit = readAtOnce;
    for (let read = 0; read < bound; read += limit, limit = 4 * readAtOnce) {
      const places = await this.whole({ filter, order: from, size: limit - 1 });
      const matching = await this.#reads.matching(search, places);
      found.push(...matching);
      if (found.length > size) return found.slice(0, size + 1);
      const last = places.at(-1);
      if (!last || places.length < limit) return found;
      // One in twenty of a flood is expected; where there are fewer, they lie elsewhere in the list.
      if (Number.isFinite(bound) && matching.length * 20 < places.length) return null;
      // In the same direction as before, from the row that was read last.
      from = { ...order, place: { direction: order.place?.direction ?? 'next', id: last.id, key: last.key } };
      await setImmediate();
    }
    return null;
  }

  /** One more than the size of the page, from each stretch as many as are still wanting. */
  async #along(
    { filter, order, size }: Wanted,
    find: (stretch: Conditions, limit: number) => Promise<AccountPlace[]>,
  ): Promise<AccountPlace[]> {
    const places: AccountPlace[] = [];
    for (const stretch of stretchesOf(filter, order)) {
      if (places.length <= size) places.push(...(await find(stretch, size + 1 - places.length)));
    }
    return places;
  }
}
