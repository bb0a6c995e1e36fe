import type { EntityManager } from 'typeorm';
import { describe, expect, test } from 'vitest';
import { Events } from '../../../src-main/events';
import { AccountRules } from '../../../src-main/features/accounts/account-rules.service';
import {
  accountsByName,
  accountsByPhone,
  accountsToPurge,
  nextAccountId,
  permissionsOfAccounts,
} from '../../../src-main/features/accounts/accounts.repository';
import { AccountsService } from '../../../src-main/features/accounts/accounts.service';
import { appendEntry, blankEntriesAbout, entriesPage } from '../../../src-main/features/activity/activity.repository';
import { ActivityService } from '../../../src-main/features/activity/activity.service';
import { refusedCallsPage } from '../../../src-main/features/activity/refused-calls.repository';
import { AuthorizedUsersService } from '../../../src-main/features/authorized-users/authorized-users.service';
import { membersOfGroups, permissionsOfGroups } from '../../../src-main/features/groups/groups.repository';
import { GroupsService } from '../../../src-main/features/groups/groups.service';
import { LoginsService } from '../../../src-main/features/logins/logins.service';
import { SignInWaits } from '../../../src-main/features/logins/sign-in-waits.service';
import { delegateRow, holderRow } from '../../../src-main/features/session/session.repository';
import { staffPage } from '../../../src-main/features/staff/staff.repository';
import { StaffRightsService } from '../../../src-main/features/staff/staff-rights.service';
import { StaffView } from '../../../src-main/features/staff/staff-view';
import type { Place } from '../../../src-main/paging';
import { noRights } from '../../../src-main/rights';
import type { Store } from '../../../src-main/store/store';
import { plansOf } from '../../support/query-plans';
import { openTestStore } from '../../support/test-store';
import { newEntry } from './activity-entries';

const first = null;
const next: Place = { direction: 'next', id: 7, key: 'okafor' };
const previous: Place = { direction: 'previous', id: 7, key: 'okafor' };

type Read = (manager: EntityManager, store: Store) => Promise<unknown>;

function planned(reads: readonly (readonly [what: string, read: Read, ...plan: string[]])[]): void {
  for (const [what, read, ...plan] of reads) {
    test(what, async () => {
      const { store } = await openTestStore();
      expect(await plansOf(store.read, () => read(store.read, store))).toEqual(plan);
    });
  }
}

describe('a page of the staff list walks along an index, in the order of the list', () => {
  const byName = 'account USING INDEX account_staff_by_name';
  const byStatus = 'account USING INDEX account_staff_by_status_and_name';
  planned([
    ['everybody', (read) => staffPage(read, {}, first, 50), `SCAN ${byName}`],
    ['everybody, next page', (read) => staffPage(read, {}, next, 50), `SEARCH ${byName} (name_folded>?)`],
    ['everybody, previous page', (read) => staffPage(read, {}, previous, 50), `SEARCH ${byName} (name_folded<?)`],
    ['by status', (read) => staffPage(read, { isActive: true }, first, 50), `SEARCH ${byStatus} (is_active=?)`],
    [
      'by status, next page',
      (read) => staffPage(read, { isActive: true }, next, 50),
      `SEARCH ${byStatus} (is_active=? AND name_folded>?)`,
    ],
    [
      'by status, previous page',
      (read) => staffPage(read, { isActive: false }, previous, 50),
      `SEARCH ${byStatus} (is_active=? AND name_folded<?)`,
    ],
    // Text is looked for in the names of the staff alone, never among all accounts.
    [
      'by text',
      (read) => staffPage(read, { words: ['mul'] }, first, 50),
      'SCAN account USING INDEX account_staff_by_name',
    ],
    [
      'by text and status, next page',
      (read) => staffPage(read, { words: ['mul'], isActive: true }, next, 50),
      'SEARCH account USING INDEX account_staff_by_status_and_name (is_active=? AND name_folded>?)',
    ],
  ]);
});

