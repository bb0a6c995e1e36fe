import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { dataFolder } from '../../../src-main/store/folder';
import { minutes, seconds } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import { storeFileOf } from '../../support/store-file';
import {
  addStaff,
  addStaffAtWindow,
  passphrase,
  signIn,
  startTestOffice,
  superuser,
  trashAccount,
} from '../../support/test-office';

const office = shareTestOffice();
const newPassword = 'amber windmill turning north';
/** Right in form, wrong in every symbol. */
const wrongCode = '00000-00000-00000-00000-00000-00000';

// Each test finds no waits; those are looked at one by one.
beforeEach(() => office.file.write('DELETE FROM sign_in_wait'));

test('a superuser sets a new password by the code, which is used up by it and replaced', async () => {
  const { app, recoveryCode } = await startTestOffice();
  await signIn(app, 'second', superuser);
  const recover = { recoveryCode, email: superuser.email.toUpperCase(), newPassword };
  const { recoveryCode: nextCode } = await app.ask('desk', 'recovery.setSuperuserPassword', recover);
  expect(nextCode).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$/);
  expect(nextCode).not.toBe(recoveryCode);

  // Every session of the person has ended, and nobody is signed in by the recovery itself.
  expect((await app.ask('desk', 'session.state', {})).state).toBe('signed-out');
  for (const window of ['superuser', 'second']) {
    expect(await app.refusal(window, 'session.touch', {})).toBe('NOT_SIGNED_IN');
  }
  const old = { signInName: superuser.email, password: superuser.password };
  expect(await app.refusal('desk', 'session.signIn', old)).toBe('SIGN_IN_FAILED');
  expect((await app.ask('superuser', 'session.signIn', { ...old, password: newPassword })).state).toBe('full');

  const again = { ...recover, newPassword: 'second windmill turning south' };
  expect(await app.refusal('desk', 'recovery.setSuperuserPassword', again)).toBe('WRONG_RECOVERY_CODE');
  await app.ask('desk', 'recovery.setSuperuserPassword', { ...again, recoveryCode: nextCode });

  await signIn(app, 'desk', { email: superuser.email, password: again.newPassword });
  const { rows } = await app.ask('desk', 'activity.list', { act: 'password.recovered' });
  expect(rows).toMatchObject([
    { actor: null, subject: { kind: 'account', person: { email: superuser.email } }, changes: [] },
    { actor: null, subject: { kind: 'account', person: { email: superuser.email } }, changes: [] },
  ]);
});

test('a key file put back from before does not bring a used code back', async () => {
  const { app, recoveryCode } = await startTestOffice();
  const { key } = dataFolder(app.options.dataDir).office;
  const copy = join(app.options.dataDir, 'copy-of-the-key-file');
  await copyFile(key, copy);
  const recover = { recoveryCode, email: superuser.email, newPassword };
  await app.ask('desk', 'recovery.setSuperuserPassword', recover);
  await copyFile(copy, key);
  const again = await app.call('desk', 'recovery.setSuperuserPassword', recover);
  const code = 'RECOVERY_CODE_USED';
  expect(again).toMatchObject({ ok: false, error: { code, fields: { recoveryCode: { code } } } });

  // The store it still opens, so that the office does not lose what it has.
  await app.restart();
  await app.ask('desk', 'opening.openWithRecoveryCode', { recoveryCode });
  expect(await app.refusal('desk', 'recovery.setSuperuserPassword', recover)).toBe(code);

  // Replaced from Settings, the next one recovers again.
  await signIn(app, 'superuser', { email: superuser.email, password: newPassword });
  const next = await app.ask('superuser', 'opening.replaceRecoveryCode', {});
  await app.ask('desk', 'recovery.setSuperuserPassword', { ...recover, ...next });
});

test('of two recoveries with one code at once one is done, and its new code is right', async () => {
  const { app, recoveryCode } = await startTestOffice();
  const attempts = ['first windmill turning north', 'second windmill turning south'].map((password, index) =>
    app.call(`desk${index}`, 'recovery.setSuperuserPassword', {
      recoveryCode,
      email: superuser.email,
      newPassword: password,
    }),
  );
  const answers = await Promise.all(attempts);
  const [done] = answers.filter((answer) => answer.ok);
  expect(answers.filter((answer) => !answer.ok)).toMatchObject([{ error: { code: 'WRONG_RECOVERY_CODE' } }]);
  if (!done?.ok) throw new Error('Neither was done.');
  await app.restart();
  await app.ask('desk', 'opening.openWithRecoveryCode', done.data);
});

test('a recovery and a new passphrase at once are both kept', async () => {
  const { app, recoveryCode } = await startTestOffice();
  const { email } = (await addStaff(app, 'second', { isSuperuser: true })).credentials;
  const newPassphrase = 'eleven silver spoons dancing';
  const [recovered] = await Promise.all([
    app.ask('desk', 'recovery.setSuperuserPassword', { recoveryCode, email, newPassword }),
    app.ask('superuser', 'opening.setPassphrase', { passphrase: newPassphrase }),
  ]);
  await app.restart();
  expect(await app.refusal('desk', 'opening.openWithPassphrase', { passphrase })).toBe('WRONG_PASSPHRASE');
  await app.ask('desk', 'opening.openWithPassphrase', { passphrase: newPassphrase });
  await app.restart();
  await app.ask('desk', 'opening.openWithRecoveryCode', recovered);
});

