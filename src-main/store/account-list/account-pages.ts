import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { AccountSearch, Sql } from '../search/account-search';
import type { Store } from '../store';
import { type AccountFilter, sourcesOf, walkOf } from './account-filter';
import { type AccountOrder, type AccountPlace, isDownwards } from './account-order';
import {
  countedUpTo,
  lookedUpAndSorted,
  type Stretch,
  sampledKeys,
  stretchesOf,
  those,
  upTo,
  walkEnd,
  walkedAndSifted,
  walkedWithin,
  walkLength,
} from './account-queries';

/** Up to where each way is gone. */
export interface Bounds {
  /** Up to so many accounts that a filter lets through are looked up one by one and sorted. */
  readonly few: number;
  /** The same of those that have the words: looking for them again would take longer. */
  readonly fewFound: number;
  /** From so many on they are not counted any further. */
  readonly flood: number;
  /** So many rows of an index are walked before it is given up. */
  readonly walked: number;
  /** The same where the text of each is read: each lies on a page of its own. */
  readonly read: number;
}

/** Each takes a few milliseconds on an office PC; see docs/performance.md. */
const usualBounds: Bounds = { few: 1_500, fewFound: 4_000, flood: 60_000, walked: 20_000, read: 2_000 };

/** By so many candidates it is judged how all of them lie in the order of a list. */
const sampled = 100;
/** So many rows are read before it is looked whether they are enough. */
const readAtOnce = 120;
/** A walk is worth while where it is likely to meet so many pages. */
const margin = 1.5;

type Key = AccountPlace['key'];

/** A page as it was found, with what came to light on the way. */
export interface FoundAccounts {
  /** In the direction of the walk, one more than asked for where there are more. */
  readonly places: readonly AccountPlace[];
  /** How many there are at least; null where nothing is known but the page. */
  readonly atLeast: number | null;
}

/**
 * Finds pages of accounts among a million. Which way is the fastest depends on how many there are to be found and how
 * they lie in the order of the list; each way that may take too long has a bound after which a surer one is taken.
 */
export class AccountPages {
  readonly #store: Store;
  readonly #bounds: Bounds;

  constructor(store: Store, bounds = usualBounds) {
    this.#store = store;
    this.#bounds = bounds;
  }

