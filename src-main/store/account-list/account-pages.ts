import { isDownwards } from '../list-order';
import { PersonReads } from '../search/person-reads';
import type { PersonSearch } from '../search/person-search';
import type { Sql } from '../sql';
import type { Store } from '../store';
import { type AccountFilter, type Source, sieveFor, sourcesOf, walkOf } from './account-filter';
import type { AccountOrder, AccountPlace } from './account-order';
import {
  countedUpTo,
  keysOf,
  lookedUpAndSorted,
  lookedUpSortedAndSifted,
  those,
  upTo,
  walkEnd,
} from './account-queries';
import { AccountWalks, type Wanted } from './account-walks';

/** Up to where each way is gone. */
export interface Bounds {
  /** Up to so many accounts that a filter lets through are looked up one by one and sorted. */
  readonly few: number;
  /** The same in a list by e-mail, along which nothing can be told of an account without looking it up. */
  readonly fewByEmail: number;
  /** The same of those that have the words: looking for them again would take longer. */
  readonly fewFound: number;
  /** From so many on, the words are looked for in the rows that are walked: of a thousand a page has them. */
  readonly flood: number;
  /** So many rows of an index are walked before it is given up. */
  readonly walked: number;
  /** The same where the text of each is read: each lies on a page of its own. */
  readonly read: number;
}

/** Each takes a few milliseconds on an office PC; see docs/performance.md. */
const usualBounds: Bounds = {
  few: 2_500,
  fewByEmail: 8_000,
  fewFound: 3_000,
  flood: 60_000,
  walked: 20_000,
  read: 2_000,
};

