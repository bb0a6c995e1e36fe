import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../src-shared/contract';
import {
  addHolderAtWindow,
  addPerson,
  formOf,
  type Holder,
  newDelegate,
  newPerson,
} from '../../support/authorized-users';
import { shareTestOffice } from '../../support/shared-office';
import { backAtDesk, onBehalf, superuser } from '../../support/test-office';

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

const own = (name: string, typed: Partial<InputOf<'myAuthorizedUsers.create'>> = {}) =>
  addPerson(office.app, holder, newPerson(name, typed));

describe('a holder', () => {
  test('adds somebody to write to, who is shown with everything that was typed', async () => {
    const { app } = office;
    const { id: categoryId } = await app.ask('superuser', 'delegation.createCategory', { name: 'Bookkeeping' });
    const name = newName();
    const typed = { role: 'Accountant', phone: '030 555', categoryId, recoveryEmail: 'other@people.example' };
    const person = await own(name, { ...typed, permissions: ['activity.view', 'profiles.view'] });
    expect(person).toMatchObject({
      version: 1,
      givenName: name,
      role: 'Accountant',
      phone: '030 555',
      category: { id: categoryId, name: 'Bookkeeping' },
      loginState: 'contact-only',
      login: null,
      account: { id: holder.accountId },
      permissions: [
        { permission: 'profiles.view', label: 'View profiles' },
        { permission: 'activity.view', label: 'View activity' },
      ],
      mayChange: true,
      isSelf: false,
    });
    expect(await app.ask('holder', 'myAuthorizedUsers.get', { id: person.id })).toEqual(person);
    expect(await app.ask('superuser', 'authorizedUsers.get', { id: person.id })).toEqual(person);
  });

  test('adds somebody with a login, whose password has to be changed at the first sign-in', async () => {
    const { app } = office;
    const name = newName();
    const person = await own(name, newDelegate(name));
    expect(person).toMatchObject({
      loginState: 'enabled',
      login: { username: name, isOfOffice: false, mustChangePassword: true, lockedUntil: null },
    });
    const attempt = { signInName: name.toUpperCase(), password: newDelegate(name).password ?? '' };
    expect(await app.ask(name, 'session.signIn', attempt)).toMatchObject({
      state: 'must-change-password',
      user: { id: person.id },
      account: { isOwn: false },
    });
  });

  test('changes somebody, and the activity says what, before and after', async () => {
    const { app } = office;
    const before = await own(newName());
    const changes = { familyName: 'Changed', permissions: ['profiles.edit' as const] };
    const after = await app.ask('holder', 'myAuthorizedUsers.update', { ...formOf(before), ...changes });
    expect(after).toMatchObject({ version: 2, familyName: 'Changed' });
    const { rows } = await app.ask('superuser', 'activity.list', { personId: holder.accountId });
    expect(rows[0]).toMatchObject({
      act: 'authorized-user.changed',
      actor: { id: holder.accountId, actsFor: null },
      subject: {
        kind: 'authorized-user',
        label: `${before.givenName} Changed`,
        person: { id: before.id, actsFor: { id: holder.accountId } },
      },
      onBehalfOf: null,
      changes: [
        { field: 'familyName', before: 'Okonkwo', after: 'Changed' },
        { field: 'permissions', before: [], after: ['Edit profiles'] },
      ],
    });
  });
});

test('the office adds somebody on behalf of the holder', async () => {
  const { app } = office;
  const { accountId } = holder;
  const person = await app.ask('superuser', 'authorizedUsers.create', { accountId, ...newPerson(newName()), onBehalf });
  const { rows } = await app.ask('superuser', 'accounts.activity', { id: accountId });
  expect(rows[0]).toMatchObject({
    act: 'authorized-user.added',
    actor: { email: superuser.email },
    subject: { person: { id: person.id } },
    onBehalfOf: { id: accountId },
    ...onBehalf,
  });
});

test('lists', async () => {
  const { app } = office;
  const mine = await app.ask('holder', 'myAuthorizedUsers.list', {});
  expect(mine.rows.length).toBeGreaterThan(3);
  const all = await app.ask('superuser', 'authorizedUsers.list', { accountId: holder.accountId });
  expect(all.rows.map(({ account: _, ...row }) => row)).toEqual(mine.rows);
  expect(await app.ask('holder', 'myAuthorizedUsers.total', {})).toEqual({ total: mine.rows.length });
});
