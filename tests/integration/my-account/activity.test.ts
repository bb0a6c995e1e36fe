import { expect, test } from 'vitest';
import type { MyActivityEntry } from '../../../src-shared/contract/my-account';
import { addDelegate, delegatePassword } from '../../support/delegates';
import { days } from '../../support/manual-clock';
import { type SharedOffice, shareTestOffice } from '../../support/shared-office';
import { backAtDesk, onBehalf, superuser } from '../../support/test-office';
import { addDelegateAtWindow, addHolder, newContact } from './my-account-people';

const ids = { account: '', profile: '', shop: '' };
const office = shareTestOffice(prepare);

/** A history in which everybody has done something: the office, the holder, and two of their authorized users. */
async function prepare(shared: SharedOffice): Promise<void> {
  const { app } = shared;
  const account = await addHolder(shared, 'holder');
  await addDelegateAtWindow(shared, account, 'reader', ['activity.view']);
  await addDelegateAtWindow(shared, account, 'looker', ['activity.view', 'authorized-users.view']);
  await addDelegateAtWindow(shared, account, 'editor', ['activity.view', 'profiles.edit']);
  await addDelegateAtWindow(shared, account, 'manager', ['authorized-users.manage']);
  const { id: typeId, fields } = await app.ask('superuser', 'profiles.createType', {
    name: 'Seller',
    color: 'teal',
    fields: [{ label: 'notes', kind: 'text', isRequired: false, choices: [] }],
  });
  const shop = fields[0]?.id ?? '';
  const added = { accountId: account.id, typeId, values: { [shop]: 'secret sauce' } };
  const profile = await app.ask('superuser', 'profiles.add', added);
  Object.assign(ids, { account: account.id, profile: profile.id, shop });
  await app.ask('holder', 'myAuthorizedUsers.create', newContact('amelie'));
  await app.ask('manager', 'myAuthorizedUsers.create', newContact('bruno'));
  await app.ask('editor', 'myAccount.updateProfile', {
    id: profile.id,
    version: profile.version,
    values: { [shop]: 'new sauce' },
  });
  const { id, version, email, familyName, phone } = account;
  await app.ask('superuser', 'accounts.update', {
    ...{ id, version, email, familyName, phone, givenName: 'Henrike' },
    ...{ notes: 'Whispers now', isActive: true, isStaff: true, isSuperuser: false },
    ...{ groups: [], permissions: ['staff.view'], onBehalf },
  });
}

async function entriesAt(window: string): Promise<MyActivityEntry[]> {
  return (await office.app.ask(window, 'myAccount.activity', {})).rows;
}

/** The entries as short sentences, oldest first, without the comings and goings. */
async function toldAt(window: string): Promise<string[]> {
  const rows = (await entriesAt(window)).filter(({ act }) => !act.startsWith('session.'));
  return rows
    .map(({ act, actor: { kind, name, isSelf }, subject, changes }) => {
      const who = `${kind}${name === '' ? '' : ` ${name}`}${isSelf ? ' (self)' : ''}`;
      return `${who} | ${act} | ${subject} | ${changes.map(({ field }) => field).join(' ')}`.trim();
    })
    .reverse();
}

const newAccount = 'office | account.added | holder Okafor | email givenName familyName phone isActive';
const changedAccount = 'office | account.changed | Henrike Okafor | givenName';

test('the holder is told everything that is their business, and the office is just the office', async () => {
  const told = await toldAt('holder');
  expect(told).toEqual([
    newAccount,
    'office | profile.added | holder Okafor | profileType notes',
    expect.stringMatching(/^holder Henrike Okafor \(self\) \| authorized-user\.added \| amelie Kontakt \| givenName /),
    expect.stringMatching(
      /^authorized-user manager Vertreter \| authorized-user\.added \| bruno Kontakt \| givenName /,
    ),
    'authorized-user editor Vertreter | profile.changed | holder Okafor | notes',
    changedAccount,
  ]);
});

test('an authorized user who may see only the activity learns neither names nor what is in profiles', async () => {
  expect(await toldAt('reader')).toEqual([
    newAccount,
    'office | profile.added | holder Okafor |',
    'holder Henrike Okafor | authorized-user.added |  |',
    'authorized-user | authorized-user.added |  |',
    'authorized-user | profile.changed | holder Okafor |',
    changedAccount,
  ]);
  expect(JSON.stringify(await entriesAt('reader'))).not.toMatch(/sauce|amelie|bruno|manager|editor/);
});

