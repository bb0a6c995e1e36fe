import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { verifyChain } from '../../../src-main/store/activity-chain';
import { dataFolder } from '../../../src-main/store/folder';
import type { StoreKey } from '../../../src-main/store/key/store-key';
import { lookInto, type WorkFolder } from './work-folder';

/** What a look into a store after a kill has found. */
export interface Verdict {
  readonly faults: readonly string[];
  /** Every name that the activity says a group was given. */
  readonly namesGiven: ReadonlySet<string>;
  readonly activityRows: number;
}

/** Looks into a copy, so that the next start finds what the kill has left and repairs it by itself. */
export function judgeCopy(folder: WorkFolder, key: StoreKey): Verdict {
  const copy = join(folder.root, 'copy');
  cpSync(folder.dataDir, copy, { recursive: true });
  try {
    return lookInto(dataFolder(copy).office.store, key, judge);
  } catch (error) {
    return { faults: [`the store could not be opened: ${String(error)}`], namesGiven: new Set(), activityRows: 0 };
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function judge(database: Database.Database): Verdict {
  const faults: string[] = [];
  const { firstBroken, rows } = verifyChain(database);
  if (firstBroken !== null) faults.push(`the chain of the activity is broken at entry ${firstBroken}`);
  const integrity = database.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok') faults.push(`integrity: ${String(integrity)}`);
  const given = namesGiven(database);
  for (const group of database.prepare('SELECT id, name FROM staff_group').all() as { id: number; name: string }[]) {
    const recorded = given.findLast(({ groupId }) => groupId === group.id)?.name;
    if (recorded !== group.name) faults.push(`a group is named "${group.name}", and recorded as "${recorded}"`);
  }
  return { faults, namesGiven: new Set(given.map(({ name }) => name)), activityRows: rows };
}

function namesGiven(database: Database.Database): { groupId: number; name: string }[] {
  return database
    .prepare<[], { groupId: number; name: string }>(`
      SELECT a.subject_id AS groupId, change.value ->> 'after' AS name
      FROM activity a
      JOIN activity_payload p ON p.activity_id = a.id
      JOIN json_each(p.payload, '$.changes') change ON change.value ->> 'field' = 'name'
      WHERE a.subject_kind = 'group' ORDER BY a.id`)
    .all();
}
