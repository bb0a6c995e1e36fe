import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../../src-main/store/store';
import { seededStore } from '../../support/seeded-store';

const change = fc.record({
  sql: fc.constantFrom(
    'UPDATE account SET is_active = 1 - is_active WHERE id = ?',
    'UPDATE account SET is_staff = 1 - is_staff WHERE id = ? AND NOT is_superuser',
    "UPDATE account SET access = CASE access WHEN 'open' THEN 'awaiting-approval' ELSE 'open' END WHERE id = ?",
    'UPDATE account SET deleted_at = 1, purge_at = 2 WHERE id = ?',
    'UPDATE account SET deleted_at = NULL, purge_at = NULL WHERE id = ?',
    'UPDATE login SET must_change_password = 1 - must_change_password WHERE id = ?',
    'DELETE FROM account WHERE id = ?',
    'DELETE FROM profile WHERE account_id = ? AND (SELECT deleted_at FROM account WHERE id = account_id) IS NULL',
    "UPDATE account SET name_folded = name_folded || ' changed' WHERE id = ?",
    "UPDATE sign_up_case SET state = 'approved', is_appeal = 0 WHERE account_id = ?",
    "UPDATE sign_up_case SET state = 'rejected' WHERE account_id = ?",
    "UPDATE sign_up_case SET state = 'waiting', is_appeal = 1 - is_appeal WHERE account_id = ?",
    "UPDATE sign_up_case SET state = 'parked' WHERE account_id = ?",
    "UPDATE sign_up_case SET domain = 'another.example' WHERE account_id = ?",
    'DELETE FROM sign_up_case WHERE account_id = ?',
  ),
  id: fc.integer({ min: 1, max: 40 }),
});

test('whatever happens to accounts, profiles and sign-ups, the tallies are what counting anew would give', async () => {
  const store = await seededStore(40);
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      await store.write({}, async ({ manager }) => {
        for (const { sql, id } of changes) await manager.query(sql, [id]);
      });
      expect(await tallied(store)).toEqual(await counted(store));
      expect(await found(store)).toEqual(await searchable(store));
    }),
    { numRuns: 40 },
  );
});

type Count = { readonly what: string; readonly key: string; readonly count: number };

async function tallied(store: Store): Promise<Count[]> {
  return store.read.query(
    `SELECT what, key, count FROM tally WHERE what NOT IN ('added', 'signed-in') AND count <> 0 ORDER BY what, key`,
  );
}

async function counted(store: Store): Promise<Count[]> {
  return store.read.query(
    `SELECT 'must-change' AS what, '' AS key, count(*) AS count FROM account JOIN login ON login.id = login_id
       WHERE login.must_change_password = 1 AND deleted_at IS NULL HAVING count(*) > 0
     UNION ALL SELECT 'case', tab, count(*) FROM sign_up_case WHERE tab <> 'gone' GROUP BY tab
     UNION ALL SELECT 'case-of-domain', domain || char(10) || CASE tab WHEN 'decided' THEN state ELSE 'waiting' END, count(*)
       FROM sign_up_case WHERE tab <> 'gone' GROUP BY 2
     UNION ALL SELECT 'profile', CAST(type_id AS TEXT), count(*) FROM profile GROUP BY type_id
     UNION ALL SELECT 'profile-in-trash', CAST(type_id AS TEXT), count(*) FROM profile JOIN account ON account.id = account_id
       WHERE deleted_at IS NOT NULL GROUP BY type_id
     UNION ALL SELECT 'status', CASE WHEN deleted_at IS NOT NULL THEN 'trash' WHEN is_active = 0 THEN 'deactivated'
         WHEN access <> 'open' AND NOT is_staff THEN 'awaiting-approval' ELSE 'active' END, count(*) FROM account GROUP BY 2
     ORDER BY 1, 2`,
  );
}

/** Everybody the search index knows by an e-mail, which all of them have. */
async function found(store: Store): Promise<unknown[]> {
  return store.read.query(`SELECT rowid AS id FROM account_text WHERE account_text MATCH '"exa"' ORDER BY rowid`);
}

async function searchable(store: Store): Promise<unknown[]> {
  return store.read.query('SELECT id FROM account WHERE deleted_at IS NULL ORDER BY id');
}
