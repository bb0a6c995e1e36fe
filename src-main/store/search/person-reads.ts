import type { Sql } from '../sql';
import type { Store } from '../store';
import type { PersonSearch } from './person-search';

/** So many rows are read before it is looked whether they are enough. */
export const readAtOnce = 120;

/** What has the text that people are found by in its rows. */
type SearchedTable = 'account' | 'authorized_user' | 'sign_up_case';

/** Asks the store what the queries for a list of people say, on the main thread or apart from it. */
export class PersonReads {
  readonly #store: Store;
  readonly #table: SearchedTable;

  constructor(store: Store, table: SearchedTable) {
    this.#store = store;
    this.#table = table;
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

  /** Whether there are more than `limit`, at the cost of counting up to there. */
  countUpTo({ sql, params }: Sql, limit: number): Promise<number> {
    return this.count({ sql: `SELECT count(*) AS count FROM (${sql} LIMIT ?)`, params: [...params, limit] });
  }

  /** How many there are, or where there are more than `limit`, are likely to be if all lie so close together as the first. */
  async likelyCount({ sql, params }: Sql, limit: number): Promise<number> {
    const [found] = await this.rows<{ count: number; first: number; last: number; newest: number }>({
      sql: `SELECT count(*) AS count, min(id) AS first, max(id) AS last, (SELECT max(id) FROM ${this.#table}) AS newest
            FROM (${sql} LIMIT ?)`,
      params: [...params, limit],
    });
    if (!found || found.count < limit) return found?.count ?? 0;
    return (found.count * (found.newest - found.first)) / Math.max(found.last - found.first, 1);
  }

  /** Those of the places whose text matches, until there are more than `enough`. */
  async matching<Place extends { readonly id: number }>(
    search: PersonSearch,
    places: readonly Place[],
    enough = places.length,
  ): Promise<Place[]> {
    const matching: Place[] = [];
    for (let start = 0; start < places.length && matching.length <= enough; start += readAtOnce) {
      const part = places.slice(start, start + readAtOnce);
      const texts = await this.#texts(part);
      matching.push(...part.filter(({ id }) => search.matches(texts.get(id) ?? '')));
    }
    return matching;
  }

  async #texts(people: readonly { readonly id: number }[]): Promise<ReadonlyMap<number, string>> {
    const marks = people.map(() => '?').join(', ');
    const rows = await this.rows<{ id: number; text: string }>({
      sql: `SELECT id, search_text AS text FROM ${this.#table} WHERE id IN (${marks})`,
      params: people.map(({ id }) => id),
    });
    return new Map(rows.map(({ id, text }) => [id, text]));
  }
}
