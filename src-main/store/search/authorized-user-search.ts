import { type PersonSearch, personSearch } from './person-search';

/** @returns null where nothing was typed, which every authorized user matches */
export function authorizedUserSearch(typed: string): PersonSearch | null {
  return personSearch(typed, { text: 'authorized_user_text', words: 'authorized_user_words' });
}