describe('a page of the activity walks along an index, newest first', () => {
  const act = 'staff.added';
  const entry = 'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)';
  const payload = 'SEARCH p USING INTEGER PRIMARY KEY (rowid=?)';
  const ofAct = 'SEARCH a USING INDEX activity_by_act';
  const ofPerson = 'SEARCH ap USING PRIMARY KEY';
  planned([
    ['all of it', (read) => entriesPage(read, {}, first, 50), 'SCAN a', payload],
    [
      'all of it, next page',
      (read) => entriesPage(read, {}, next, 50),
      'SEARCH a USING INTEGER PRIMARY KEY (rowid<?)',
      payload,
    ],
    [
      'all of it, previous page',
      (read) => entriesPage(read, {}, previous, 50),
      'SEARCH a USING INTEGER PRIMARY KEY (rowid>?)',
      payload,
    ],
    ['by act', (read) => entriesPage(read, { act }, first, 50), `${ofAct} (act=?)`, payload],
    ['by act, next page', (read) => entriesPage(read, { act }, next, 50), `${ofAct} (act=? AND id<?)`, payload],
    ['by act, previous page', (read) => entriesPage(read, { act }, previous, 50), `${ofAct} (act=? AND id>?)`, payload],
    [
      'by person',
      (read) => entriesPage(read, { accountId: 1 }, first, 50),
      `${ofPerson} (account_id=?)`,
      entry,
      payload,
    ],
    [
      'by person, next page',
      (read) => entriesPage(read, { accountId: 1 }, next, 50),
      `${ofPerson} (account_id=? AND activity_id<?)`,
      entry,
      payload,
    ],
    [
      'by person, previous page',
      (read) => entriesPage(read, { accountId: 1 }, previous, 50),
      `${ofPerson} (account_id=? AND activity_id>?)`,
      entry,
      payload,
    ],
    [
      'by person and act',
      (read) => entriesPage(read, { accountId: 1, act }, first, 50),
      `${ofPerson} (account_id=?)`,
      entry,
      payload,
    ],
    [
      'by person and act, next page',
      (read) => entriesPage(read, { accountId: 1, act }, next, 50),
      `${ofPerson} (account_id=? AND activity_id<?)`,
      entry,
      payload,
    ],
    [
      'refused calls',
      (read) => refusedCallsPage(read, first, 50),
      'SCAN refused_call USING INDEX refused_call_by_time',
    ],
    [
      'refused calls, next page',
      (read) => refusedCallsPage(read, { ...next, key: '7' }, 50),
      'SEARCH refused_call USING INDEX refused_call_by_time (last_at<?)',
    ],
  ]);
});

test('what the activity has about an account is found, and blanked, by that account', async () => {
  const { store } = await openTestStore();
  const payload = 'SEARCH p USING INTEGER PRIMARY KEY (rowid=?)';
  const about = await plansOf(store.read, () => entriesPage(store.read, { accountId: 1, isAbout: true }, first, 50));
  expect(about).toEqual(['SEARCH a USING INDEX activity_about (about_account_id=?)', payload]);
  await store.write({}, async ({ manager }) => {
    const blanking = await plansOf(manager, () => blankEntriesAbout(manager, 1));
    expect(blanking.join()).toContain('USING INDEX activity_about (about_account_id=?)');
    expect(blanking.filter((step) => /SCAN/.test(step))).toEqual([]);
  });
});

