import { type PersonSearch, personSearch } from './person-search';

/** @returns null where nothing was typed, which every sign-up matches */
export function signUpSearch(typed: string): PersonSearch | null {
  return personSearch(typed, { text: 'sign_up_text', words: 'sign_up_words' });
}
