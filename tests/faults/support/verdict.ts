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
  /** Of every sign-up, by its public id. */
  readonly versionsOfCases: ReadonlyMap<string, number>;
  /** Those that are done or undone. */
  readonly bulkDecisions: number;
  readonly activityRows: number;
}

const nothing = {
  namesGiven: new Set<string>(),
  versionsOfCases: new Map<string, number>(),
  bulkDecisions: 0,
  activityRows: 0,
};

/** Looks into a copy, so that the next start finds what the kill has left and repairs it by itself. */
export function judgeCopy(folder: WorkFolder, key: StoreKey): Verdict {
  const copy = join(folder.root, 'copy');
  cpSync(folder.dataDir, copy, { recursive: true });
  try {
    return lookInto(dataFolder(copy).office.store, key, judge);
  } catch (error) {
    return { faults: [`the store could not be opened: ${String(error)}`], ...nothing };
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
  faults.push(...faultsOfSignUps(database));
  return {
    faults,
    namesGiven: new Set(given.map(({ name }) => name)),
    versionsOfCases: versionsOfCases(database),
    bulkDecisions: count(database, "SELECT count(*) AS count FROM activity WHERE act = 'moderation.bulk-started'"),
    activityRows: rows,
  };
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

/** What must not be, each with how often it is. */
const neverOfSignUps: Readonly<Record<string, string>> = {
  'sign-ups are in another state than was recorded last': `
    SELECT count(*) AS count FROM sign_up_case c WHERE c.state <> coalesce((
      SELECT CASE a.act WHEN 'sign-up.approved' THEN 'approved' WHEN 'sign-up.rejected' THEN 'rejected' ELSE 'waiting' END
      FROM activity a WHERE a.subject_kind = 'account' AND a.subject_id = c.account_id
        AND a.act IN ('sign-up.approved', 'sign-up.rejected', 'sign-up.undone') ORDER BY a.id DESC LIMIT 1), 'waiting')`,
  'people who wait have a message about a decision': `
    SELECT count(*) AS count FROM outbox_message m JOIN sign_up_case c ON c.id = m.case_id WHERE c.state = 'waiting'`,
  'rejected people have another number of messages than one': `
    SELECT count(*) AS count FROM sign_up_case c
    WHERE c.state = 'rejected' AND (SELECT count(*) FROM outbox_message m WHERE m.case_id = c.id) <> 1`,
  'people who wait are let in, or people who are let in wait': `
    SELECT count(*) AS count FROM sign_up_case c JOIN account a ON a.id = c.account_id
    WHERE (a.access = 'open') <> (c.state = 'approved' AND c.due_at IS NULL)`,
  'bulk decisions count otherwise than their items': `
    SELECT count(*) AS count FROM bulk_job j JOIN (
      SELECT job_id, count(*) AS total, sum(outcome IN ('done', 'undone', 'not-undone')) AS done,
             sum(outcome = 'skipped') AS skipped, sum(outcome = 'undone') AS undone
      FROM bulk_job_item GROUP BY job_id) i ON i.job_id = j.id
    WHERE (j.total, j.done, j.skipped, j.undone) <> (i.total, i.done, i.skipped, i.undone)`,
};

function faultsOfSignUps(database: Database.Database): string[] {
  return Object.entries(neverOfSignUps)
    .map(([what, sql]) => ({ what, found: count(database, sql) }))
    .filter(({ found }) => found > 0)
    .map(({ what, found }) => `${found} times: ${what}`);
}

function count(database: Database.Database, sql: string): number {
  return database.prepare<[], { count: number }>(sql).get()?.count ?? 0;
}

function versionsOfCases(database: Database.Database): Map<string, number> {
  const rows = database.prepare<[], { id: string; version: number }>(
    'SELECT public_id AS id, version FROM sign_up_case',
  );
  return new Map(rows.all().map(({ id, version }) => [id, version]));
}
