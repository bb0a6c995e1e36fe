import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer, InputOf } from '../../../src-shared/contract';
import type { AuthorizedUser } from '../../../src-shared/contract/authorized-users';
import {
  addHolderAtWindow,
  addPerson,
  asOffice,
  formOf,
  type Holder,
  newDelegate,
  newPerson,
} from '../../support/authorized-users';
import { shareTestOffice } from '../../support/shared-office';
import { addAccount, backAtDesk, onBehalf, superuser } from '../../support/test-office';

const office = shareTestOffice();
let holder: Holder;
let archivedCategory: string;
let archivedPermission: string;
/** Usernames that somebody has, or had once. */
const taken = { enabled: 'taken.one', off: 'Täken.off', trash: 'taken.trash' };

beforeAll(async () => {
  const { app } = office;
  holder = await addHolderAtWindow(app, 'holder');
  await addPerson(app, holder, newDelegate('enabled', { username: taken.enabled }));
  const off = await addPerson(app, holder, newDelegate('off', { username: taken.off }));
  await app.ask('holder', 'myAuthorizedUsers.update', { ...formOf(off), isLoginEnabled: false });
  const { id, version } = await addPerson(app, holder, newDelegate('trash', { username: taken.trash }));
  await app.ask('holder', 'myAuthorizedUsers.delete', { id, version });
  const category = await app.ask('superuser', 'delegation.createCategory', { name: 'Archived' });
  await app.ask('superuser', 'delegation.setCategoryArchived', { ...idOf(category), isArchived: true });
  archivedCategory = category.id;
  const details = { label: 'Archived', group: 'Depot', explanation: '' };
  const permission = await app.ask('superuser', 'delegation.createPermission', details);
  await app.ask('superuser', 'delegation.setPermissionArchived', { ...idOf(permission), isArchived: true });
  archivedPermission = permission.id;
});
beforeEach(async () => {
  await backAtDesk(office.app, 'superuser', superuser);
  await backAtDesk(office.app, 'holder', holder.credentials);
});

function idOf({ id, version }: { readonly id: string; readonly version: number }) {
  return { id, version };
}

type Details = InputOf<'myAuthorizedUsers.create'>;

interface Refused {
  readonly what: string;
  readonly typed: () => Partial<Details>;
  readonly field: string;
  readonly code: string;
}

/** As the contract's schema says it, or as the main side does. */
const badDetails: readonly Refused[] = [
  { what: 'no e-mail', typed: () => ({ email: '' }), field: 'email', code: 'FIELD_REQUIRED' },
  { what: 'a malformed e-mail', typed: () => ({ email: 'anna@' }), field: 'email', code: 'FIELD_NOT_EMAIL' },
  {
    what: 'a malformed recovery e-mail',
    typed: () => ({ recoveryEmail: 'anna at home' }),
    field: 'recoveryEmail',
    code: 'FIELD_NOT_EMAIL',
  },
  { what: 'no family name', typed: () => ({ familyName: ' ' }), field: 'familyName', code: 'FIELD_REQUIRED' },
  { what: 'a login without a username', typed: () => ({ username: null }), field: 'username', code: 'FIELD_REQUIRED' },
  { what: 'a login without a password', typed: () => ({ password: null }), field: 'password', code: 'FIELD_REQUIRED' },
  {
    what: 'a username that is an e-mail',
    typed: () => ({ username: 'anna@people.example' }),
    field: 'username',
    code: 'FIELD_NOT_USERNAME',
  },
  {
    what: 'the e-mail of an account as a username',
    typed: () => ({ username: holder.credentials.email }),
    field: 'username',
    code: 'FIELD_NOT_USERNAME',
  },
  {
    what: 'a username with blanks',
    typed: () => ({ username: 'anna berg' }),
    field: 'username',
    code: 'FIELD_NOT_USERNAME',
  },
  {
    what: 'somebody else’s username in another case',
    typed: () => ({ username: 'TAKEN.One' }),
    field: 'username',
    code: 'USERNAME_TAKEN',
  },
  {
    what: 'the username of a login that is switched off',
    typed: () => ({ username: 'taken.OFF' }),
    field: 'username',
    code: 'USERNAME_TAKEN',
  },
  {
    what: 'the username of somebody in the trash',
    typed: () => ({ username: taken.trash }),
    field: 'username',
    code: 'USERNAME_TAKEN',
  },
  {
    what: 'a password that is too short',
    typed: () => ({ password: 'too short' }),
    field: 'password',
    code: 'FIELD_TOO_SHORT',
  },
  {
    what: 'a common password',
    typed: () => ({ password: 'passwordpassword' }),
    field: 'password',
    code: 'PASSWORD_COMMON',
  },
  {
    what: 'a password made of the person’s own names',
    typed: () => ({ givenName: 'Wendelgard', familyName: 'Zimmermann', password: 'wendelgardzimmermann' }),
    field: 'password',
    code: 'PASSWORD_GUESSABLE',
  },
  {
    what: 'a password that is the username',
    typed: () => ({ username: 'quokkaferris.wheelbase', password: 'quokkaferris.wheelbase' }),
    field: 'password',
    code: 'PASSWORD_GUESSABLE',
  },
  {
    what: 'an archived category',
    typed: () => ({ categoryId: archivedCategory }),
    field: 'categoryId',
    code: 'UNKNOWN_CATEGORY',
  },
  {
    what: 'a category that is no more',
    typed: () => ({ categoryId: 'A'.repeat(22) }),
    field: 'categoryId',
    code: 'UNKNOWN_CATEGORY',
  },
  {
    what: 'an archived permission',
    typed: () => ({ permissions: [archivedPermission] }),
    field: 'permissions',
    code: 'UNKNOWN_PERMISSION',
  },
  {
    what: 'a permission that is no more',
    typed: () => ({ permissions: ['A'.repeat(22)] }),
    field: 'permissions',
    code: 'UNKNOWN_PERMISSION',
  },
];

