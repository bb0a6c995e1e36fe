import type { Transaction } from '../write-gate';

/**
 * Makes one piece of each search index, which halves the time of a search after hundreds of thousands of accounts were
 * added. Takes some ten seconds for a million, in which nothing else is written; day by day it is not needed.
 */
export async function mergeSearchIndexes({ manager }: Transaction): Promise<void> {
  await manager.query("INSERT INTO account_text (account_text) VALUES ('optimize')");
  await manager.query("INSERT INTO account_words (account_words) VALUES ('optimize')");
}
