import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../src-shared/contract';
import { minutes } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import { addModerators, approve, asItIs, holdBack, look, type SignedUp, said } from '../../support/sign-ups';
import {
  accountFormOf,
  addStaffAtWindow,
  backAtDesk,
  type Credentials,
  superuser,
  trashAccount,
} from '../../support/test-office';

const office = shareTestOffice();
let moderator: Credentials;
beforeAll(async () => {
  moderator = (await addModerators(office.app)).mara.credentials;
});
beforeEach(async () => {
  office.app.clock.advance(minutes(20));
  await backAtDesk(office.app, 'superuser', superuser);
  await backAtDesk(office.app, 'mara', moderator);
});

/** Every act on a case, as somebody sends it who has it open. */
async function actsOn(who: SignedUp) {
  const { app } = office;
  const chosen = await asItIs(app, 'superuser', who);
  const until = app.clock.now() + minutes(60);
  return {
    approve: (window) => app.call(window, 'moderation.approve', { ...chosen, ...said, message: '' }),
    reject: (window) => app.call(window, 'moderation.reject', { ...chosen, ...said, message: 'No.' }),
    requestChanges: (window) => app.call(window, 'moderation.requestChanges', { ...chosen, ...said, message: 'More.' }),
    park: (window) => app.call(window, 'moderation.park', { ...chosen, until, internalReason: '' }),
    reopen: (window) => app.call(window, 'moderation.reopen', { ...chosen, internalReason: '' }),
  } satisfies Record<string, (window: string) => Promise<unknown>>;
}

const acts = ['approve', 'reject', 'requestChanges', 'park', 'reopen'] as const;

async function makeStaff(who: SignedUp, rights: Partial<InputOf<'accounts.update'>>): Promise<void> {
  const account = await office.app.ask('superuser', 'accounts.get', { id: who.accountId });
  await office.app.ask('superuser', 'accounts.update', { ...accountFormOf(account), isStaff: true, ...rights });
}

describe('a moderator who is the person', () => {
  test.each(acts)('cannot %s their own', async (act) => {
    const { app } = office;
    const name = `own-${act}`;
    const who = await holdBack(app, name);
    await makeStaff(who, { permissions: ['moderation.decide'] });
    await app.ask(name, 'session.signIn', { signInName: who.credentials.email, password: who.credentials.password });
    await app.ask(name, 'session.changeOwnPassword', {
      currentPassword: who.credentials.password,
      newPassword: 'quiet meadow chosen alone',
    });
    expect(await (await actsOn(who))[act](name)).toMatchObject({ ok: false, error: { code: 'OWN_CASE' } });
    expect(await app.refusal(name, 'moderation.claim', { id: who.caseId })).toBe('OWN_CASE');
    expect((await look(app, name, who)).obstacle).toBe('OWN_CASE');
    expect((await look(app, 'mara', who)).state).toBe('waiting');
  });
});

describe('somebody whose rights go beyond the moderator’s', () => {
  test.each(acts)('cannot be decided on: %s', async (act) => {
    const { app } = office;
    const who = await holdBack(app, `beyond-${act}`);
    await makeStaff(who, { permissions: ['settings.manage'] });
    const deciding = await actsOn(who);
    expect(await deciding[act]('mara')).toMatchObject({ ok: false, error: { code: 'BEYOND_OWN_RIGHTS' } });
    expect((await look(app, 'mara', who)).obstacle).toBe('BEYOND_OWN_RIGHTS');
    if (act !== 'reopen') expect(await deciding[act]('superuser')).toMatchObject({ ok: true });
  });
});

describe('an account in the trash', () => {
  test.each(acts)('cannot be decided on: %s', async (act) => {
    const { app } = office;
    const who = await holdBack(app, `trashed-${act}`);
    const deciding = await actsOn(who);
    await trashAccount(app, await app.ask('superuser', 'accounts.get', { id: who.accountId }));
    expect(await deciding[act]('mara')).toMatchObject({ ok: false, error: { code: 'IN_TRASH' } });
    expect((await look(app, 'mara', who)).obstacle).toBe('IN_TRASH');
  });
});

describe('a moderator who has lost the right', () => {
  test.each(acts)('cannot %s any more, with the case still in front of them', async (act) => {
    const { app } = office;
    const name = `former-${act}`;
    const { member } = await addStaffAtWindow(app, name, ['moderation.decide']);
    const who = await holdBack(app, `by-former-${act}`);
    const deciding = await actsOn(who);
    const { id, version, email, givenName, familyName, phone } = await app.ask('superuser', 'staff.get', {
      id: member.id,
    });
    await app.ask('superuser', 'staff.update', {
      ...{ id, version, email, givenName, familyName, phone },
      ...{ isSuperuser: false, groups: [], permissions: [] },
    });
    expect(await deciding[act](name)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
    expect((await look(app, 'mara', who)).state).toBe('waiting');
  });

  test('is no longer among those who are offered as filters', async () => {
    const { app } = office;
    const { rows } = await app.ask('mara', 'moderation.moderators', {});
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['mara Okafor', 'theo Okafor', 'Olga Petrenko']),
    );
    expect(rows.filter(({ name }) => name.startsWith('former-'))).toEqual([]);
  });
});

describe('what is not there', () => {
  test('is not found, whatever is asked of it', async () => {
    const { app } = office;
    const gone = { id: 'AAAAAAAAAAAAAAAAAAAAAA', version: 1 };
    expect(await app.refusal('mara', 'moderation.get', { id: gone.id })).toBe('NOT_FOUND');
    expect(await app.refusal('mara', 'moderation.claim', { id: gone.id })).toBe('NOT_FOUND');
    expect(await app.refusal('mara', 'moderation.approve', { ...gone, ...said, message: '' })).toBe('NOT_FOUND');
    expect(await app.refusal('mara', 'moderation.undo', gone)).toBe('NOT_FOUND');
    expect(await app.refusal('mara', 'moderation.addNote', { id: gone.id, text: 'Nobody' })).toBe('NOT_FOUND');
    expect(await app.refusal('mara', 'moderation.caseOf', { accountId: gone.id })).toBe('NOT_FOUND');
  });

  test('is not found once the time in the trash is over', async () => {
    const { app } = office;
    const who = await holdBack(app, 'overdue');
    await trashAccount(app, await app.ask('superuser', 'accounts.get', { id: who.accountId }));
    app.clock.advance(minutes(60 * 24 * 31));
    await backAtDesk(app, 'mara', moderator);
    expect(await app.refusal('mara', 'moderation.get', { id: who.caseId })).toBe('NOT_FOUND');
  });
});

test('staff who were let in before they were staff wait anew by reopening once they are staff no longer', async () => {
  const { app } = office;
  const who = await holdBack(app, 'colleague');
  await approve(app, 'mara', who);
  app.clock.advance(minutes(1));
  await look(app, 'mara', who);
  await makeStaff(who, { permissions: ['moderation.decide'] });
  await app.ask('mara', 'moderation.reopen', { ...(await asItIs(app, 'mara', who)), internalReason: '' });
  const account = () => app.ask('superuser', 'accounts.get', { id: who.accountId });
  // The gate lets staff through.
  expect(await account()).toMatchObject({ status: 'active' });
  await app.ask('superuser', 'accounts.update', { ...accountFormOf(await account()), isStaff: false, permissions: [] });
  expect(await account()).toMatchObject({ status: 'awaiting-approval' });
});
