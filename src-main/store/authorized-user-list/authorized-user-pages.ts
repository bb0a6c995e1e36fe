import { type FoundPlaces, type ListPlace, ListWalks, type SearchBounds, type WantedPage } from '../list-walks';
import { PersonReads } from '../search/person-reads';
import type { Sql } from '../sql';
import type { Store } from '../store';
import { type AuthorizedUserFilter, sourcesOf } from './authorized-user-filter';
import type { AuthorizedUserOrder } from './authorized-user-order';
import { lookedUpAndSorted, sortedInTrash, stretchesOf, textsOf, those, walked } from './authorized-user-queries';

/** Up to where each way is gone. */
export interface Bounds extends SearchBounds {
  /** Up to so many people are looked up one by one and sorted; more are met soon enough on a walk along the list. */
  readonly few: number;
}

/** Each takes a few milliseconds on an office PC; see docs/performance.md. */
const usualBounds: Bounds = { few: 2_500, fewFound: 10_000, flood: 20_000, read: 1_000, walked: 4_000 };

type Wanted = WantedPage<AuthorizedUserFilter, AuthorizedUserOrder>;

/** Finds pages of authorized users among hundreds of thousands, or among those of one account. */
export class AuthorizedUserPages {
  readonly #few: number;
  readonly #reads: PersonReads;
  readonly #walks: ListWalks<AuthorizedUserFilter, AuthorizedUserOrder>;

  constructor(store: Store, bounds = usualBounds) {
    this.#few = bounds.few;
    this.#reads = new PersonReads(store, 'authorized_user');
    this.#walks = new ListWalks(this.#reads, { stretchesOf, walked, lookedUpAndSorted }, bounds);
  }

  async find(filter: AuthorizedUserFilter, order: AuthorizedUserOrder, size: number): Promise<FoundPlaces> {
    const wanted = { filter, order, size };
    const { search } = filter;
    if (filter.isInTrash || filter.accountId !== undefined) return this.#findByReading(wanted);
    if (search) return unknown(await this.#walks.findByText(search, wanted));
    const few = await this.#fewOf(filter);
    return unknown(few ? await this.#walks.sorted(few, wanted) : await this.#walks.walk(null, wanted));
  }

  /** Among those of an account, or in the trash: the text of each is read, if anything is searched for. */
  async #findByReading(wanted: Wanted): Promise<FoundPlaces> {
    const { filter, order, size } = wanted;
    const { search } = filter;
    const matching = search && (await this.#reads.rows<{ id: number; text: string }>(textsOf(filter)));
    const ids = matching?.filter(({ text }) => search?.matches(text)).map(({ id }) => id);
    const among = ids ? those(ids) : null;
    const places = filter.isInTrash
      ? await this.#reads.rows<ListPlace>(sortedInTrash(among, filter, order, size + 1))
      : await this.#walks.walk(among, wanted);
    return { places, atLeast: ids?.length ?? null };
  }

  /** A part of the filter that so few fulfil that they can be looked up one by one. */
  async #fewOf(filter: AuthorizedUserFilter): Promise<Sql | null> {
    for (const source of sourcesOf(filter)) {
      if ((await this.#reads.countUpTo(source, this.#few + 1)) <= this.#few) return source;
    }
    return null;
  }
}

function unknown(places: readonly ListPlace[]): FoundPlaces {
  return { places, atLeast: null };
}
