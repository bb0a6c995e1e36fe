import { expect, test } from 'vitest';
import type { Account } from '../../../src-shared/contract/accounts';
import { type Delegate, delegatePassword } from '../../support/delegates';
import { days } from '../../support/manual-clock';
import { type SharedOffice, shareTestOffice } from '../../support/shared-office';
import { backAtDesk, onBehalf, superuser } from '../../support/test-office';
import { addDelegateAtWindow, addHolder, newContact } from '../my-account/my-account-people';

const people: { holder?: Account; dana?: Delegate } = {};
const office = shareTestOffice(async (shared: SharedOffice) => {
  people.holder = await addHolder(shared, 'holder');
  const permissions = ['profiles.edit', 'authorized-users.manage', 'activity.view'] as const;
  people.dana = await addDelegateAtWindow(shared, people.holder, 'dana', permissions);
});

function known(): { holder: Account; dana: Delegate } {
  const { holder, dana } = people;
  if (!holder || !dana) throw new Error('They are there while tests run.');
  return { holder, dana };
}

const holderInShort = { name: 'holder Okafor', email: 'holder@example.com' };
const holder = { ...holderInShort, actsFor: null };
const dana = {
  name: 'dana Vertreter',
  email: 'dana@delegates.example',
  actsFor: { id: expect.any(String), name: 'holder Okafor' },
};

async function latest() {
  const [entry] = (await office.app.ask('superuser', 'activity.list', {})).rows;
  return entry;
}

test('who acts as an authorized user acts on behalf of the account, and is named with it', async () => {
  await office.app.ask('dana', 'myAuthorizedUsers.create', newContact('emil'));
  expect(await latest()).toMatchObject({
    act: 'authorized-user.added',
    actor: dana,
    subject: {
      kind: 'authorized-user',
      label: 'emil Kontakt',
      person: { name: 'emil Kontakt', actsFor: dana.actsFor },
    },
    onBehalfOf: holder,
    reason: null,
    identityVerifiedBy: null,
  });
});

test('the holder acts for themself, and the office for the holder', async () => {
  const { app } = office;
  await app.ask('holder', 'myAuthorizedUsers.create', newContact('fatma'));
  expect(await latest()).toMatchObject({ actor: holder, subject: { label: 'fatma Kontakt' }, onBehalfOf: null });
  const accountId = known().holder.id;
  await app.ask('superuser', 'authorizedUsers.create', { ...newContact('goran'), accountId, onBehalf });
  expect(await latest()).toMatchObject({
    actor: { name: 'Olga Petrenko', actsFor: null },
    subject: { label: 'goran Kontakt', person: { actsFor: dana.actsFor } },
    onBehalfOf: holder,
    ...onBehalf,
  });
});

test('what is about an account is about its authorized users too, whoever did it', async () => {
  const { app } = office;
  const { rows } = await app.ask('superuser', 'accounts.activity', { id: known().holder.id });
  const labels = rows.map(({ act, subject }) => `${act} ${subject.label}`);
  expect(labels).toEqual(
    expect.arrayContaining([
      'authorized-user.added emil Kontakt',
      'authorized-user.added fatma Kontakt',
      'authorized-user.added goran Kontakt',
      'session.signed-in dana Vertreter',
      'session.signed-in holder Okafor',
      'account.added holder Okafor',
    ]),
  );
  const own = (await app.ask('superuser', 'session.state', {})).user?.id ?? '';
  const ofOffice = await app.ask('superuser', 'accounts.activity', { id: own });
  expect(ofOffice.rows.filter(({ act }) => act.startsWith('authorized-user.'))).toEqual([]);
});

test('signing out and a new password are about the person and not about the holder', async () => {
  const { app } = office;
  await app.ask('dana-2', 'session.signIn', { signInName: 'dana', password: delegatePassword });
  expect(await latest()).toMatchObject({ act: 'session.signed-in', actor: dana, subject: { person: dana } });
  await app.ask('dana-2', 'session.signOut', {});
  expect(await latest()).toMatchObject({ act: 'session.signed-out', actor: dana, subject: { person: dana } });
});

test('authorized users are not looked up among the accounts', async () => {
  const { app } = office;
  expect((await app.ask('superuser', 'activity.people', { search: 'dana' })).rows).toEqual([]);
  expect(await app.refusal('superuser', 'activity.list', { personId: known().dana.id })).toBe('NOT_FOUND');
  const [found] = (await app.ask('superuser', 'activity.people', { search: 'holder' })).rows;
  expect(found).toMatchObject(holder);
});

test('refused calls are counted apart for the holder and for each of their authorized users', async () => {
  const { app } = office;
  for (const window of ['holder', 'dana', 'dana'])
    expect(await app.refusal(window, 'staff.list', {})).toBe('NOT_ALLOWED');
  const { rows } = await app.ask('superuser', 'activity.refusedCalls', {});
  const ofStaff = rows.filter(({ procedure }) => procedure === 'staff.list');
  expect(ofStaff.map(({ actor, count }) => [actor?.name, actor?.actsFor?.name, count])).toEqual(
    expect.arrayContaining([
      ['holder Okafor', undefined, 1],
      ['dana Vertreter', 'holder Okafor', 2],
    ]),
  );
  expect(ofStaff).toHaveLength(2);
});

test('which authorized user it was is part of what the chain vouches for', async () => {
  const { file } = office;
  const byDana = 'SELECT id FROM activity WHERE actor_authorized_user_id = ? AND actor_account_id = ?';
  expect(file.rows(byDana, known().dana.rowId, known().dana.accountRowId)).not.toEqual([]);
  expect(file.rows('SELECT id FROM activity WHERE actor_authorized_user_id IS NULL')).not.toEqual([]);
});

test('of somebody who counts as purged nothing is told any more, and what they did was done by nobody known', async () => {
  const { app, file } = office;
  const { rows } = await app.ask('dana', 'myAuthorizedUsers.list', { search: 'emil' });
  const [emil] = rows;
  if (!emil) throw new Error('Emil is missing.');
  await app.ask('dana', 'myAuthorizedUsers.delete', { id: emil.id, version: emil.version });
  expect(await latest()).toMatchObject({ subject: { label: 'emil Kontakt', person: { name: 'emil Kontakt' } } });
  const purgeAt = app.clock.now() + days(1);
  const { dana: delegate } = known();
  file.write('UPDATE authorized_user SET deleted_at = 1, purge_at = ? WHERE id = ?', purgeAt, delegate.rowId);
  app.clock.advance(days(31));
  await backAtDesk(app, 'superuser', superuser);

  const about = (await app.ask('superuser', 'accounts.activity', { id: known().holder.id })).rows;
  expect(JSON.stringify(about)).not.toMatch(/emil|dana/);
  const blank = { label: '', person: null };
  expect(about.filter(({ act }) => act === 'authorized-user.deleted')).toMatchObject([{ actor: null, subject: blank }]);
  expect(about.find(({ subject }) => subject.label === 'fatma Kontakt')).toMatchObject({ actor: holder });
  const { rows: refused } = await app.ask('superuser', 'activity.refusedCalls', {});
  expect(JSON.stringify(refused)).not.toContain('dana');
});