/** By so many candidates it is judged how all of them lie in the order of a list. */
const sampled = 100;
/** Of more than so many candidates it takes too long to have all of them at hand while walking. */
const mostHeld = 200_000;
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
  readonly #bounds: Bounds;
  readonly #reads: PersonReads;
  readonly #walks: AccountWalks;

  constructor(store: Store, bounds = usualBounds) {
    this.#bounds = bounds;
    this.#reads = new PersonReads(store, 'account');
    this.#walks = new AccountWalks(this.#reads);
  }

  async find(filter: AccountFilter, order: AccountOrder, size: number): Promise<FoundAccounts> {
    const wanted = { filter, order, size };
    const { search } = filter;
    const { few, many } = sourcesOf(filter, order.sort);
    if (few) return unknown(await this.#sorted(few, search, wanted));
    if (search && filter.status === 'trash') {
      return unknown((await this.#walks.reading(Number.POSITIVE_INFINITY, search, wanted)) ?? []);
    }
    if (search) return this.#findByText(search, wanted);
    return unknown(await this.#findByFilter(many, wanted));
  }

  async #findByFilter(sources: readonly Source[], wanted: Wanted): Promise<AccountPlace[]> {
    const { filter, order, size } = wanted;
    const [source] = sources;
    if (!source || walkOf(filter, order).isNarrow) return this.#walks.whole(wanted);
    const few = order.sort === 'email' ? this.#bounds.fewByEmail : this.#bounds.few;
    for (const one of sources) {
      if ((await this.#reads.count(countedUpTo(one, few + 1))) <= few) return this.#sorted(one, null, wanted);
    }
    const met = await this.#walks.within(this.#bounds.walked, null, wanted);
    return met ?? this.#reads.rowsApart(lookedUpAndSorted(source, filter, order, size + 1));
  }

  async #findByText(search: PersonSearch, wanted: Wanted): Promise<FoundAccounts> {
    const { fewFound, flood, read } = this.#bounds;
    const first = await this.#reads.rows<{ id: number }>(upTo(search.candidates, fewFound + 1));
    const ids = first.map(({ id }) => id);
    // A round number, where there are more.
    const atLeast = search.isExact && !isFiltered(wanted.filter) ? Math.min(ids.length, fewFound) : null;
    if (ids.length <= fewFound) {
      return { places: await this.#sorted(those(ids), search.isExact ? null : search, wanted), atLeast };
    }
    const known = { ids, likely: await this.#likelyCount(ids) };
    const places =
      (known.likely < flood ? null : await this.#walks.reading(read, search, wanted)) ??
      (await this.#amongCandidates(search, known, wanted)) ??
      (await this.#sortedMany(search, known.likely, wanted));
    return { places, atLeast };
  }

  /** How many there are likely to be in all, if the first of them, in the order of their ids, lie so close together. */
  async #likelyCount(ids: readonly number[]): Promise<number> {
    const [newest] = await this.#reads.rows<{ id: number }>({ sql: 'SELECT max(id) AS id FROM account', params: [] });
    const first = ids[0] ?? 0;
    const last = ids.at(-1) ?? 0;
    return (ids.length * ((newest?.id ?? 0) - first)) / Math.max(last - first, 1);
  }

  /** Walks and takes those that are among the candidates; null where that would lead nowhere. */
  async #amongCandidates(
    search: PersonSearch,
    known: { readonly ids: readonly number[]; readonly likely: number },
    wanted: Wanted,
  ): Promise<AccountPlace[] | null> {
    if (known.likely > mostHeld) return null;
    // One or two letters beside longer words fit many: a few hundred candidates are enough to have a page of them.
    const enough = search.isExact ? wanted.size : 10 * wanted.size;
    if ((await this.#likelyMet(known, wanted)) < margin * enough) return null;
    const places = await this.#walks.within(this.#bounds.walked, search.candidates, { ...wanted, size: enough });
    if (!places || search.isExact) return places;
    const matching = await this.#reads.matching(search, places, wanted.size);
    return matching.length > wanted.size || places.length <= enough ? matching.slice(0, wanted.size + 1) : null;
  }

  /**
   * How many of the candidates a walk of the usual bound is likely to meet. Names do not lie anyhow: who looks for
   * "Smith" in a list by name finds all of them far down and none before.
   */
  async #likelyMet(
    { ids, likely }: { readonly ids: readonly number[]; readonly likely: number },
    { filter, order }: Wanted,
  ): Promise<number> {
    const every = Math.ceil(ids.length / sampled);
    const sample = ids.filter((_, index) => index % every === 0);
    const keys = await this.#reads.rows<AccountPlace>(keysOf(sample, order));
    const [end] = await this.#reads.rows<{ key: Key }>(walkEnd(filter, order, this.#bounds.walked));
    const isBehind = isDownwards(order) ? (one: Key, other: Key) => one < other : (one: Key, other: Key) => one > other;
    const start = order.place?.key;
    const met = keys.filter(
      ({ key }) => !(end && isBehind(key, end.key)) && !(start !== undefined && isBehind(start, key)),
    );
    return (met.length / sample.length) * likely;
  }

  /** @param unsure where the source has accounts that do not match */
  async #sorted(source: Source, unsure: PersonSearch | null, { filter, order, size }: Wanted): Promise<AccountPlace[]> {
    if (!unsure) return this.#reads.rows(lookedUpAndSorted(source, filter, order, size + 1));
    for (const limit of [20 * size, Number.MAX_SAFE_INTEGER]) {
      const places = await this.#reads.rows<AccountPlace>(lookedUpAndSorted(source, filter, order, limit));
      const matching = await this.#reads.matching(unsure, places, size);
      if (matching.length > size || places.length < limit) return matching.slice(0, size + 1);
    }
    return [];
  }

  /** Looks all of them up, apart from the main thread where they are a flood. */
  async #sortedMany(search: PersonSearch, likely: number, wanted: Wanted): Promise<AccountPlace[]> {
    const { filter, order, size } = wanted;
    const isFlood = likely >= this.#bounds.flood;
    const source = { ...(isFlood ? search.exactly : search.candidates), known: found };
    if (!isFlood && !search.isExact) return this.#sorted(source, search, wanted);
    const ask = (query: Sql) =>
      isFlood ? this.#reads.rowsApart<AccountPlace>(query) : this.#reads.rows<AccountPlace>(query);
    // Most filters let most accounts through: as long as that holds, the first few hundred are enough.
    if (sieveFor(filter, found).join !== '') {
      const early = { first: 8 * size, limit: size + 1 };
      const places = await ask(lookedUpSortedAndSifted(source, filter, order, early));
      if (places.length > size) return places;
    }
    return ask(lookedUpAndSorted(source, filter, order, size + 1));
  }
}

/** The search indexes have nobody who is in the trash. */
const found = { answers: [], isWithoutTrash: true, has: null } as const;

function unknown(places: readonly AccountPlace[]): FoundAccounts {
  return { places, atLeast: null };
}

function isFiltered({ search: _, now: __, ...asked }: AccountFilter): boolean {
  return Object.values(asked).some((value) => value !== undefined);
}
