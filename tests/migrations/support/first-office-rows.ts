import type Database from 'better-sqlite3-multiple-ciphers';
import { firstPreviousHash, linkHash, payloadDigest } from '../../../src-main/store/activity-chain';

/** An office as the first version of the schema has it: two people, a group, what they did, a refused call, a wait. */
export function addFirstOffice(database: Database.Database): void {
  for (const [table, rows] of Object.entries(firstOffice)) {
    for (const row of rows) insert(database, table, row);
  }
  addActivity(database);
}

/** Adds a row and answers nothing; SQLite's complaint is thrown. */
export function insert(database: Database.Database, table: string, row: Readonly<Record<string, unknown>>): void {
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`).run(...Object.values(row));
}

const setUpAt = Date.UTC(2027, 0, 4, 8);

export const firstOffice = {
  office: [
    {
      id: 1,
      version: 1,
      name: 'Northgate Office',
      idle_lock_minutes: 15,
      reauthentication_minutes: 5,
      password_min_length: 15,
      one_time_password_hours: 72,
      name_digest_key: Buffer.alloc(32, 7),
      used_recovery_way: null,
      created_at: setUpAt,
      updated_at: setUpAt,
    },
  ],
  login: [login(1, 'olga.petrenko@example.com'), login(2, 'jürgen.müller@example.com')],
  account: [
    account(1, 'olga.petrenko@example.com', 'Olga', 'Petrenko', { is_superuser: 1 }),
    account(2, 'jürgen.müller@example.com', 'Jürgen', 'Müller', { is_superuser: 0 }),
  ],
  account_permission: [{ account_id: 2, permission: 'staff.view' }],
  staff_group: [
    {
      id: 1,
      public_id: 'group-1',
      version: 1,
      name: 'Front desk',
      name_folded: 'front desk',
      description: 'Answers callers.',
      created_at: setUpAt,
      updated_at: setUpAt,
    },
  ],
  staff_group_permission: [{ group_id: 1, permission: 'activity.view' }],
  account_group: [{ account_id: 2, group_id: 1 }],
  refused_call: [
    {
      id: 1,
      actor_account_id: 2,
      procedure: 'settings.update',
      code: 'NOT_ALLOWED',
      first_at: setUpAt,
      last_at: setUpAt + 1000,
      count: 3,
    },
  ],
  sign_in_wait: [{ name_digest: Buffer.alloc(32, 9), failures: 2, last_failed_at: setUpAt }],
};

function login(id: number, name: string) {
  return {
    id,
    public_id: `login-${id}`,
    sign_in_name: name,
    sign_in_name_folded: name,
    password_hash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
    password_set_at: setUpAt,
    must_change_password: id === 1 ? 0 : 1,
    password_expires_at: id === 1 ? null : setUpAt + 1,
    epoch: 1,
    created_at: setUpAt,
  };
}

function account(
  id: number,
  email: string,
  givenName: string,
  familyName: string,
  rights: { readonly is_superuser: 0 | 1 },
) {
  return {
    id,
    public_id: `account-${id}`,
    version: 1,
    email,
    email_folded: email,
    given_name: givenName,
    family_name: familyName,
    name_folded: `${familyName} ${givenName}`.toLowerCase(),
    phone: '',
    is_active: 1,
    is_staff: 1,
    ...rights,
    access: 'open',
    login_id: id,
    last_sign_in_at: id === 1 ? setUpAt : null,
    created_at: setUpAt,
    updated_at: setUpAt,
  };
}

function addActivity(database: Database.Database): void {
  const salt = Buffer.alloc(16, 3);
  let previousHash: Buffer = firstPreviousHash;
  for (const [index, act] of ['office.set-up', 'staff.added', 'session.signed-in'].entries()) {
    const payload = JSON.stringify({ label: 'Olga Petrenko', changes: [], reason: null });
    const link = {
      id: index + 1,
      at: setUpAt + index,
      act,
      actorAccountId: index === 0 ? null : 1,
      actorAuthorizedUserId: null,
      actorLoginId: index === 0 ? null : 1,
      subjectKind: 'account',
      subjectId: 1,
      onBehalfOfAccountId: null,
      payloadDigest: payloadDigest(salt, payload),
      previousHash,
    };
    const hash = linkHash(link);
    insert(database, 'activity', {
      id: link.id,
      at: link.at,
      act,
      actor_account_id: link.actorAccountId,
      actor_login_id: link.actorLoginId,
      subject_kind: link.subjectKind,
      subject_id: link.subjectId,
      on_behalf_of_account_id: null,
      payload_digest: link.payloadDigest,
      previous_hash: previousHash,
      hash,
    });
    insert(database, 'activity_payload', { activity_id: link.id, salt, payload });
    insert(database, 'activity_person', { account_id: 1, activity_id: link.id });
    previousHash = hash;
  }
}