describe('what every call and every sign-in asks is found by an index', () => {
  const logins = new LoginsService();
  planned([
    [
      'who is signed in',
      (read) => holderRow(read, 1, 1),
      'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH l USING INTEGER PRIMARY KEY (rowid=?)',
    ],
    [
      'who is signed in and acts for somebody',
      (read) => delegateRow(read, 1, 1),
      'SEARCH u USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH l USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH own USING INDEX account_login (login_id=?) LEFT-JOIN',
    ],
    [
      'what they may do for the account',
      (read, store) => new AuthorizedUsersService(store).tickedOfOne(read, 1),
      'SEARCH authorized_user_permission USING PRIMARY KEY (authorized_user_id=?)',
    ],
    [
      'the accounts a login leads to',
      (read, store) => new AuthorizedUsersService(store).delegatesOfLogins(read, [1], 0),
      'SEARCH u USING INDEX authorized_user_login (login_id=?)',
      'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)',
      'USE TEMP B-TREE FOR ORDER BY',
    ],
    [
      'what they may do',
      (read) => permissionsOfAccounts(read, [1, 2]),
      'COMPOUND QUERY',
      'LEFT-MOST SUBQUERY',
      'SEARCH account_permission USING PRIMARY KEY (account_id=?)',
      'UNION ALL',
      'SEARCH ag USING PRIMARY KEY (account_id=?)',
      'SEARCH gp USING PRIMARY KEY (group_id=?)',
    ],
    [
      'a login by its name',
      (read) => logins.findByName(read, 'olga.petrenko@example.com'),
      'SEARCH Login USING INDEX login_sign_in_name (sign_in_name_folded=?)',
    ],
    ['a login', (read) => logins.findById(read, 1), 'SEARCH Login USING INTEGER PRIMARY KEY (rowid=?)'],
    [
      'the account of a login',
      (read, store) => new AccountsService(store).findByLogin(read, 1, 0),
      'SEARCH Account USING INDEX account_login (login_id=?)',
    ],
  ]);
});

describe('records are found by an index', () => {
  planned([
    [
      'an account by its public id',
      (read, store) => new AccountsService(store).find(read, 'x', 0),
      'SEARCH Account USING INDEX account_public_id (public_id=?)',
    ],
    [
      'an account by its e-mail',
      (read, store) => new AccountsService(store).findByEmail(read, 'olga.petrenko@example.com'),
      'SEARCH Account USING INDEX account_email (email_folded=?)',
    ],
    [
      'the people of a page of activity',
      (_, store) => new AccountsService(store).peopleByIds([1, 2], 0),
      'SEARCH account USING INTEGER PRIMARY KEY (rowid=?)',
    ],
    [
      'accounts with a phone',
      (read) => accountsByPhone(read, '0170 1234567', 10),
      'SEARCH account USING INDEX account_by_phone (phone_tail=?)',
    ],
    [
      'accounts with a name',
      (read) => accountsByName(read, 'berg anna', 10),
      'SEARCH account USING COVERING INDEX account_by_name (name_folded=?)',
    ],
    [
      'accounts whose time in the trash is over',
      (read) => accountsToPurge(read, 1, 10),
      'SEARCH account USING COVERING INDEX account_by_purge (purge_at<?)',
    ],
    [
      'the next id of an account',
      (read) => nextAccountId(read),
      'SCAN CONSTANT ROW',
      'SCALAR SUBQUERY 1',
      'SEARCH account',
      'SCALAR SUBQUERY 2',
      'SEARCH activity_person USING PRIMARY KEY',
    ],
    [
      'the active superusers, among the staff',
      (read, store) => new AccountsService(store).countActiveSuperusers(read),
      'SEARCH account USING INDEX account_staff_by_status_and_name (is_active=?)',
    ],
    [
      'the members of a group',
      (read) => membersOfGroups(read, [1, 2]),
      'SEARCH ag USING COVERING INDEX account_group_by_group (group_id=?)',
      'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)',
    ],
    [
      'the permissions of a group',
      (read) => permissionsOfGroups(read, [1, 2]),
      'SEARCH staff_group_permission USING PRIMARY KEY (group_id=?)',
    ],
  ]);
});

