import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { verifyChain } from '../../../src-main/store/activity-chain';
import type { Answer, InputOf } from '../../../src-shared/contract';
import type { Account } from '../../../src-shared/contract/accounts';
import { days } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import type { StoreFile } from '../../support/store-file';
import {
  addAccount,
  backAtDesk,
  newAccount,
  onBehalf,
  passphrase,
  signIn,
  superuser,
  trashAccount,
} from '../../support/test-office';

// The application looks around by a timer; here it looks when it is told to.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterAll(() => {
  vi.useRealTimers();
});

const office = shareTestOffice();
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

let added = 0;
function newName(): string {
  added += 1;
  return `person${added}`;
}

async function trashed(typed: Partial<InputOf<'accounts.create'>> = {}): Promise<Account> {
  return trashAccount(office.app, (await addAccount(office.app, newName(), typed)).account);
}

/** Everybody who has the e-mail in the store, whatever the application says of them. */
function inStore(email: string): number {
  return office.file.rows('SELECT id FROM account WHERE email_folded = ?', email.toLowerCase()).length;
}

/** The tables in which a text occurs, in whatever column. */
function tracesOf(file: StoreFile, text: string): string[] {
  const dump = Object.entries(file.dump());
  return dump
    .filter(([, rows]) => JSON.stringify(rows).toLowerCase().includes(text.toLowerCase()))
    .map(([name]) => name);
}

test('a person whose account is purged leaves no trace but that there was somebody, and the chain is whole', async () => {
  const { app, file } = office;
  const names = { givenName: 'Wendelgard', familyName: 'Ümlauth', email: 'wendelgard@ümlauth.example' };
  const { account, credentials } = await addAccount(app, newName(), {
    ...names,
    phone: '0911 987654321',
    notes: 'Prefers quince jelly',
    isStaff: true,
    permissions: ['staff.view'],
  });
  await signIn(app, 'wendelgard', credentials);
  for (let time = 0; time < 5; time += 1) {
    await app.refusal('desk', 'session.signIn', { signInName: credentials.email, password: 'wrong' });
  }
  const { id, version } = await trashAccount(app, account);
  const needles = ['wendelgard', 'Ümlauth', 'umlauth', '987654321', 'quince', onBehalf.identityVerifiedBy, id];
  for (const needle of needles) expect(tracesOf(file, needle)).not.toEqual([]);
  await app.ask('superuser', 'accounts.purge', { id, version, typedEmail: names.email });
  expect(Object.fromEntries(needles.map((needle) => [needle, tracesOf(file, needle)]))).toEqual(
    Object.fromEntries(needles.map((needle) => [needle, []])),
  );

  expect(await app.refusal('superuser', 'accounts.get', { id })).toBe('NOT_FOUND');
  expect(await app.refusal('superuser', 'accounts.activity', { id })).toBe('NOT_FOUND');
  expect(await app.refusal('superuser', 'activity.list', { personId: id })).toBe('NOT_FOUND');
  expect((await app.ask('superuser', 'activity.people', { search: 'wendelgard' })).rows).toEqual([]);
  const attempt = { signInName: credentials.email, password: credentials.password };
  expect(await app.refusal('desk', 'session.signIn', attempt)).toBe('SIGN_IN_FAILED');
  expect((await app.ask('wendelgard', 'session.state', {})).state).toBe('signed-out');

  const { rows } = await app.ask('superuser', 'activity.list', {});
  const nobody = { kind: 'account', label: '', person: null };
  const blank = { subject: nobody, onBehalfOf: null, reason: null, identityVerifiedBy: null, changes: [] };
  expect(rows.slice(0, 4)).toMatchObject([
    { act: 'account.purged', actor: { email: superuser.email }, ...blank },
    { act: 'account.deleted', actor: { email: superuser.email }, ...blank },
    { act: 'session.signed-in', actor: null, ...blank },
    { act: 'account.added', actor: { email: superuser.email }, ...blank },
  ]);
  const verdict = file.use(verifyChain);
  expect(verdict).toMatchObject({ blanked: 3, firstBroken: null });
});

describe('typing the e-mail', () => {
  test.each(['', 'somebody.else@example.com', 'person', '%'])(
    'as %j is refused, and nothing is deleted',
    async (typed) => {
      const { app, file } = office;
      const { id, version } = await trashed();
      const before = file.dump();
      const answer = await app.call('superuser', 'accounts.purge', { id, version, typedEmail: typed });
      expect(answer).toMatchObject({
        error: { code: 'EMAIL_DIFFERS', fields: { typedEmail: { code: 'EMAIL_DIFFERS' } } },
      });
      expect(file.dump()).toEqual(before);
    },
  );

  test('is done without regard to case and blanks', async () => {
    const { id, version, email } = await trashed();
    const typedEmail = ` ${email.toUpperCase()} `;
    await office.app.ask('superuser', 'accounts.purge', { id, version, typedEmail });
    expect(inStore(email)).toBe(0);
  });
});

