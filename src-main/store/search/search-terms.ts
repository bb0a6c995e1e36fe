import { digitsOf } from '../../phone-digits';
import { searchWords } from '../../search-words';

/**
 * A part of what was typed. It is found where the text has one of `any` in it, or all of `all`, where there are some;
 * with `isBeginning`, being one or two letters, only where a word begins with it.
 */
export interface SearchTerm {
  readonly any: readonly string[];
  readonly all: readonly string[];
  readonly isBeginning: boolean;
}

/** The least letters that are looked for anywhere in a text: what an index of trigrams can tell. */
const shortest = 3;

/** Marks that people put around what they look for, and that mean nothing in it. */
const around =
  /^["'*()[\]{}<>\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb]+|["'*()[\]{}<>\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb]+$/gu;
const withoutMeaning = /[^\p{L}\p{M}\p{N}\p{Co}]/gu;
/** Digits with what people put between them, with or without the marks around. */
const numberLike = /^[("]*[+]?[\p{Decimal_Number}()+/.\u2010-\u2015-]*\p{Decimal_Number}[)"]*$/u;

/**
 * What was typed, as terms of which each has to be found; null where nothing was typed. A number is compared by its
 * digits, with and without the zeros before them, since people leave the country's code out; one in several groups is
 * also tried as a whole. Whatever looks like a language for searching is only text.
 */
export function searchTerms(typed: string): SearchTerm[] | null {
  const words = searchWords(typed);
  if (words.length === 0) return null;
  const terms: SearchTerm[] = [];
  for (let index = 0; index < words.length; ) {
    const number = words.slice(index).findIndex((word) => !numberLike.test(word));
    const length = number === -1 ? words.length - index : number;
    terms.push(length > 0 ? numberTerm(words.slice(index, index + length)) : wordTerm(words[index] ?? ''));
    index += Math.max(length, 1);
  }
  return terms.filter(({ any, all }) => any.length + all.length > 0);
}

function wordTerm(word: string): SearchTerm {
  const bare = word.replace(around, '');
  if (lengthOf(bare) >= shortest) return { any: [bare], all: [], isBeginning: false };
  return beginning(bare.replace(withoutMeaning, ''));
}

function numberTerm(groups: readonly string[]): SearchTerm {
  const digits = groups.map(digitsOf);
  const whole = digits.join('');
  if (whole.length < shortest) return beginning(whole);
  const withoutZeros = whole.replace(/^0+/, '');
  const asTyped = groups.length === 1 ? groups.map((group) => group.replace(around, '')) : [];
  return {
    any: [...new Set([whole, ...asTyped, withoutZeros])].filter((text) => lengthOf(text) >= shortest),
    all: groups.length > 1 && digits.every((group) => group.length >= shortest) ? digits : [],
    isBeginning: false,
  };
}

function beginning(letters: string): SearchTerm {
  return { any: letters === '' ? [] : [letters], all: [], isBeginning: true };
}

function lengthOf(text: string): number {
  return [...text].length;
}

/** Whether the text of an account has all of the terms, as the index tells it. */
export function hasTerms(terms: readonly SearchTerm[]): (text: string) => boolean {
  const tests = terms.map(({ any, all, isBeginning }) => {
    if (!isBeginning) {
      return (text: string) =>
        any.some((one) => text.includes(one)) || (all.length > 0 && all.every((one) => text.includes(one)));
    }
    const begins = any.map((letters) => new RegExp(`(?<![\\p{L}\\p{M}\\p{N}\\p{Co}])${letters}`, 'u'));
    return (text: string) => begins.some((one) => one.test(text));
  });
  return (text) => tests.every((test) => test(text));
}