  async find(filter: AccountFilter, order: AccountOrder, size: number): Promise<FoundAccounts> {
    const { search } = filter;
    const { few: fewest, many } = sourcesOf(filter, order.sort);
    if (fewest) return unknown(await this.#sorted(fewest, search, filter, order, size));
    if (search && filter.status === 'trash') {
      return unknown((await this.#readOnTheWay(search, filter, order, size, Number.POSITIVE_INFINITY)) ?? []);
    }
    if (search) return this.#findByText(search, filter, order, size);
    return unknown(await this.#findByFilter(many, filter, order, size));
  }

  async #findByText(search: AccountSearch, filter: AccountFilter, order: AccountOrder, size: number) {
    const { fewFound, flood } = this.#bounds;
    const isCounted = search.isExact && !isFiltered(filter);
    const unsure = search.isExact ? null : search;
    const first = await this.#rows<{ id: number }>(upTo(search.candidates, fewFound + 1));
    if (first.length <= fewFound) {
      const source = those(first.map(({ id }) => id));
      const places = await this.#sorted(source, unsure, filter, order, size);
      return { places, atLeast: isCounted ? first.length : null };
    }
    const count = await this.#count(countedUpTo(search.candidates, flood));
    const places =
      count < flood
        ? ((await this.#amongCandidates(search, count, filter, order, size)) ??
          (await this.#sorted(search.candidates, unsure, filter, order, size)))
        : ((await this.#readOnTheWay(search, filter, order, size, this.#bounds.read)) ??
          (await this.#sortedApart(search.exactly, filter, order, size)));
    return { places, atLeast: isCounted ? count : null };
  }

  async #findByFilter(sources: readonly Sql[], filter: AccountFilter, order: AccountOrder, size: number) {
    const walk = () =>
      this.#along(order, size, (stretch, limit) => this.#places(walkedAndSifted(filter, order, stretch, limit)));
    if (walkOf(filter, order).isNarrow) return walk();
    const { few } = this.#bounds;
    for (const source of sources) {
      if ((await this.#count(countedUpTo(source, few + 1))) <= few)
        return this.#sorted(source, null, filter, order, size);
    }
    const [source] = sources;
    if (!source) return walk();
    return (await this.#bounded(null, filter, order, size)) ?? this.#sortedApart(source, filter, order, size);
  }

  /** Walks and takes those that are among the candidates; null where that would lead nowhere. */
  async #amongCandidates(
    search: AccountSearch,
    count: number,
    filter: AccountFilter,
    order: AccountOrder,
    size: number,
  ) {
    // One or two letters beside longer words fit many: a few hundred candidates are enough to have a page of them.
    const enough = search.isExact ? size : 10 * size;
    if ((await this.#likelyMet(search.candidates, count, filter, order)) < margin * enough) return null;
    const places = await this.#bounded(search.candidates, filter, order, enough);
    if (!places || search.isExact) return places;
    const matching = await this.#matching(search, places, size);
    return matching.length > size || places.length <= enough ? matching.slice(0, size + 1) : null;
  }

  /**
   * How many of the candidates a walk of the usual bound is likely to meet. Names do not lie anyhow: who looks for
   * "Smith" in a list by name finds all of them far down and none before.
   */
  async #likelyMet(candidates: Sql, count: number, filter: AccountFilter, order: AccountOrder): Promise<number> {
    const sample = await this.#rows<AccountPlace>(sampledKeys(candidates, order, sampled));
    const [end] = await this.#rows<Pick<AccountPlace, 'key'>>(walkEnd(filter, order, this.#bounds.walked));
    const isBehind = isDownwards(order) ? (one: Key, other: Key) => one < other : (one: Key, other: Key) => one > other;
    const start = order.place?.key;
    const met = sample.filter(
      ({ key }) => !(end && isBehind(key, end.key)) && !(start !== undefined && isBehind(start, key)),
    );
    return (met.length / sample.length) * count;
  }

  /** Walks with a bound, sifting; null where the bound came before the page was full. */
  async #bounded(candidates: Sql | null, filter: AccountFilter, order: AccountOrder, size: number) {
    const { walked: bound } = this.#bounds;
    const places: AccountPlace[] = [];
    for (const stretch of stretchesOf(order)) {
      const limit = size + 1 - places.length;
      const found = await this.#places(walkedWithin(candidates, filter, order, { stretch, bound, limit }));
      places.push(...found);
      if (places.length > size) return places;
      if ((await this.#count(walkLength(filter, order, stretch, bound))) >= bound) return null;
    }
    return places;
  }

  /** Walks the index and reads the text of each; null where the bound came before the page was full. */
  async #readOnTheWay(
    search: AccountSearch,
    filter: AccountFilter,
    order: AccountOrder,
    size: number,
    bound: number,
  ): Promise<AccountPlace[] | null> {
    const found: AccountPlace[] = [];
    let from = order;
    let chunk = readAtOnce;
    for (let read = 0; read < bound; read += chunk, chunk = 4 * readAtOnce) {
      const limit = chunk;
      const places = await this.#along(from, limit - 1, (stretch, left) =>
        this.#places(walkedAndSifted(filter, from, stretch, left)),
      );
      const matching = await this.#matching(search, places);
      found.push(...matching);
      if (found.length > size) return found.slice(0, size + 1);
      const last = places.at(-1);
      if (!last || places.length < limit) return found;
      // One in twenty of a flood is expected; where there are fewer, they lie elsewhere in the list.
      if (Number.isFinite(bound) && matching.length * 20 < places.length) return null;
      // Against the order of the list as before, from the row that was read last.
      from = { ...order, place: { direction: order.place?.direction ?? 'next', id: last.id, key: last.key } };
      await setImmediate();
    }
    return null;
  }

  /** @param unsure where the source has accounts that do not match */
  async #sorted(source: Sql, unsure: AccountSearch | null, filter: AccountFilter, order: AccountOrder, size: number) {
    if (!unsure) return this.#places(lookedUpAndSorted(source, filter, order, size + 1));
    for (const limit of [20 * size, Number.MAX_SAFE_INTEGER]) {
      const places = await this.#places(lookedUpAndSorted(source, filter, order, limit));
      const matching = await this.#matching(unsure, places, size);
      if (matching.length > size || places.length < limit) return matching.slice(0, size + 1);
    }
    return [];
  }

  /** The same in a reader thread, for a source of hundreds of thousands. */
  #sortedApart(source: Sql, filter: AccountFilter, order: AccountOrder, size: number): Promise<AccountPlace[]> {
    const { sql, params } = lookedUpAndSorted(source, filter, order, size + 1);
    return this.#store.readers.all<AccountPlace>(sql, params);
  }

  /** Those of the places whose text matches, until there are more than `enough`. */
  async #matching(search: AccountSearch, places: readonly AccountPlace[], enough = places.length) {
    const matching: AccountPlace[] = [];
    for (let start = 0; start < places.length && matching.length <= enough; start += readAtOnce) {
      const part = places.slice(start, start + readAtOnce);
      const texts = await textsOf(this.#store.read, part);
      matching.push(...part.filter(({ id }) => search.matches(texts.get(id) ?? '')));
    }
    return matching;
  }

  /** One more than `size`, from each stretch as many as are still wanting. */
  async #along(
    order: AccountOrder,
    size: number,
    find: (stretch: Stretch, limit: number) => Promise<AccountPlace[]>,
  ): Promise<AccountPlace[]> {
    const places: AccountPlace[] = [];
    for (const stretch of stretchesOf(order)) {
      if (places.length <= size) places.push(...(await find(stretch, size + 1 - places.length)));
    }
    return places;
  }

  #places(query: Sql): Promise<AccountPlace[]> {
    return this.#rows<AccountPlace>(query);
  }

  #rows<Row>({ sql, params }: Sql): Promise<Row[]> {
    return this.#store.read.query<Row[]>(sql, [...params]);
  }

  async #count(query: Sql): Promise<number> {
    const [row] = await this.#rows<{ count: number }>(query);
    return row?.count ?? 0;
  }
}

function unknown(places: readonly AccountPlace[]): FoundAccounts {
  return { places, atLeast: null };
}

function isFiltered({ search: _, now: __, ...asked }: AccountFilter): boolean {
  return Object.values(asked).some((value) => value !== undefined);
}

async function textsOf(manager: EntityManager, places: readonly AccountPlace[]): Promise<ReadonlyMap<number, string>> {
  const marks = places.map(() => '?').join(', ');
  const rows = await manager.query<{ id: number; text: string }[]>(
    `SELECT id, search_text AS text FROM account WHERE id IN (${marks})`,
    places.map(({ id }) => id),
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}