const kept = ['refused_call'];

async function expectRefused(answer: Promise<Answer>, { field, code }: Pick<Refused, 'field' | 'code'>) {
  expect(await answer).toMatchObject({ ok: false, error: { fields: { [field]: { code } } } });
}

describe.each(badDetails)('$what is refused in its field, and nothing is written', ({ typed, ...refused }) => {
  let person: AuthorizedUser;
  beforeAll(async () => {
    person = await addPerson(office.app, holder, newPerson('contact'));
  });

  const details = () => newDelegate('somebody', typed());
  const changed = () => ({ ...formOf(person), ...details() });

  test.each([
    ['by the holder, adding', () => office.app.send('holder', 'myAuthorizedUsers.create', details())],
    ['by the holder, changing', () => office.app.send('holder', 'myAuthorizedUsers.update', changed())],
    [
      'by the office, adding',
      () => {
        const { accountId } = holder;
        return office.app.send('superuser', 'authorizedUsers.create', { accountId, ...details(), onBehalf });
      },
    ],
    ['by the office, changing', () => office.app.send('superuser', 'authorizedUsers.update', asOffice(changed()))],
  ] as const)('%s', async (_, act) => {
    const before = office.file.dump(kept);
    await expectRefused(act(), refused);
    expect(office.file.dump(kept)).toEqual(before);
  });
});

test('both that are missing for a login are said at once', async () => {
  const answer = office.app.call(
    'holder',
    'myAuthorizedUsers.create',
    newDelegate('x', { username: null, password: null }),
  );
  await expectRefused(answer, { field: 'username', code: 'FIELD_REQUIRED' });
  await expectRefused(answer, { field: 'password', code: 'FIELD_REQUIRED' });
});

test('what was typed for a login before it was unticked does not count', async () => {
  const typed = newDelegate('unticked', { isLoginEnabled: false, username: 'unticked', password: 'passwordpassword' });
  expect(await addPerson(office.app, holder, typed)).toMatchObject({ loginState: 'contact-only', login: null });
  expect(await office.file.rows('SELECT 1 FROM login WHERE sign_in_name_folded = ?', 'unticked')).toEqual([]);
});

test('what is archived stays with who has it', async () => {
  const { app } = office;
  const category = await app.ask('superuser', 'delegation.createCategory', { name: 'Later archived' });
  const details = { label: 'Later archived', group: 'Depot', explanation: '' };
  const permission = await app.ask('superuser', 'delegation.createPermission', details);
  const typed = { categoryId: category.id, permissions: [permission.id] };
  const person = await addPerson(app, holder, newPerson('keeper', typed));
  await app.ask('superuser', 'delegation.setCategoryArchived', { ...idOf(category), isArchived: true });
  await app.ask('superuser', 'delegation.setPermissionArchived', { ...idOf(permission), isArchived: true });
  const changed = await app.ask('holder', 'myAuthorizedUsers.update', { ...formOf(person), role: 'Keeper' });
  expect(changed).toMatchObject({ category: { name: 'Later archived' }, permissions: [{ permission: permission.id }] });
  for (const [list, code] of [
    ['categories', 'CATEGORY_IN_USE'],
    ['permissions', 'PERMISSION_IN_USE'],
  ] as const) {
    const { rows } = await app.ask('superuser', `delegation.${list}`, {});
    const used = rows.find(({ useCount }) => useCount > 0);
    expect(used).toMatchObject({ useCount: 1, isArchived: true });
    const choice = used && { id: used.id, version: used.version };
    const procedure = list === 'categories' ? 'delegation.deleteCategory' : 'delegation.deletePermission';
    expect(await app.send('superuser', procedure, choice)).toMatchObject({
      ok: false,
      error: { code, params: { count: 1 } },
    });
  }
});

