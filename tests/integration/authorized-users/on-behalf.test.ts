import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer, InputOf } from '../../../src-shared/contract';
import type { AuthorizedUser } from '../../../src-shared/contract/authorized-users';
import type { OnBehalf } from '../../../src-shared/contract/shapes';
import {
  addHolderAtWindow,
  addPerson,
  formOf,
  type Holder,
  newDelegate,
  newPerson,
} from '../../support/authorized-users';
import { shareTestOffice } from '../../support/shared-office';
import { addAccount, addStaffAtWindow, backAtDesk, onBehalf, superuser } from '../../support/test-office';

const office = shareTestOffice();
let holder: Holder;
beforeAll(async () => {
  holder = await addHolderAtWindow(office.app, 'holder');
});
beforeEach(async () => {
  await backAtDesk(office.app, 'superuser', superuser);
  await backAtDesk(office.app, 'holder', holder.credentials);
});

let added = 0;
function newName(): string {
  added += 1;
  return `person${added}`;
}

type Act = (person: AuthorizedUser, onBehalf?: OnBehalf) => Promise<Answer>;

const adding =
  (typed: () => InputOf<'myAuthorizedUsers.create'>): Act =>
  (_, onBehalf) =>
    office.app.call('superuser', 'authorizedUsers.create', { accountId: holder.accountId, ...typed(), onBehalf });

const changing =
  (changes: () => Partial<InputOf<'authorizedUsers.update'>>): Act =>
  (person, onBehalf) =>
    office.app.call('superuser', 'authorizedUsers.update', { ...formOf(person), ...changes(), onBehalf });

const acts: readonly (readonly [what: string, asks: 'nothing' | 'a reason' | 'an identity', act: Act])[] = [
  ['adding somebody to write to', 'a reason', adding(() => newPerson(newName()))],
  ['adding somebody with a login', 'an identity', adding(() => newDelegate(newName()))],
  ['changing the name', 'a reason', changing(() => ({ givenName: 'Another' }))],
  ['changing the category and the phone', 'a reason', changing(() => ({ categoryId: null, phone: '12345' }))],
  ['changing the e-mail', 'an identity', changing(() => ({ email: 'another@people.example' }))],
  ['changing the username', 'an identity', changing(() => ({ username: newName() }))],
  ['ticking a permission', 'an identity', changing(() => ({ permissions: ['profiles.view', 'activity.view'] }))],
  ['unticking a permission', 'an identity', changing(() => ({ permissions: [] }))],
  ['switching the login off', 'an identity', changing(() => ({ isLoginEnabled: false }))],
  [
    'resetting the password',
    'an identity',
    ({ id, version }, onBehalf) =>
      office.app.call('superuser', 'authorizedUsers.resetPassword', { id, version, newPassword: null, onBehalf }),
  ],
  [
    'linking to an account',
    'an identity',
    async ({ id, version }, onBehalf) => {
      const to = { kind: 'account', id: linkedTo } as const;
      return office.app.call('superuser', 'authorizedUsers.link', { id, version, to, onBehalf });
    },
  ],
  [
    'deleting',
    'an identity',
    ({ id, version }, onBehalf) => office.app.call('superuser', 'authorizedUsers.delete', { id, version, onBehalf }),
  ],
];

let linkedTo = '';
const kept = ['refused_call'];

