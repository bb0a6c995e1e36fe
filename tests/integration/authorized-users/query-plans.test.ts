import { expect, test } from 'vitest';
import {
  authorizedUsersToPurge,
  countsOfAccount,
  delegatesByIds,
  delegatesOfLogins,
  nextAuthorizedUserId,
  replaceTicked,
  tickedPermissions,
} from '../../../src-main/features/authorized-users/authorized-users.repository';
import {
  loginsOfAccount,
  loginUses,
  removeUnusedLogins,
  settleUsernames,
} from '../../../src-main/features/authorized-users/shared-logins.repository';
import {
  categoryCounts,
  isCategoryInUse,
  isPermissionInUse,
  permissionCounts,
} from '../../../src-main/features/delegation/delegation.repository';
import type { Transaction } from '../../../src-main/store/write-gate';
import { plansOf } from '../../support/query-plans';
import { openTestStore } from '../../support/test-store';

type Manager = Transaction['manager'];

/** What is asked with each call, or each act: none of it may take longer the more people there are. */
const asked: readonly (readonly [what: string, ask: (manager: Manager) => Promise<unknown>])[] = [
  ['the people with a login', (manager) => delegatesOfLogins(manager, [1, 2], 0)],
  ['the people with these ids', (manager) => delegatesByIds(manager, [1, 2], 0)],
  ['what was ticked', (manager) => tickedPermissions(manager, [1, 2])],
  ['replacing what was ticked', (manager) => replaceTicked(manager, 1, [])],
  ['the next id', (manager) => nextAuthorizedUserId(manager)],
  ['whose time in the trash is over', (manager) => authorizedUsersToPurge(manager, 0, 20)],
  ['how many act for an account', (manager) => countsOfAccount(manager, 1)],
  ['who uses a login', (manager) => loginUses(manager, 1)],
  ['the logins of an account’s people', (manager) => loginsOfAccount(manager, 1)],
  ['logins that nobody uses any more', (manager) => removeUnusedLogins(manager, [1, 2])],
  ['by which usernames people are found', (manager) => settleUsernames(manager, [1, 2])],
  ['the end of an account’s sessions', (manager) => manager.increment('AuthorizedUser', { accountId: 1 }, 'epoch', 1)],
  ['the removal of an account’s people', (manager) => manager.delete('AuthorizedUser', { accountId: 1 })],
  ['the use of each category', (manager) => categoryCounts(manager)],
  ['the use of each permission', (manager) => permissionCounts(manager)],
  ['whether a category is in use', (manager) => isCategoryInUse(manager, 1)],
  ['whether a permission is in use', (manager) => isPermissionInUse(manager, 'profiles.view')],
];

test.each(asked)('%s: looked up, and never by reading everybody', async (_, ask) => {
  const { store } = await openTestStore();
  const plan = await store.write({}, (tx) => plansOf(tx.manager, () => ask(tx.manager)));
  expect(plan).not.toEqual([]);
  // What the office has of its own words, and what was asked for, is little.
  const scans = plan.filter((step) => /^SCAN /.test(step) && !/^SCAN (?:CONSTANT|json_each|c\b|p\b)/.test(step));
  expect(scans).toEqual([]);
});