test('the code is accepted as people type it', async () => {
  const { app, recoveryCode } = await startTestOffice();
  const typed = ` ${recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
  await app.ask('desk', 'recovery.setSuperuserPassword', { recoveryCode: typed, email: superuser.email, newPassword });
});

test('only an active superuser is recovered, and only a right code tells who is one', async () => {
  const { app, recoveryCode } = office;
  await addStaffAtWindow(app, 'clerk', ['staff.view', 'staff.manage']);
  const { member, credentials } = await addStaff(app, 'former', { isSuperuser: true });
  await app.ask('superuser', 'staff.deactivate', { id: member.id, version: member.version });
  for (const email of ['clerk@example.com', credentials.email, 'nobody@example.com', 'not an e-mail']) {
    const answer = await app.call('desk', 'recovery.setSuperuserPassword', { recoveryCode, email, newPassword });
    const code = 'NOT_A_SUPERUSER';
    expect(answer).toMatchObject({ ok: false, error: { code, fields: { email: { code } } } });
    const wrong = { recoveryCode: wrongCode, email, newPassword };
    expect(await app.refusal('desk', 'recovery.setSuperuserPassword', wrong)).toBe('WRONG_RECOVERY_CODE');
  }
});

test('a superuser who is deleted while the code is at work is none any more, and the code is not used up', async () => {
  const { app, recoveryCode } = await startTestOffice();
  const file = await storeFileOf(app);
  const { member } = await addStaff(app, 'leaving', { isSuperuser: true });
  const isWaiting = () => file.rows('SELECT 1 FROM sign_in_wait').length > 0;
  const recovering = app.call('desk', 'recovery.setSuperuserPassword', {
    recoveryCode,
    email: member.email,
    newPassword,
  });
  // The code has been found right, and the new password is being made.
  await vi.waitUntil(isWaiting, { interval: 1 });
  await vi.waitUntil(() => !isWaiting(), { interval: 1 });
  await trashAccount(app, member);
  await recovering;
  const { rows } = await app.ask('superuser', 'accounts.activity', { id: member.id });
  // Nothing comes after the deletion, and where the computer was too slow for that, the recovery came before it.
  expect(rows[0]?.act).toBe('account.deleted');
  if (rows.some(({ act }) => act === 'password.recovered')) return;
  const code = 'NOT_A_SUPERUSER';
  expect(await recovering).toMatchObject({ ok: false, error: { code, fields: { email: { code } } } });
  const rightful = { recoveryCode, email: superuser.email, newPassword };
  await app.ask('desk', 'recovery.setSuperuserPassword', rightful);
});

test('a bad new password uses nothing up', async () => {
  const { app, recoveryCode } = office;
  const email = superuser.email;
  const attempt = (password: string) =>
    app.refusal('desk', 'recovery.setSuperuserPassword', { recoveryCode, email, newPassword: password });
  expect(await attempt('passwordpassword')).toBe('PASSWORD_COMMON');
  expect(await attempt('olga.petrenko@example.com')).toBe('PASSWORD_GUESSABLE');
  const settings = await app.ask('superuser', 'settings.get', {});
  const stricter = await app.ask('superuser', 'settings.update', { ...settings, passwordMinLength: 40 });
  expect(await attempt(newPassword)).toBe('FIELD_TOO_SHORT');
  await app.ask('superuser', 'settings.update', { ...stricter, passwordMinLength: 15 });
  await signIn(app, 'still', superuser);
});

test('wrong codes wait together and ever longer, whatever e-mail is typed', async () => {
  const { app, recoveryCode } = office;
  const attempt = async (code: string, email: string) => {
    const answer = await app.call('desk', 'recovery.setSuperuserPassword', { recoveryCode: code, email, newPassword });
    return answer.ok ? 'done' : `${answer.error.code} ${answer.error.params?.seconds ?? ''}`.trim();
  };
  for (let time = 0; time < 5; time += 1) {
    expect(await attempt(wrongCode, `guess${time}@example.com`)).toBe('WRONG_RECOVERY_CODE');
  }
  expect(await attempt(wrongCode, superuser.email)).toBe('SIGN_IN_WAIT 30');
  expect(await attempt(recoveryCode, superuser.email)).toBe('SIGN_IN_WAIT 30');
  app.clock.advance(seconds(30));
  expect(await attempt('no code at all', superuser.email)).toBe('WRONG_RECOVERY_CODE');
  expect(await attempt(wrongCode, superuser.email)).toBe('SIGN_IN_WAIT 60');
  app.clock.advance(seconds(60));
  expect(await attempt(recoveryCode, 'nobody@example.com')).toBe('NOT_A_SUPERUSER');
  // The right code has taken the failures back.
  for (let time = 0; time < 5; time += 1) expect(await attempt(wrongCode, 'a@b')).toBe('WRONG_RECOVERY_CODE');
  app.clock.advance(minutes(1));
});

test('a recovery ends the waits of the person, who has just tried in vain to sign in', async () => {
  const { app, recoveryCode } = await startTestOffice();
  const typed = { signInName: superuser.email, password: 'not the password at all' };
  for (let time = 0; time < 5; time += 1) await app.refusal('desk', 'session.signIn', typed);
  expect(await app.refusal('desk', 'session.signIn', typed)).toBe('SIGN_IN_WAIT');
  await app.ask('desk', 'recovery.setSuperuserPassword', { recoveryCode, email: superuser.email, newPassword });
  await signIn(app, 'desk', { email: superuser.email, password: newPassword });
});

test('neither code is anywhere in the store', async () => {
  const { app, recoveryCode } = await startTestOffice();
  const recover = { recoveryCode, email: superuser.email, newPassword };
  const next = await app.ask('desk', 'recovery.setSuperuserPassword', recover);
  const dump = JSON.stringify((await storeFileOf(app)).dump());
  for (const secret of [recoveryCode, next.recoveryCode]) {
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain(secret.replaceAll('-', ''));
  }
});