describe.each(acts)('%s for somebody else asks for %s', (_, asks, act) => {
  test.each([
    { given: 'nothing', onBehalf: undefined },
    { given: 'a reason', onBehalf: { reason: 'Asked by letter', identityVerifiedBy: null } },
    { given: 'an identity', onBehalf: { reason: 'Asked for it', identityVerifiedBy: 'Passport' } },
  ] as const)('with $given', async ({ given, onBehalf }) => {
    const { app, file } = office;
    linkedTo = (await addAccount(app, newName())).account.id;
    const person = await addPerson(app, holder, newDelegate(newName(), { permissions: ['profiles.view'] }));
    const before = file.dump(kept);
    const answer = await act(person, onBehalf);
    const order = ['nothing', 'a reason', 'an identity'];
    if (order.indexOf(given) >= order.indexOf(asks)) {
      expect(answer).toEqual({ ok: true, data: expect.anything() });
      const { rows } = await app.ask('superuser', 'accounts.activity', { id: holder.accountId });
      expect(rows[0]).toMatchObject({
        actor: { email: superuser.email },
        onBehalfOf: { id: holder.accountId },
        reason: onBehalf?.reason ?? null,
        identityVerifiedBy: onBehalf?.identityVerifiedBy ?? null,
      });
    } else {
      const [field, code] =
        given === 'nothing'
          ? ['onBehalf.reason', 'REASON_NEEDED']
          : ['onBehalf.identityVerifiedBy', 'IDENTITY_NOT_VERIFIED'];
      expect(answer).toMatchObject({ ok: false, error: { code, fields: { [field]: { code } } } });
      expect(file.dump(kept)).toEqual(before);
    }
  });
});

test('restoring asks for nothing, and says for whom it was', async () => {
  const { app } = office;
  const { id, version } = await addPerson(app, holder, newPerson(newName()));
  await app.ask('superuser', 'authorizedUsers.delete', { id, version, onBehalf });
  await app.ask('superuser', 'authorizedUsers.restore', { id, version: version + 1 });
  const { rows } = await app.ask('superuser', 'accounts.activity', { id: holder.accountId });
  expect(rows[0]).toMatchObject({
    act: 'authorized-user.restored',
    onBehalfOf: { id: holder.accountId },
    reason: null,
  });
});

test('for one’s own account nothing is asked, and nothing recorded that was said all the same', async () => {
  const { app } = office;
  const { member } = await addStaffAtWindow(app, 'self', ['accounts.view', 'accounts.manage', 'activity.view']);
  const typed = { accountId: member.id, ...newDelegate(newName()) };
  const { id, version } = await app.ask('self', 'authorizedUsers.create', typed);
  await app.ask('self', 'authorizedUsers.delete', { id, version, onBehalf });
  const { rows } = await app.ask('self', 'activity.list', { act: 'authorized-user.deleted' });
  expect(rows[0]).toMatchObject({ onBehalfOf: null, reason: null, identityVerifiedBy: null });
});

describe('for an account with more rights than who asks', () => {
  test('nothing is done, and the record says so', async () => {
    const { app, file } = office;
    await addStaffAtWindow(app, 'clerk', ['accounts.view', 'accounts.manage']);
    const { user } = await app.ask('superuser', 'session.state', {});
    const accountId = user?.id ?? '';
    const typed = { accountId, ...newDelegate(newName()), onBehalf };
    const person = await app.ask('superuser', 'authorizedUsers.create', typed);
    const { id, version } = person;
    expect((await app.ask('clerk', 'authorizedUsers.get', { id })).mayChange).toBe(false);
    const before = file.dump(kept);
    const form = { ...formOf(person), onBehalf };
    const to = { kind: 'account', id: holder.accountId } as const;
    for (const refusal of [
      app.refusal('clerk', 'authorizedUsers.create', typed),
      app.refusal('clerk', 'authorizedUsers.update', form),
      app.refusal('clerk', 'authorizedUsers.resetPassword', { id, version, newPassword: null, onBehalf }),
      app.refusal('clerk', 'authorizedUsers.liftLock', { id }),
      app.refusal('clerk', 'authorizedUsers.link', { id, version, to, onBehalf }),
      app.refusal('clerk', 'authorizedUsers.delete', { id, version, onBehalf }),
      app.refusal('clerk', 'authorizedUsers.restore', { id, version }),
    ]) {
      expect(await refusal).toBe('BEYOND_OWN_RIGHTS');
    }
    expect(file.dump(kept)).toEqual(before);
  });
});

test('who may view users and not manage them sees that they may not change anybody', async () => {
  const { app } = office;
  await addStaffAtWindow(app, 'viewer', ['accounts.view']);
  const { id } = await addPerson(app, holder, newPerson(newName()));
  expect((await app.ask('viewer', 'authorizedUsers.get', { id })).mayChange).toBe(false);
});
