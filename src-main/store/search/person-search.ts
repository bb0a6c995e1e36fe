import type { Sql } from '../sql';
import { hasTerms, type SearchTerm, searchTerms } from './search-terms';

/** The search indexes of those who are looked for: of three letters and more anywhere, and of the beginnings of words. */
interface SearchIndexes {
  readonly text: string;
  readonly words: string;
}

/** What was typed to find people, as it can be asked of the store. What is in the trash is never found by an index. */
export interface PersonSearch {
  /** A query for the column `id` of those who may match: of nobody who does is it silent. */
  readonly candidates: Sql;
  /** Whether all candidates match; where not, `matches` decides. */
  readonly isExact: boolean;
  /** A query for the column `id` of exactly those who match. It may take long. */
  readonly exactly: Sql;
  /** Whether somebody with this `search_text` matches. */
  matches(text: string): boolean;
}

/** @returns null where nothing was typed, which everybody matches */
export function personSearch(typed: string, indexes: SearchIndexes): PersonSearch | null {
  const terms = searchTerms(typed);
  if (!terms) return null;
  if (terms.length === 0) return nobody;
  const anywhere = terms.filter(({ isBeginning }) => !isBeginning);
  const beginnings = terms.filter(({ isBeginning }) => isBeginning);
  const byText = anywhere.length > 0 ? asked(indexes.text, anywhere) : null;
  const byWords = beginnings.length > 0 ? asked(indexes.words, beginnings) : null;
  const matches = hasTerms(terms);
  if (byText && byWords) {
    // The plus keeps SQLite from asking the index of text anew for each of a hundred thousand rows.
    const sql = `${byText.sql} AND +rowid IN (${byWords.sql})`;
    return {
      candidates: byText,
      isExact: false,
      exactly: { sql, params: [...byText.params, ...byWords.params] },
      matches,
    };
  }
  const candidates = byText ?? byWords ?? nobody.candidates;
  return { candidates, isExact: true, exactly: candidates, matches };
}

/** Where only marks were typed that mean nothing. */
const nobody: PersonSearch = {
  candidates: { sql: 'SELECT NULL AS id WHERE false', params: [] },
  isExact: true,
  exactly: { sql: 'SELECT NULL AS id WHERE false', params: [] },
  matches: () => false,
};

function asked(table: string, terms: readonly SearchTerm[]): Sql {
  return {
    sql: `SELECT rowid AS id FROM ${table} WHERE ${table} MATCH ?`,
    params: [terms.map(expression).join(' AND ')],
  };
}

/** In the language of FTS5, in which everything between quotes is text. */
function expression({ any, all, isBeginning }: SearchTerm): string {
  const either = any.map((text) => (isBeginning ? `${quoted(text)} *` : quoted(text)));
  if (all.length > 0) either.push(`(${all.map(quoted).join(' AND ')})`);
  return `(${either.join(' OR ')})`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