test('names come with the permission to see authorized users, values with the one to see profiles', async () => {
  const looker = JSON.stringify(await entriesAt('looker'));
  expect(looker).toMatch(/bruno.*amelie/);
  expect(looker).toContain('editor Vertreter');
  expect(looker).not.toContain('sauce');
  const editor = await entriesAt('editor');
  expect(JSON.stringify(editor)).not.toMatch(/amelie|bruno|manager/);
  const changed = editor.find(({ act }) => act === 'profile.changed');
  expect(changed).toMatchObject({
    actor: { kind: 'authorized-user', name: 'editor Vertreter', isSelf: true },
    changes: [{ field: 'notes', before: 'secret sauce', after: 'new sauce' }],
  });
});

test.each(['holder', 'reader', 'looker', 'editor'])(
  'at the window of %s there is nothing of the office: no colleagues, no reasons, no notes, no rights',
  async (window) => {
    const told = JSON.stringify(await entriesAt(window));
    expect(told).not.toMatch(/Olga|Petrenko/);
    expect(told).not.toMatch(/Asked for by phone|Called back|Talks a lot|Whispers|staff|superuser/i);
    expect(told).not.toMatch(/"isSuperuser"|"groups"|reason|identityVerifiedBy/);
  },
);

test('that somebody has come from another account of theirs looks like any sign-in', async () => {
  const { app } = office;
  const other = await addHolder(office, 'second-holder');
  const [login] = office.file.rows<{ id: number }>("SELECT id FROM login WHERE sign_in_name = 'looker'");
  const there = await addDelegate(office, other.id, {
    givenName: 'looker',
    loginId: login?.id ?? 0,
    permissions: ['activity.view'],
  });
  await app.ask('looker', 'session.switchAccount', { id: there.id });
  const [latest] = await entriesAt('second-holder');
  expect(latest).toMatchObject({ act: 'session.signed-in', subject: 'looker Vertreter' });
  expect(JSON.stringify(await entriesAt('looker'))).not.toMatch(/amelie|Henrike/);
  await app.ask('looker', 'session.signOut', {});
  await app.ask('looker', 'session.signIn', { signInName: 'looker', password: delegatePassword });
});

test('staff who look at their own account find themselves by name, and nothing of what they do for others', async () => {
  const told = await toldAt('superuser');
  expect(told.filter((line) => !line.startsWith('nobody') && !line.startsWith('holder Olga Petrenko (self)'))).toEqual(
    [],
  );
  expect(told.join()).not.toMatch(/Okafor|Kontakt/);
});

test('of who counts as purged nothing is told any more', async () => {
  const { app } = office;
  const { rows } = await app.ask('holder', 'myAuthorizedUsers.list', { search: 'amelie' });
  await app.ask('holder', 'myAuthorizedUsers.delete', { id: rows[0]?.id ?? '', version: rows[0]?.version ?? 0 });
  expect((await entriesAt('holder'))[0]).toMatchObject({ act: 'authorized-user.deleted', subject: 'amelie Kontakt' });
  app.clock.advance(days(31));
  await backAtDesk(app, 'holder', { email: 'holder@example.com', password: 'first lantern given by hand' });
  expect(JSON.stringify(await entriesAt('holder'))).not.toContain('amelie');
  await backAtDesk(app, 'superuser', superuser);
});

test('a long history comes page by page, there and back', async () => {
  const { app } = office;
  await addHolder(office, 'busy');
  for (let index = 0; index < 60; index += 1)
    await app.ask('busy', 'myAuthorizedUsers.create', newContact(`c${index}`));
  const first = await app.ask('busy', 'myAccount.activity', {});
  expect([first.rows.length, first.previous]).toEqual([50, null]);
  const second = await app.ask('busy', 'myAccount.activity', { cursor: first.next ?? '' });
  expect([second.rows.length, second.next]).toEqual([12, null]);
  const back = await app.ask('busy', 'myAccount.activity', { cursor: second.previous ?? '' });
  expect(back.rows).toEqual(first.rows);
});
