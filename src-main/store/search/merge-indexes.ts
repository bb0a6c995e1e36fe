import type { Transaction } from '../write-gate';

/**
 * Makes one piece of each search index, which halves the time of a search after hundreds of thousands of people were
 * added. Takes some ten seconds for a million, in which nothing else is written; day by day it is not needed.
 */
export async function mergeSearchIndexes({ manager }: Transaction): Promise<void> {
  for (const index of ['account', 'authorized_user', 'sign_up'].flatMap((what) => [`${what}_text`, `${what}_words`])) {
    await manager.query(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
  }
}
