import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer, InputOf } from '../../../src-shared/contract';
import { shareTestOffice } from '../../support/shared-office';
import type { TestApp } from '../../support/test-app';
import {
  addAccount,
  addStaffAtWindow,
  backAtDesk,
  newAccount,
  onBehalf,
  superuser,
  trashAccount,
} from '../../support/test-office';
import { accountForm, accountOf, relations, StaffAround } from './staff-around';

let around: StaffAround;
const office = shareTestOffice(async ({ app }) => {
  around = await StaffAround.in(app, ['accounts.view', 'accounts.manage', 'accounts.purge']);
  await addStaffAtWindow(app, 'clerk', ['staff.view', 'accounts.view', 'accounts.manage']);
});

beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

interface Act {
  /** Made before by a superuser, for what is only done in a certain state. */
  readonly prepare?: (app: TestApp, id: string) => Promise<unknown>;
  readonly perform: (app: TestApp, window: string, id: string) => Promise<Answer>;
}

let emails = 0;
const newEmail = () => {
  emails += 1;
  return `taken.over.${emails}@example.com`;
};

const updating = (change: () => Partial<InputOf<'accounts.update'>>): Act => ({
  perform: async (app, window, id) => app.call(window, 'accounts.update', await accountForm(app, id, change())),
});

const choosing = (
  name: 'accounts.deactivate' | 'accounts.activate' | 'accounts.giveOneTimePassword' | 'accounts.delete',
): Act => ({
  perform: async (app, window, id) =>
    app.call(window, name, { id, version: (await accountOf(app, id)).version, onBehalf }),
});

const settingPassword: Act = {
  perform: async (app, window, id) => {
    const { version } = await accountOf(app, id);
    return app.call(window, 'accounts.setPassword', { id, version, newPassword: 'amber windmill south', onBehalf });
  },
};

const liftingLock: Act = {
  prepare: async (app, id) => {
    const { email: signInName } = await accountOf(app, id);
    for (let time = 0; time < 5; time += 1) {
      await app.refusal('desk', 'session.signIn', { signInName, password: 'not the password at all' });
    }
  },
  perform: (app, window, id) => app.call(window, 'accounts.liftLock', { id }),
};

const inTrash = {
  prepare: async (app: TestApp, id: string) => trashAccount(app, await accountOf(app, id)),
};

const restoring: Act = {
  ...inTrash,
  perform: async (app, window, id) => app.call(window, 'accounts.restore', { id, version: await versionOf(app, id) }),
};

const purging: Act = {
  ...inTrash,
  perform: async (app, window, id) => {
    const { version, email: typedEmail } = await accountOf(app, id);
    return app.call(window, 'accounts.purge', { id, version, typedEmail });
  },
};

async function versionOf(app: TestApp, id: string): Promise<number> {
  return (await accountOf(app, id)).version;
}

/** Every act on somebody's rights or way in. */
const acts: readonly (readonly [string, Act])[] = [
  ['changing the name', updating(() => ({ givenName: 'Another' }))],
  ['changing the e-mail, by which they sign in', updating(() => ({ email: newEmail() }))],
  ['taking all rights away', updating(() => ({ permissions: [], groups: [], isSuperuser: false }))],
  ['making no staff', updating(() => ({ isStaff: false }))],
  ['deactivating by the form', updating(() => ({ isActive: false }))],
  ['putting into a group', updating(() => ({ groups: [around.groups.low], permissions: [], isSuperuser: false }))],
  ['deactivating', choosing('accounts.deactivate')],
  ['activating', choosing('accounts.activate')],
  ['giving a one-time password', choosing('accounts.giveOneTimePassword')],
  ['setting a password', settingPassword],
  ['lifting a lock', liftingLock],
  ['deleting', choosing('accounts.delete')],
  ['restoring', restoring],
  ['deleting for good', purging],
];

const kept = ['refused_call'];

