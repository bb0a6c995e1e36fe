import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type StaffPermission, staffPermissions } from '../../../src-shared/permissions';
import { shareTestOffice } from '../../support/shared-office';
import { addStaff, addStaffAtWindow, onBehalf } from '../../support/test-office';
import { accountForm, accountOf, addGroup, groupForm, relations, StaffAround } from './staff-around';

const windows = ['middle', 'accomplice'];
const lookingAfterAccounts: StaffPermission[] = ['accounts.view', 'accounts.manage'];
const ownRights: StaffPermission[] = ['staff.view', 'staff.manage', 'groups.manage', ...lookingAfterAccounts];
const theTwo: string[] = [];
const others: string[] = [];
const groups: string[] = [];
const rounds = 60;

const office = shareTestOffice(async ({ app }) => {
  const around = await StaffAround.in(app, lookingAfterAccounts);
  const { member } = await addStaffAtWindow(app, 'accomplice', ownRights);
  theTwo.push(around.middle, member.id);
  for (const { who } of relations) others.push(await around.add(who));
  groups.push(...Object.values(around.groups), await addGroup(app, 'Shared', ['staff.view']));
  await addStaff(app, 'shared-high', { permissions: ['activity.view'], groups: groups.slice(-1) });
});

/** Everything that lies beyond the two: who has which permission that they do not have, and who is a superuser. */
function beyondTheTwo(): string[] {
  const theirs = `(${ownRights.map((permission) => `'${permission}'`).join(', ')})`;
  const rows = office.file.rows<{ email: string; may: string }>(
    `SELECT email, 'exist outside the trash' AS may FROM account
     WHERE deleted_at IS NULL AND email IN (SELECT email FROM account a WHERE is_superuser = 1 OR EXISTS (
       SELECT 1 FROM account_permission p WHERE p.account_id = a.id AND p.permission NOT IN ${theirs}))
     UNION
     SELECT email, permission AS may FROM account JOIN account_permission ON account_id = id WHERE permission NOT IN ${theirs}
     UNION
     SELECT email, permission FROM account JOIN account_group ag ON ag.account_id = id
     JOIN staff_group_permission gp ON gp.group_id = ag.group_id WHERE permission NOT IN ${theirs}
     UNION
     SELECT email, 'everything' FROM account WHERE is_superuser = 1
     ORDER BY 1, 2`,
  );
  return rows.map(({ email, may }) => `${email} may do ${may}`);
}

/** The ways in of everybody who is beyond them. */
function waysIn(): unknown {
  return office.file.rows(
    `SELECT l.sign_in_name, l.password_hash, l.epoch, a.is_active FROM login l JOIN account a ON a.login_id = l.id
     WHERE a.is_superuser = 1 OR EXISTS (SELECT 1 FROM account_permission p WHERE p.account_id = a.id
                                         AND p.permission IN ('settings.manage', 'store.manage', 'activity.view'))
     ORDER BY a.id`,
  );
}

const window = fc.constantFrom(...windows);
/** Mostly what they may give, and now and then what they may not. */
const permissions = fc.oneof(
  { weight: 3, arbitrary: fc.subarray(ownRights) },
  { weight: 1, arbitrary: fc.subarray(staffPermissions) },
);
const index = fc.nat(20);

const act = fc.oneof(
  fc.record({
    kind: fc.constant('staff.update' as const),
    window,
    index,
    permissions,
    groups: fc.array(index, { maxLength: 3 }),
    isSuperuser: fc.nat(4).map((number) => number === 0),
  }),
  fc.record({
    kind: fc.constant('accounts.update' as const),
    window,
    index,
    permissions,
    groups: fc.array(index, { maxLength: 3 }),
    isStaff: fc.nat(2).map((number) => number > 0),
    isSuperuser: fc.nat(4).map((number) => number === 0),
  }),
  fc.record({
    kind: fc.constantFrom(
      'staff.deactivate' as const,
      'staff.activate' as const,
      'accounts.deactivate' as const,
      'accounts.activate' as const,
      'accounts.delete' as const,
      'accounts.restore' as const,
    ),
    window,
    index,
  }),
  fc.record({ kind: fc.constant('groups.update' as const), window, index, permissions }),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

function at(list: readonly string[], position: number): string {
  return list[position % list.length] ?? '';
}

/** They may take rights from themselves and from each other; a superuser gives them back before the next round. */
async function armAgain(): Promise<void> {
  for (const id of theTwo) {
    const rights = { permissions: ownRights, groups: [], isStaff: true, isActive: true };
    await office.app.ask('superuser', 'accounts.update', await accountForm(office.app, id, rights));
  }
}

async function perform(chosen: Act): Promise<void> {
  const { app } = office;
  if (chosen.kind === 'groups.update') {
    const form = await groupForm(app, at(groups, chosen.index), { permissions: chosen.permissions });
    await app.send(chosen.window, chosen.kind, form);
    return;
  }
  if (chosen.kind !== 'staff.update' && chosen.kind !== 'accounts.update') {
    const { id, version } = await accountOf(app, at(others, chosen.index));
    const isAsked = chosen.kind.startsWith('accounts.') && chosen.kind !== 'accounts.restore';
    await app.send(chosen.window, chosen.kind, { id, version, ...(isAsked && { onBehalf }) });
    return;
  }
  const form = await accountForm(app, at([...theTwo, ...others], chosen.index), {});
  const { isSuperuser, permissions } = chosen;
  const given = { isSuperuser, permissions, groups: [...new Set(chosen.groups.map((place) => at(groups, place)))] };
  if (chosen.kind === 'accounts.update') {
    await app.send(chosen.window, chosen.kind, { ...form, ...given, isStaff: chosen.isStaff });
    return;
  }
  const { notes: _, isActive: __, isStaff: ___, onBehalf: ____, ...asStaff } = form;
  await app.send(chosen.window, chosen.kind, { ...asStaff, ...given });
}

test('whatever two people do together and at once, nobody comes to have more than the two have', async () => {
  const before = beyondTheTwo();
  const waysBefore = waysIn();
  expect(before.length).toBeGreaterThan(5);
  const together = async (batches: Act[][]) => {
    await armAgain();
    for (const batch of batches) await Promise.all(batch.map(perform));
    expect(beyondTheTwo()).toEqual(before);
    expect(waysIn()).toEqual(waysBefore);
  };
  const batches = fc.array(fc.array(act, { minLength: 1, maxLength: 5 }), { maxLength: 6 });
  await fc.assert(fc.asyncProperty(batches, together), { numRuns: rounds });
  // Something was done at all, and not just refused.
  const done = office.file.rows(
    "SELECT id FROM activity WHERE act IN ('staff.changed', 'account.changed', 'group.changed')",
  ).length;
  expect(done).toBeGreaterThan(2 * rounds + 20);
});