describe('what is written with every change or sign-in looks nothing up without an index', () => {
  test('the end of the chain is the last row, and no trigger looks further', async () => {
    const { store } = await openTestStore();
    await store.write({}, async ({ manager }) => {
      const [end, ...inserts] = await plansOf(manager, () => appendEntry(manager, newEntry()));
      expect(end).toBe('SCAN activity');
      // SQLite plans to look for rows that wait for this parent, and skips that while none does.
      expect(inserts).toEqual(['SCAN activity_person', 'SEARCH activity_payload USING INTEGER PRIMARY KEY (rowid=?)']);
    });
  });

  test('the waits after failed tries are found by name and by time', async () => {
    const { store } = await openTestStore();
    const waits = new SignInWaits(store, Buffer.alloc(32), new Events(async () => false, console.error));
    const { writer } = await store.write({}, async (tx) => ({ writer: tx.manager.dataSource.manager }));
    const byName = 'SEARCH sign_in_wait USING PRIMARY KEY (name_digest=?)';
    const charging = await plansOf(writer, () => waits.charge({ signInName: 'olga' }, 1));
    expect(charging).toContain(byName);
    expect(charging).toContain('SEARCH sign_in_wait USING INDEX sign_in_wait_by_time (last_failed_at<?)');
    expect(charging.filter((step) => /SCAN|TEMP B-TREE/.test(step))).toEqual([]);
    const clearing = await plansOf(writer, () => store.write({}, (tx) => waits.clear(tx, { signInName: 'olga' })));
    expect(clearing).toEqual([byName]);
    const following = await plansOf(writer, () =>
      store.write({}, (tx) => waits.follow(tx, { id: 1, signInName: 'olga' })),
    );
    expect(following).toEqual(['SEARCH sign_in_wait USING INDEX sign_in_wait_by_login (login_id=?)', byName]);
    const listing = await plansOf(store.read, () => waits.lockedLogins(store.read, 1));
    expect(listing).toEqual(['SEARCH sign_in_wait USING INDEX sign_in_wait_by_time (last_failed_at>?)']);
  });
});

test('a page of staff asks the same few questions, however many are on it', async () => {
  const { store } = await openTestStore();
  const logins = new LoginsService();
  const accounts = new AccountsService(store);
  const events = new Events(async () => false, console.error);
  const authorizedUsers = new AuthorizedUsersService(store);
  const activity = new ActivityService({ store, accounts, authorizedUsers, events });
  const groups = new GroupsService(store, accounts, activity, events);
  const rules = new AccountRules(accounts, authorizedUsers);
  const view = new StaffView(accounts, logins, new StaffRightsService(accounts, groups, rules));
  const people = await accounts.byIds(store.read, await addPeople(store, accounts, 50));
  const one = await plansOf(store.read, () => view.of(store.read, people.slice(0, 1), noRights));
  const fifty = await plansOf(store.read, () => view.of(store.read, people, noRights));
  expect(fifty).toEqual(one);
  expect(fifty.filter((step) => step.startsWith('SCAN'))).toEqual([]);
});

test('the groups ask the same few questions, however many there are and whoever is in them', async () => {
  const { store } = await openTestStore();
  const accounts = new AccountsService(store);
  const events = new Events(async () => false, console.error);
  const groups = new GroupsService(
    store,
    accounts,
    new ActivityService({ store, accounts, authorizedUsers: new AuthorizedUsersService(store), events }),
    events,
  );
  const person = { publicId: '', email: '', givenName: '', familyName: '' };
  const actor = { accountId: 0, loginId: 0, delegate: null, ...person, isStaff: true };
  const context = { window: '', now: 0, actor: { ...actor, rights: noRights } };
  const plans = () => plansOf(store.read, () => groups.list(context));
  const add = (name: string, members: readonly number[]) =>
    store.write({}, async (tx) => {
      const group = await groups.add(tx, { name, description: '', permissions: ['staff.view'] }, 0);
      for (const id of members) await groups.replaceOfAccount(tx, id, [group]);
    });
  const people = await addPeople(store, accounts, 40);
  await add('Alone', people.slice(0, 1));
  const one = await plans();
  for (let index = 0; index < 20; index += 1) await add(`Group ${index}`, people.slice(2 * index, 2 * index + 2));
  expect(await plans()).toEqual(one);
  expect(one.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN StaffGroup USING INDEX staff_group_name']);
});

/** @returns the ids of their accounts */
function addPeople(store: Store, accounts: AccountsService, count: number): Promise<number[]> {
  const logins = new LoginsService();
  return store.write({}, async (tx) => {
    const ids: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const details = { email: `${index}@example.org`, givenName: 'Anna', familyName: `Berg ${index}`, phone: '' };
      const given = { signInName: details.email, passwordHash: '', now: 0 };
      const { id: loginId } = await logins.add(tx, given, { by: 'owner' });
      ids.push((await accounts.add(tx, details, { loginId, isStaff: true, isSuperuser: false, now: 0 })).id);
    }
    return ids;
  });
}