test('whoever opens a record at the moment it is purged is shown it, or told that it is no more', async () => {
  const { app } = office;
  const { id, version, email: typedEmail } = await trashed();
  const purging = app.call('superuser', 'accounts.purge', { id, version, typedEmail });
  const opening: Promise<Answer>[] = [];
  // One every few steps, so that the deletion comes between any two steps of one of them.
  for (let step = 0; step < 1500; step += 1) {
    if (step % 4 === 0) opening.push(app.call('superuser', 'accounts.get', { id }));
    await Promise.resolve();
  }
  expect((await purging).ok).toBe(true);
  const answers = (await Promise.all(opening)).map((answer) => (answer.ok ? 'shown' : answer.error.code));
  expect([...new Set(answers)].sort()).toEqual(['NOT_FOUND', 'shown']);
});

test('the e-mail is free again, for somebody who is somebody else', async () => {
  const { app, file } = office;
  const { id, version, email } = await trashed();
  const idOf = (publicId: string) => file.rows('SELECT id FROM account WHERE public_id = ?', publicId)[0]?.id;
  const before = idOf(id);
  await app.ask('superuser', 'accounts.purge', { id, version, typedEmail: email });
  const next = await app.ask('superuser', 'accounts.create', newAccount(newName(), { email }));
  // With the number of the one before they would find a stranger's entries among their own.
  expect(idOf(next.id)).not.toBe(before);
  const { rows } = await app.ask('superuser', 'accounts.activity', { id: next.id });
  expect(rows.map(({ act }) => act)).toEqual(['account.added']);
});

describe('when its time in the trash is over, an account', () => {
  async function due(typed: Partial<InputOf<'accounts.create'>> = {}): Promise<Account> {
    const { app } = office;
    const account = await trashed(typed);
    app.clock.advance(days(30));
    await backAtDesk(app, 'superuser', superuser);
    expect(inStore(account.email)).toBe(1);
    return account;
  }

  test('counts as purged wherever it is read, before anybody has come round to it', async () => {
    const { app } = office;
    const { id, version, email } = await due({ givenName: 'Overdue', familyName: 'Trash' });
    expect(await app.refusal('superuser', 'accounts.get', { id })).toBe('NOT_FOUND');
    expect(await app.refusal('superuser', 'accounts.activity', { id })).toBe('NOT_FOUND');
    expect(await app.refusal('superuser', 'accounts.restore', { id, version })).toBe('NOT_FOUND');
    expect(await app.refusal('superuser', 'accounts.purge', { id, version, typedEmail: email })).toBe('NOT_FOUND');
    expect(await app.refusal('superuser', 'accounts.delete', { id, version, onBehalf })).toBe('NOT_FOUND');
    expect((await app.ask('superuser', 'activity.people', { search: 'overdue' })).rows).toEqual([]);
    expect(JSON.stringify(await app.ask('superuser', 'activity.list', {}))).not.toContain('Overdue');
    const attempt = { signInName: email, password: newAccount('any').password };
    expect(await app.refusal('desk', 'session.signIn', attempt)).toBe('SIGN_IN_FAILED');
    expect(inStore(email)).toBe(1);
  });

  test('makes way for whoever takes its e-mail', async () => {
    const { app, file } = office;
    const [first, second] = [await due(), await due()];
    const added = await app.ask('superuser', 'accounts.create', newAccount(newName(), { email: first.email }));
    const {
      notes: _,
      isActive: __,
      isStaff: ___,
      password: ____,
      ...details
    } = newAccount('x', { email: second.email });
    const asStaff = {
      ...details,
      id: added.id,
      version: added.version,
      isStaff: true,
      isActive: true,
      notes: '',
      onBehalf,
    };
    expect((await app.ask('superuser', 'accounts.update', asStaff)).email).toBe(second.email);
    expect(file.rows('SELECT id FROM account WHERE public_id IN (?, ?)', first.id, second.id)).toEqual([]);
    const { rows } = await app.ask('superuser', 'activity.list', { act: 'account.purged' });
    const byItself = { actor: null, subject: { label: '', person: null } };
    expect(rows.slice(0, 2)).toMatchObject([byItself, byItself]);
  });

  test('is really purged by the next look around', async () => {
    const { app, file } = office;
    const all = await Promise.all(Array.from({ length: 3 }, () => trashed()));
    app.clock.advance(days(30) - 1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(all.map(({ email }) => inStore(email))).toEqual([1, 1, 1]);
    app.clock.advance(1);
    await vi.advanceTimersByTimeAsync(5_000);
    await vi.waitFor(() => expect(all.map(({ email }) => inStore(email))).toEqual([0, 0, 0]));
    expect(file.use(verifyChain).firstBroken).toBeNull();
  });

  test('is really purged when the store is opened', async () => {
    const { app } = office;
    const { email } = await due();
    await app.restart();
    await app.ask('superuser', 'opening.openWithPassphrase', { passphrase });
    await vi.waitFor(() => expect(inStore(email)).toBe(0));
    await backAtDesk(app, 'superuser', superuser);
    const { rows } = await app.ask('superuser', 'activity.list', { act: 'account.purged' });
    expect(rows[0]).toMatchObject({ at: app.clock.now(), actor: null });
  });
});
