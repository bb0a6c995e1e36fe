import { expect, test } from 'vitest';
import {
  deleteValues,
  hasValues,
  isTypeInUse,
  profileCounts,
} from '../../../src-main/features/profiles/profile-types.repository';
import {
  profilesOfAccounts,
  typesOfAccounts,
  valuesOfAccounts,
} from '../../../src-main/features/profiles/profiles.repository';
import { plansOf } from '../../support/query-plans';
import { openTestStore } from '../../support/test-store';

const ofAccount = 'SEARCH p USING INDEX profile_by_account (account_id=?)';
const byIndexAlone = 'SEARCH p USING COVERING INDEX profile_by_account (account_id=?)';
const itsType = 'SEARCH t USING INTEGER PRIMARY KEY (rowid=?)';
const inOrder = 'USE TEMP B-TREE FOR ORDER BY';

test('the profiles of accounts are found by an index, and so are their values', async () => {
  const { store } = await openTestStore();
  const { read } = store;
  const ids = [1, 2, 3];
  // What is put in order is what a page has, never the table.
  expect(await plansOf(read, () => profilesOfAccounts(read, ids))).toEqual([ofAccount, itsType, inOrder]);
  expect(await plansOf(read, () => typesOfAccounts(read, ids))).toEqual([byIndexAlone, itsType, inOrder]);
  expect(await plansOf(read, () => valuesOfAccounts(read, ids))).toEqual([
    byIndexAlone,
    'SEARCH f USING INDEX profile_field_by_type (type_id=?)',
    'SEARCH v USING PRIMARY KEY (field_id=? AND profile_id=?) LEFT-JOIN',
    inOrder,
  ]);
});

test('what is asked of a type looks at no profile but the first', async () => {
  const { store } = await openTestStore();
  const { read } = store;
  expect(await plansOf(read, () => profileCounts(read))).toEqual(['SEARCH tally USING PRIMARY KEY (what=?)']);
  expect(await plansOf(read, () => isTypeInUse(read, 1))).toEqual([
    'SEARCH profile USING COVERING INDEX profile_by_type (type_id=?)',
  ]);
  expect(await plansOf(read, () => hasValues(read, 1))).toEqual([
    'SEARCH profile_value USING PRIMARY KEY (field_id=?)',
  ]);
});

test('values are deleted along the stretch of their field, and a profile finds its own', async () => {
  const { store } = await openTestStore();
  const plans = await store.write({}, async ({ manager }) => plansOf(manager, () => deleteValues(manager, 1, 100)));
  expect(plans.filter((step) => step.startsWith('SCAN') && !step.includes('SUBQUERY'))).toEqual([]);
  expect(plans).toContain('SEARCH profile_value USING PRIMARY KEY (field_id=? AND profile_id<?)');

  // Plans leave out what triggers do, so its statement is taken out of the one there is.
  const [trigger] = await store.read.query<{ sql: string }[]>(
    "SELECT sql FROM sqlite_schema WHERE name = 'profile_takes_its_values_along'",
  );
  const [, statement = ''] = /BEGIN(.*)END/su.exec(trigger?.sql ?? '') ?? [];
  const steps = await store.read.query<{ detail: string }[]>(
    `EXPLAIN QUERY PLAN ${statement.replaceAll(/OLD\.\w+/g, '1')}`,
  );
  expect(steps[0]?.detail).toBe('SEARCH profile_value USING PRIMARY KEY (field_id=? AND profile_id=?)');
});
