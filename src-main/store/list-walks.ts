import { setImmediate } from 'node:timers/promises';
import { type ListOrder, orderBy } from './list-order';
import { type PersonReads, readAtOnce } from './search/person-reads';
import type { PersonSearch } from './search/person-search';
import type { Conditions, Sql } from './sql';

/** Up to where each way of finding those who have the words is gone. */
export interface SearchBounds {
  /** Up to so many who have the words are looked up one by one and sorted: looking for them again would take longer. */
  readonly fewFound: number;
  /** From so many on, the words are looked for in the rows that are walked: of a few hundred a page has them. */
  readonly flood: number;
  /** So many rows are read for that before it is given up. */
  readonly read: number;
  /** So many rows are walked before a thread of its own goes on. */
  readonly walked: number;
}

/** Where a record stands in a list. */
export interface ListPlace {
  readonly id: number;
  readonly key: string | number;
}

/** A page as it was found, with what came to light on the way. */
export interface FoundPlaces {
  /** In the direction of the walk, one more than asked for where there are more. */
  readonly places: readonly ListPlace[];
  /** How many there are at least; null where nothing is known but the page. */
  readonly atLeast: number | null;
}

/** What is looked for: a page, in the order of a list. */
export interface WantedPage<Filter, Order extends ListOrder> {
  readonly filter: Filter;
  readonly order: Order;
  readonly size: number;
}

/** The queries of one list, each for the columns `id` and `key`. */
export interface ListQueries<Filter, Order extends ListOrder> {
  /** The stretches of an index that make up what lies behind the place of a page, in the order of the walk. */
  stretchesOf(order: Order): readonly Conditions[];
  /** Walks along an index in the order of the list and sifts on the way, to the end if need be. */
  walked(
    filter: Filter,
    order: Order,
    at: { readonly stretch: Conditions; readonly among: Sql | null; readonly limit: number },
  ): Sql;
  /** Looks each of the source's people up, sifts and sorts them: good for a few thousand. */
  lookedUpAndSorted(source: Sql, filter: Filter, order: Order, limit: number): Sql;
}

/** Finds pages of a list whose every order has an index with all that its filter asks, words aside. */
export class ListWalks<Filter, Order extends ListOrder> {
  readonly #reads: PersonReads;
  readonly #queries: ListQueries<Filter, Order>;
  readonly #bounds: SearchBounds;

  constructor(reads: PersonReads, queries: ListQueries<Filter, Order>, bounds: SearchBounds) {
    this.#reads = reads;
    this.#queries = queries;
    this.#bounds = bounds;
  }

  /** Those who have the words. */
  async findByText(search: PersonSearch, wanted: WantedPage<Filter, Order>): Promise<readonly ListPlace[]> {
    const { fewFound, flood, read } = this.#bounds;
    const likely = await this.#reads.likelyCount(search.candidates, fewFound + 1);
    if (likely <= fewFound) return this.sorted(search.exactly, wanted);
    if (likely < flood) return this.#walkWithin(search.exactly, wanted);
    return (await this.#walkReading(read, search, wanted)) ?? this.walk(search.exactly, wanted, true);
  }

  sorted(source: Sql, { filter, order, size }: WantedPage<Filter, Order>): Promise<ListPlace[]> {
    return this.#reads.rows(this.#queries.lookedUpAndSorted(source, filter, order, size + 1));
  }

  /** One more than the size of the page. @param isApart whether in a thread of its own, for what may take long */
  walk(among: Sql | null, { filter, order, size }: WantedPage<Filter, Order>, isApart = false): Promise<ListPlace[]> {
    return this.#fromEachStretch(order, size, (stretch, limit) => {
      const query = this.#queries.walked(filter, order, { stretch, among, limit });
      return isApart ? this.#reads.rowsApart<ListPlace>(query) : this.#reads.rows<ListPlace>(query);
    });
  }

  /** Those who have the words can all be far down or filtered out: a long walk to them must hold nobody else up. */
  #walkWithin(among: Sql, { filter, order, size }: WantedPage<Filter, Order>): Promise<ListPlace[]> {
    const { walked: bound } = this.#bounds;
    return this.#fromEachStretch(order, size, async (stretch, limit) => {
      const within = this.#queries.walked(filter, order, { stretch, among: null, limit: bound });
      const found = await this.#reads.rows<ListPlace>(pickedOut(within, among, order, limit));
      if (found.length === limit || (await this.#reads.count(countOf(within))) < bound) return found;
      return this.#reads.rowsApart<ListPlace>(this.#queries.walked(filter, order, { stretch, among, limit }));
    });
  }

  /** From each as many as are still wanting. */
  async #fromEachStretch(
    order: Order,
    size: number,
    find: (stretch: Conditions, limit: number) => Promise<ListPlace[]>,
  ): Promise<ListPlace[]> {
    const places: ListPlace[] = [];
    for (const stretch of this.#queries.stretchesOf(order)) {
      const limit = size + 1 - places.length;
      if (limit === 0) break;
      places.push(...(await find(stretch, limit)));
    }
    return places;
  }

  /**
   * Reads the text of each row on the way, `bound` rows at most. Other calls have their turn between.
   * @returns null where that leads nowhere
   */
  async #walkReading(bound: number, search: PersonSearch, { filter, order, size }: WantedPage<Filter, Order>) {
    const found: ListPlace[] = [];
    let from = order;
    for (let read = 0; read < bound; read += readAtOnce) {
      const places = await this.walk(null, { filter, order: from, size: readAtOnce - 1 });
      found.push(...(await this.#reads.matching(search, places)));
      const last = places.at(-1);
      if (found.length > size || !last || places.length < readAtOnce) return found.slice(0, size + 1);
      // In the same direction as before, from the row that was read last.
      from = { ...order, place: { direction: order.place?.direction ?? 'next', id: last.id, key: last.key } };
      await setImmediate();
    }
    return null;
  }
}

/** How many places there are. */
function countOf({ sql, params }: Sql): Sql {
  return { sql: `SELECT count(*) AS count FROM (${sql})`, params };
}

/** Of places those who are among others, in their order. The plus keeps SQLite from sorting the places to look them up. */
function pickedOut(places: Sql, among: Sql, order: ListOrder, limit: number): Sql {
  return {
    sql: `SELECT a.id, a.key FROM (${places.sql}) a WHERE +a.id IN (${among.sql}) ${orderBy('key', order)} LIMIT ?`,
    params: [...places.params, ...among.params, limit],
  };
}
