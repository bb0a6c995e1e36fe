import type { Transaction } from '../write-gate';

/**
 * Makes one piece of each search index, which halves the time of a search after hundreds of thousands of people were
 * added. Takes some ten seconds for a million, in which nothing else is written; day by day it is not needed.
 */
export async function mergeSearchIndexes({ manager }: Transaction): Promise<void> {
  for (const index of ['account_text', 'account_words', 'authorized_user_text', 'authorized_user_words']) {
    await manager.query(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
  }
}
