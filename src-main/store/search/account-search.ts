import { type PersonSearch, personSearch } from './person-search';

/** @returns null where nothing was typed, which every account matches */
export function accountSearch(typed: string): PersonSearch | null {
  return personSearch(typed, { text: 'account_text', words: 'account_words' });
}
