import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer, InputOf } from '../../../src-shared/contract';
import type { Account } from '../../../src-shared/contract/accounts';
import type { OnBehalf } from '../../../src-shared/contract/shapes';
import { shareTestOffice } from '../../support/shared-office';
import { accountFormOf, addAccount, addStaffAtWindow, backAtDesk, superuser } from '../../support/test-office';

const office = shareTestOffice();
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

let added = 0;
async function somebody(): Promise<Account> {
  added += 1;
  return (await addAccount(office.app, `person${added}`)).account;
}

type Act = (account: Account, onBehalf?: OnBehalf) => Promise<Answer>;

const choosing =
  (name: 'accounts.activate' | 'accounts.deactivate' | 'accounts.giveOneTimePassword' | 'accounts.delete'): Act =>
  ({ id, version }, onBehalf) =>
    office.app.call('superuser', name, { id, version, onBehalf });

const updating =
  (change: (account: Account) => Partial<InputOf<'accounts.update'>>): Act =>
  (account, onBehalf) => {
    const form = { ...accountFormOf(account), ...change(account) };
    return office.app.call('superuser', 'accounts.update', { ...form, onBehalf });
  };

const settingPassword: Act = ({ id, version }, onBehalf) =>
  office.app.call('superuser', 'accounts.setPassword', {
    id,
    version,
    newPassword: 'amber windmill turning north',
    onBehalf,
  });

const acts: readonly (readonly [what: string, asks: 'nothing' | 'a reason' | 'an identity', act: Act])[] = [
  ['changing the name', 'nothing', updating(() => ({ givenName: 'Another' }))],
  ['changing the e-mail', 'an identity', updating(({ email }) => ({ email: `other.${email}` }))],
  ['deactivating by the form', 'a reason', updating(() => ({ isActive: false }))],
  ['activating', 'a reason', choosing('accounts.activate')],
  ['deactivating', 'a reason', choosing('accounts.deactivate')],
  ['giving a one-time password', 'an identity', choosing('accounts.giveOneTimePassword')],
  ['setting a password', 'an identity', settingPassword],
  ['deleting', 'an identity', choosing('accounts.delete')],
];

const kept = ['refused_call'];

describe.each(acts)('%s of somebody else asks for %s', (_, asks, act) => {
  test.each([
    { given: 'nothing', onBehalf: undefined },
    { given: 'a reason', onBehalf: { reason: 'On misuse', identityVerifiedBy: null } },
    { given: 'an identity', onBehalf: { reason: 'Asked for it', identityVerifiedBy: 'Passport' } },
  ] as const)('with $given', async ({ given, onBehalf }) => {
    const { app, file } = office;
    const account = await somebody();
    const before = file.dump(kept);
    const answer = await act(account, onBehalf);
    const order = ['nothing', 'a reason', 'an identity'];
    if (order.indexOf(given) >= order.indexOf(asks)) {
      expect(answer).toEqual({ ok: true, data: expect.anything() });
      const { rows } = await app.ask('superuser', 'activity.list', { personId: account.id });
      expect(rows[0]).toMatchObject({
        actor: { email: superuser.email },
        onBehalfOf: onBehalf ? { id: account.id } : null,
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

test('for one’s own account nothing is asked, and nothing recorded that was said all the same', async () => {
  const { app } = office;
  const { member } = await addStaffAtWindow(app, 'self', ['accounts.view', 'accounts.manage', 'activity.view']);
  const own = await app.ask('self', 'accounts.get', { id: member.id });
  await app.ask('self', 'accounts.update', {
    ...accountFormOf(own),
    email: 'changed@example.com',
    onBehalf: { reason: 'My own wish', identityVerifiedBy: null },
  });
  const { rows } = await app.ask('self', 'activity.list', { act: 'account.changed' });
  expect(rows[0]).toMatchObject({ onBehalfOf: null, reason: null, identityVerifiedBy: null });
});