test('of two who change somebody from one version, the second is refused', async () => {
  const { app } = office;
  const person = await addPerson(app, holder, newPerson('edited'));
  await app.ask('holder', 'myAuthorizedUsers.update', { ...formOf(person), role: 'First' });
  const before = office.file.dump(kept);
  const { id, version } = person;
  expect(await app.refusal('superuser', 'authorizedUsers.update', asOffice(formOf(person)))).toBe('STALE_VERSION');
  expect(await app.refusal('holder', 'myAuthorizedUsers.update', formOf(person))).toBe('STALE_VERSION');
  expect(await app.refusal('holder', 'myAuthorizedUsers.delete', { id, version })).toBe('STALE_VERSION');
  expect(office.file.dump(kept)).toEqual(before);
});

test('of two who take one username at once, one has it', async () => {
  const { app } = office;
  const { accountId } = holder;
  const typed = newDelegate('racer');
  const answers = await Promise.all([
    app.call('holder', 'myAuthorizedUsers.create', typed),
    app.call('superuser', 'authorizedUsers.create', { accountId, ...typed, username: 'RACER', onBehalf }),
    app.call('holder', 'myAuthorizedUsers.create', typed),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  for (const answer of answers.filter(({ ok }) => !ok)) {
    expect(answer).toMatchObject({ error: { fields: { username: { code: 'USERNAME_TAKEN' } } } });
  }
  expect(office.file.rows('SELECT id FROM login WHERE sign_in_name_folded = ?', 'racer')).toHaveLength(1);
});

describe('the authorized users of somebody else’s account', () => {
  test('are not found by whoever names their ids, and no payload names another account', async () => {
    const { app } = office;
    const other = await addHolderAtWindow(app, 'other-holder');
    const { id, version } = await addPerson(app, other, newPerson('of-the-other'));
    await backAtDesk(app, 'holder', holder.credentials);
    const before = office.file.dump(kept);
    const form = { ...newPerson('taken-over'), id, version };
    expect(await app.refusal('holder', 'myAuthorizedUsers.get', { id })).toBe('NOT_FOUND');
    expect(await app.refusal('holder', 'myAuthorizedUsers.update', form)).toBe('NOT_FOUND');
    expect(await app.refusal('holder', 'myAuthorizedUsers.delete', { id, version })).toBe('NOT_FOUND');
    expect(await app.refusal('holder', 'myAuthorizedUsers.restore', { id, version })).toBe('NOT_FOUND');
    const reset = { id, version, newPassword: null };
    expect(await app.refusal('holder', 'myAuthorizedUsers.resetPassword', reset)).toBe('NOT_FOUND');
    const naming = { ...newPerson('smuggled'), accountId: other.accountId };
    await expectRefused(app.send('holder', 'myAuthorizedUsers.create', naming), {
      field: 'accountId',
      code: 'FIELD_UNKNOWN',
    });
    await expectRefused(app.send('holder', 'myAuthorizedUsers.list', { accountId: other.accountId }), {
      field: 'accountId',
      code: 'FIELD_UNKNOWN',
    });
    expect(office.file.dump(kept)).toEqual(before);
    expect((await app.ask('holder', 'myAuthorizedUsers.list', { search: 'of-the-other' })).rows).toEqual([]);
  });
});

test('nobody is added to an account that is not there, or in the trash', async () => {
  const { app } = office;
  const { id: accountId, version } = (await addAccount(app, 'trashed')).account;
  const person = await app.ask('superuser', 'authorizedUsers.create', { accountId, ...newPerson('p'), onBehalf });
  await app.ask('superuser', 'accounts.delete', { id: accountId, version, onBehalf });
  const typed = { ...newPerson('q'), onBehalf };
  expect(await app.refusal('superuser', 'authorizedUsers.create', { accountId, ...typed })).toBe('IN_TRASH');
  const unknown = { accountId: 'A'.repeat(22), ...typed };
  expect(await app.refusal('superuser', 'authorizedUsers.create', unknown)).toBe('NOT_FOUND');
  expect(await app.refusal('superuser', 'authorizedUsers.update', asOffice(formOf(person)))).toBe('IN_TRASH');
  expect((await app.ask('superuser', 'authorizedUsers.get', { id: person.id })).id).toBe(person.id);
});