describe.each(acts)('%s', (_, { prepare, perform }) => {
  test.each(relations)('of somebody $who, beyond the actor: $isBeyond', async ({ who, isBeyond }) => {
    const { app, file } = office;
    const id = await around.add(who);
    await prepare?.(app, id);
    expect((await app.ask('middle', 'accounts.get', { id })).mayChange).toBe(!isBeyond);
    const before = file.dump(kept);
    const answer = await perform(app, 'middle', id);
    if (isBeyond) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'BEYOND_OWN_RIGHTS' } });
      expect(file.dump(kept)).toEqual(before);
      // A superuser may.
      expect(await perform(app, 'superuser', id)).toEqual({ ok: true, data: expect.anything() });
    } else {
      expect(answer).toEqual({ ok: true, data: expect.anything() });
    }
  });

  test('of an account holder', async () => {
    const { app } = office;
    emails += 1;
    const { account } = await addAccount(app, `holder${emails}`);
    await prepare?.(app, account.id);
    expect(await perform(app, 'middle', account.id)).toEqual({ ok: true, data: expect.anything() });
  });
});

const gifts = [
  { gift: 'a permission of their own', rights: () => ({ permissions: ['staff.manage' as const] }), field: null },
  { gift: 'a group that gives as much', rights: () => ({ groups: [around.groups.equal] }), field: null },
  {
    gift: 'a permission they do not have',
    rights: () => ({ permissions: ['staff.view' as const, 'activity.view' as const] }),
    field: 'permissions',
  },
  { gift: 'a group that gives more', rights: () => ({ groups: [around.groups.high] }), field: 'permissions' },
  { gift: 'the rights of a superuser', rights: () => ({ isSuperuser: true }), field: 'isSuperuser' },
] as const;

describe.each(gifts)('$gift', ({ rights, field }) => {
  async function assertGiven(give: () => Promise<Answer>): Promise<void> {
    const before = office.file.dump(kept);
    const answer = await give();
    if (field === null) {
      expect(answer).toEqual({ ok: true, data: expect.anything() });
    } else {
      const code = 'BEYOND_OWN_RIGHTS';
      expect(answer).toMatchObject({ ok: false, error: { code, fields: { [field]: { code } } } });
      expect(office.file.dump(kept)).toEqual(before);
    }
  }

  test('for somebody new', async () => {
    const typed = newAccount('gifted', { email: newEmail(), isStaff: true, ...rights() });
    await assertGiven(() => office.app.call('middle', 'accounts.create', typed));
  });

  test('for an account holder who becomes staff by it', async () => {
    const { account } = await addAccount(office.app, 'becoming', { email: newEmail() });
    const form = await accountForm(office.app, account.id, { isStaff: true, ...rights() });
    await assertGiven(() => office.app.call('middle', 'accounts.update', form));
  });

  test('for oneself', async () => {
    const now = await accountForm(office.app, around.middle, {});
    const given = { permissions: [], ...rights() };
    const permissions = [...new Set([...now.permissions, ...given.permissions])];
    await assertGiven(() => office.app.call('middle', 'accounts.update', { ...now, ...given, permissions }));
  });
});

describe('who looks after accounts and not after staff', () => {
  const parts = [
    ['isStaff', () => ({ isStaff: true })],
    ['groups', () => ({ groups: [around.groups.low] })],
    ['permissions', () => ({ permissions: ['accounts.view' as const] })],
    ['isStaff', () => ({ isStaff: false })],
  ] as const;

  test.each(parts)('changes nothing in %s', async (field, change) => {
    const { app, file } = office;
    const wanted: Partial<InputOf<'accounts.update'>> = change();
    const id = wanted.isStaff
      ? (await addAccount(app, 'kept', { email: newEmail() })).account.id
      : await around.add('below');
    const form = await accountForm(app, id, wanted);
    const before = file.dump(kept);
    const answer = await app.call('clerk', 'accounts.update', form);
    const code = 'NOT_ALLOWED';
    expect(answer).toMatchObject({ ok: false, error: { code, fields: { [field]: { code } } } });
    expect(file.dump(kept)).toEqual(before);
  });

  test('makes no new staff', async () => {
    const typed = newAccount('new', { email: newEmail(), isStaff: true });
    const answer = await office.app.call('clerk', 'accounts.create', typed);
    expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED', fields: { isStaff: {} } } });
  });

  test('may change the rest of a colleague who has no more than they have', async () => {
    const { app } = office;
    const form = await accountForm(app, await around.add('below'), { givenName: 'Renamed' });
    const changed = await app.ask('clerk', 'accounts.update', form);
    expect(changed).toMatchObject({ givenName: 'Renamed', isStaff: true, permissions: ['staff.view'] });
  });
});
