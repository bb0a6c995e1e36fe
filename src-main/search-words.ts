import { fold } from './store/fold';

/** More words than this nobody types to find a person. */
const mostWords = 8;

/** The words of what was typed to find somebody, folded: each has to occur, in whatever order, commas aside. */
export function searchWords(typed: string): string[] {
  return fold(typed)
    .split(/[\s,;]+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords);
}
