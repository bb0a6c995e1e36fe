import { setImmediate } from 'node:timers/promises';
import { PersonReads, readAtOnce } from '../search/person-reads';
import type { PersonSearch } from '../search/person-search';
import type { Sql } from '../sql';
import type { Store } from '../store';
import { type AuthorizedUserFilter, sourcesOf } from './authorized-user-filter';
import type { AuthorizedUserOrder, AuthorizedUserPlace } from './authorized-user-order';
import { lookedUpAndSorted, sortedInTrash, stretchesOf, textsOf, those, walked } from './authorized-user-queries';

/** Up to where each way is gone. */
export interface Bounds {
  /** Up to so many people are looked up one by one and sorted; more are met soon enough on a walk along the list. */
  readonly few: number;
  /** The same of those that have the words: looking for them again would take longer. */
  readonly fewFound: number;
  /** From so many on, the words are looked for in the rows that are walked: of a few hundred a page has them. */
  readonly flood: number;
  /** So many rows are read for that before it is given up. */
  readonly read: number;
}

/** Each takes a few milliseconds on an office PC; see docs/performance.md. */
const usualBounds: Bounds = { few: 2_500, fewFound: 10_000, flood: 20_000, read: 1_000 };

/** A page as it was found, with what came to light on the way. */
export interface FoundAuthorizedUsers {
  /** In the direction of the walk, one more than asked for where there are more. */
  readonly places: readonly AuthorizedUserPlace[];
  /** How many there are at least; null where nothing is known but the page. */
  readonly atLeast: number | null;
}

/** What is looked for: a page, in the order of a list. */
interface Wanted {
  readonly filter: AuthorizedUserFilter;
  readonly order: AuthorizedUserOrder;
  readonly size: number;
}

/** Finds pages of authorized users among hundreds of thousands, or among those of one account. */
export class AuthorizedUserPages {
  readonly #bounds: Bounds;
  readonly #reads: PersonReads;

  constructor(store: Store, bounds = usualBounds) {
    this.#bounds = bounds;
    this.#reads = new PersonReads(store, 'authorized_user');
  }

  async find(filter: AuthorizedUserFilter, order: AuthorizedUserOrder, size: number): Promise<FoundAuthorizedUsers> {
    const wanted = { filter, order, size };
    const { search } = filter;
    if (filter.isInTrash || filter.accountId !== undefined) return this.#findByReading(wanted);
    if (search) return this.#findByText(search, wanted);
    const few = await this.#fewOf(filter);
    return unknown(few ? await this.#sorted(few, wanted) : await this.#walk(null, wanted));
  }

  /** Among those of an account, or in the trash: the text of each is read, if anything is searched for. */
  async #findByReading(wanted: Wanted): Promise<FoundAuthorizedUsers> {
    const { filter, order, size } = wanted;
    const { search } = filter;
    const matching = search && (await this.#reads.rows<{ id: number; text: string }>(textsOf(filter)));
    const ids = matching?.filter(({ text }) => search?.matches(text)).map(({ id }) => id);
    const among = ids ? those(ids) : null;
    const places = filter.isInTrash
      ? await this.#reads.rows<AuthorizedUserPlace>(sortedInTrash(among, filter, order, size + 1))
      : await this.#walk(among, wanted);
    return { places, atLeast: ids?.length ?? null };
  }

  /** A part of the filter that so few fulfil that they can be looked up one by one. */
  async #fewOf(filter: AuthorizedUserFilter): Promise<Sql | null> {
    const { few } = this.#bounds;
    for (const source of sourcesOf(filter)) {
      if ((await this.#countUpTo(source, few + 1)) <= few) return source;
    }
    return null;
  }

  async #findByText(search: PersonSearch, wanted: Wanted): Promise<FoundAuthorizedUsers> {
    const { fewFound, flood, read } = this.#bounds;
    const likely = await this.#likelyCount(search.candidates, fewFound + 1);
    if (likely <= fewFound) return unknown(await this.#sorted(search.exactly, wanted));
    const places = likely < flood ? null : await this.#walkReading(read, search, wanted);
    return unknown(places ?? (await this.#walk(search.exactly, wanted)));
  }

  /** How many there are, or where there are more than `limit`, are likely to be if all lie so close together as the first. */
  async #likelyCount({ sql, params }: Sql, limit: number): Promise<number> {
    const [found] = await this.#reads.rows<{ count: number; first: number; last: number; newest: number }>({
      sql: `SELECT count(*) AS count, min(id) AS first, max(id) AS last, (SELECT max(id) FROM authorized_user) AS newest
            FROM (${sql} LIMIT ?)`,
      params: [...params, limit],
    });
    if (!found || found.count < limit) return found?.count ?? 0;
    return (found.count * (found.newest - found.first)) / Math.max(found.last - found.first, 1);
  }

  #sorted(source: Sql, { filter, order, size }: Wanted): Promise<AuthorizedUserPlace[]> {
    return this.#reads.rows(lookedUpAndSorted(source, filter, order, size + 1));
  }

  /** One more than the size of the page, from each stretch as many as are still wanting. */
  async #walk(among: Sql | null, { filter, order, size }: Wanted): Promise<AuthorizedUserPlace[]> {
    const places: AuthorizedUserPlace[] = [];
    for (const stretch of stretchesOf(order)) {
      const limit = size + 1 - places.length;
      if (limit > 0)
        places.push(...(await this.#reads.rows<AuthorizedUserPlace>(walked(filter, order, { stretch, among, limit }))));
    }
    return places;
  }

  /**
   * Reads the text of each row on the way, `bound` rows at most. Other calls have their turn between.
   * @returns null where that leads nowhere
   */
  async #walkReading(bound: number, search: PersonSearch, { filter, order, size }: Wanted) {
    const found: AuthorizedUserPlace[] = [];
    let from = order;
    for (let read = 0; read < bound; read += readAtOnce) {
      const places = await this.#walk(null, { filter, order: from, size: readAtOnce - 1 });
      found.push(...(await this.#reads.matching(search, places)));
      const last = places.at(-1);
      if (found.length > size || !last || places.length < readAtOnce) return found.slice(0, size + 1);
      // In the same direction as before, from the row that was read last.
      from = { ...order, place: { direction: order.place?.direction ?? 'next', id: last.id, key: last.key } };
      await setImmediate();
    }
    return null;
  }

  #countUpTo({ sql, params }: Sql, limit: number): Promise<number> {
    return this.#reads.count({ sql: `SELECT count(*) AS count FROM (${sql} LIMIT ?)`, params: [...params, limit] });
  }
}

function unknown(places: readonly AuthorizedUserPlace[]): FoundAuthorizedUsers {
  return { places, atLeast: null };
}
