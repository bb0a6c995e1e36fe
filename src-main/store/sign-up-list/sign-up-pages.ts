import type { ListOrder } from '../list-order';
import { type FoundPlaces, type ListPlace, ListWalks, type SearchBounds, type WantedPage } from '../list-walks';
import { PersonReads } from '../search/person-reads';
import type { Store } from '../store';
import { onFromPlace, type SignUpFilter, type SignUpWalk, walksOf } from './sign-up-filter';
import {
  lookedUpAndSorted,
  stretchesOf,
  type WalkedFilter,
  walked,
  walkedWithin,
  walkLength,
  wholeOf,
} from './sign-up-queries';

/** Up to where each way is gone. */
export interface Bounds extends SearchBounds {
  /** An index that has so few of those the filter lets through is walked without looking at the others. */
  readonly few: number;
}

/** Each takes a few milliseconds on an office PC; see docs/performance.md. */
const usualBounds: Bounds = { few: 2_500, walked: 4_000, fewFound: 10_000, flood: 20_000, read: 1_000 };

type Wanted = WantedPage<WalkedFilter, ListOrder>;

/** Finds pages of the queue among hundreds of thousands of sign-ups. */
export class SignUpPages {
  readonly #bounds: Bounds;
  readonly #reads: PersonReads;
  readonly #walks: ListWalks<WalkedFilter, ListOrder>;

  constructor(store: Store, bounds = usualBounds) {
    this.#bounds = bounds;
    this.#reads = new PersonReads(store, 'sign_up_case');
    this.#walks = new ListWalks(this.#reads, { stretchesOf, walked, lookedUpAndSorted }, bounds);
  }

  async find(asked: SignUpFilter, order: ListOrder, size: number): Promise<FoundPlaces> {
    const filter = onFromPlace(asked, order);
    const { walk, isWhole } = await this.#narrowest(filter);
    const wanted = { filter: { ...filter, walk }, order, size };
    if (filter.search) return unknown(await this.#walks.findByText(filter.search, wanted));
    return unknown(isWhole ? await this.#walks.walk(null, wanted) : await this.#walkWithin(wanted));
  }

  /** Of several parts of the filter that which the fewest fulfil: they lie closest together in its index. */
  async #narrowest(filter: SignUpFilter): Promise<{ walk: SignUpWalk; isWhole: boolean }> {
    const { few } = this.#bounds;
    const [first, ...others] = walksOf(filter);
    if (others.length === 0) return { walk: first, isWhole: true };
    let narrowest = { walk: first, count: Number.POSITIVE_INFINITY };
    for (const walk of [first, ...others]) {
      const count = await this.#reads.countUpTo(wholeOf(walk), few + 1);
      if (count < narrowest.count) narrowest = { walk, count };
    }
    return { walk: narrowest.walk, isWhole: narrowest.count <= few };
  }

  /** Two parts of a filter can each let many through and together nobody: a long walk must hold nobody else up. */
  async #walkWithin({ filter, order, size }: Wanted): Promise<ListPlace[]> {
    const { walked: bound } = this.#bounds;
    const places: ListPlace[] = [];
    for (const stretch of stretchesOf(order)) {
      const limit = size + 1 - places.length;
      if (limit === 0) break;
      const within = await this.#reads.rows<ListPlace>(walkedWithin(filter, order, { stretch, bound, limit }));
      const isBounded =
        within.length < limit && (await this.#reads.count(walkLength(filter.walk, order, { stretch, bound }))) >= bound;
      const rest = { stretch, among: null, limit };
      places.push(...(isBounded ? await this.#reads.rowsApart<ListPlace>(walked(filter, order, rest)) : within));
    }
    return places;
  }
}

function unknown(places: readonly ListPlace[]): FoundPlaces {
  return { places, atLeast: null };
}
