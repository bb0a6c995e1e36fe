import Database from 'better-sqlite3-multiple-ciphers';
import { prepareConnection } from '../../../src-main/store/connection';
import { dataFolder } from '../../../src-main/store/folder';
import { readKeyFile } from '../../../src-main/store/key/key-file';
import { unwrapWithPassphrase } from '../../../src-main/store/key/key-ways';
import { type Holders, measureAuthorizedUserLists } from './authorized-user-lists';
import { measureAuthorizedUserRecords, measurePermissionCheck } from './authorized-user-records';
import { measureAuthorizedUserSearches } from './authorized-user-searches';
import { type BenchOffice, passphrase, superuser } from './bench-office';
import type { Measured } from './measure';

/** Everything that has to do with those who may act for an account, through the one door. */
export async function measureAuthorizedUsers(office: BenchOffice): Promise<Record<string, Measured>> {
  const holders = await holdersOf(office.dataDir);
  // What changes something asks for the password again when a few minutes have passed since it was typed.
  await office.ask('desk', 'session.reauthenticate', { password: superuser.password });
  return {
    ...(await measureAuthorizedUserRecords(office, holders)),
    ...(await measurePermissionCheck(office)),
    ...(await measureAuthorizedUserLists(office, holders)),
    ...(await measureAuthorizedUserSearches(office, holders)),
  };
}

/** No procedure tells for whom most people act. The look takes no more memory than SQLite's least, since it is measured. */
async function holdersOf(dataDir: string): Promise<Holders> {
  const { office } = dataFolder(dataDir);
  const key = await unwrapWithPassphrase(readKeyFile(office.key), passphrase);
  const database = new Database(office.store, { readonly: true, fileMustExist: true });
  try {
    prepareConnection(database, key, 'reader');
    database.pragma('cache_size = -2000');
    const holderWith = (which: string) =>
      database
        .prepare<[], { id: string }>(
          `SELECT public_id AS id FROM account JOIN (
             SELECT account_id, count(*) AS count FROM authorized_user WHERE deleted_at IS NULL GROUP BY account_id ${which}
           ) ON id = account_id WHERE deleted_at IS NULL LIMIT 1`,
        )
        .get()?.id ?? '';
    return {
      ofFive: holderWith('HAVING count = 5 LIMIT 50'),
      ofTheMost: holderWith('ORDER BY count DESC LIMIT 1'),
    };
  } finally {
    database.close();
  }
}
