import type { PersonSearch } from '../search/person-search';
import type { Sql } from '../sql';
import type { Store } from '../store';
import type { AccountPlace } from './account-order';

/** So many rows are read before it is looked whether they are enough. */
export const readAtOnce = 120;

/** Asks the store what the queries for a list say, on the main thread or apart from it. */
export class AccountReads {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  rows<Row>({ sql, params }: Sql): Promise<Row[]> {
    return this.#store.read.query<Row[]>(sql, [...params]);
  }

  /** In a reader thread, for what may take long. */
  rowsApart<Row>({ sql, params }: Sql): Promise<Row[]> {
    return this.#store.readers.all<Row>(sql, params);
  }

  async count(query: Sql): Promise<number> {
    const [row] = await this.rows<{ count: number }>(query);
    return row?.count ?? 0;
  }

  /** Those of the places whose text matches, until there are more than `enough`. */
  async matching(
    search: PersonSearch,
    places: readonly AccountPlace[],
    enough = places.length,
  ): Promise<AccountPlace[]> {
    const matching: AccountPlace[] = [];
    for (let start = 0; start < places.length && matching.length <= enough; start += readAtOnce) {
      const part = places.slice(start, start + readAtOnce);
      const texts = await this.#texts(part);
      matching.push(...part.filter(({ id }) => search.matches(texts.get(id) ?? '')));
    }
    return matching;
  }

  async #texts(places: readonly AccountPlace[]): Promise<ReadonlyMap<number, string>> {
    const marks = places.map(() => '?').join(', ');
    const rows = await this.rows<{ id: number; text: string }>({
      sql: `SELECT id, search_text AS text FROM account WHERE id IN (${marks})`,
      params: places.map(({ id }) => id),
    });
    return new Map(rows.map(({ id, text }) => [id, text]));
  }
}
