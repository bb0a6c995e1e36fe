import { expect, test } from 'vitest';
import { hours, minutes, seconds } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import type { TestApp } from '../../support/test-app';
import { addStaffAtWindow, backAtDesk, passphrase, startTestOffice, superuser } from '../../support/test-office';

const office = shareTestOffice(async ({ app }) => {
  await addStaffAtWindow(app, 'curious');
  await addStaffAtWindow(app, 'other');
});

async function refusals(app: TestApp, procedure: string) {
  await backAtDesk(app, 'superuser', superuser);
  const { rows } = await app.ask('superuser', 'activity.refusedCalls', {});
  return rows.filter((row) => row.procedure === procedure);
}

test('says who was refused what, why, when and how often', async () => {
  const { app } = office;
  const firstAt = app.clock.now();
  await app.refusal('curious', 'settings.get', {});
  app.clock.advance(seconds(3));
  await app.refusal('curious', 'settings.get', {});
  await app.refusal('other', 'settings.get', {});
  const code = 'NOT_ALLOWED';
  const curious = { email: 'curious@example.com', name: 'curious Okafor' };
  expect(await refusals(app, 'settings.get')).toMatchObject([
    { actor: { email: 'other@example.com' }, code, count: 1 },
    { actor: curious, code, count: 2, firstAt, lastAt: firstAt + seconds(3) },
  ]);
});

test('a flood of calls at once is one row that counts them all', async () => {
  const { app } = office;
  await Promise.all(Array.from({ length: 200 }, () => app.refusal('stranger', 'groups.list', {})));
  expect(await refusals(app, 'groups.list')).toMatchObject([{ actor: null, code: 'NOT_SIGNED_IN', count: 200 }]);
  expect(office.file.rows("SELECT * FROM refused_call WHERE procedure = 'groups.list'")).toHaveLength(1);
});

test('repetitions are counted for an hour; then a new row begins', async () => {
  const { app } = office;
  const ask = () => app.refusal('stranger', 'staff.list', {});
  await ask();
  for (const pause of [seconds(1), seconds(20), minutes(30)]) {
    app.clock.advance(pause);
    await ask();
  }
  expect(await refusals(app, 'staff.list')).toMatchObject([{ count: 4 }]);
  app.clock.advance(hours(1));
  await ask();
  app.clock.advance(seconds(1));
  await ask();
  expect(await refusals(app, 'staff.list')).toMatchObject([{ count: 2 }, { count: 4 }]);
});

test('different reasons of one person at one procedure are different rows', async () => {
  const { app } = office;
  await app.refusal('stranger', 'session.signIn', { signInName: superuser.email, password: 'x' });
  for (let time = 0; time < 5; time += 1) {
    await app.refusal('stranger', 'session.signIn', { signInName: 'nobody@example.com', password: 'x' });
  }
  await app.refusal('stranger', 'session.signIn', { signInName: 'nobody@example.com', password: 'x' });
  expect(await refusals(app, 'session.signIn')).toMatchObject([
    { code: 'SIGN_IN_WAIT', count: 1 },
    { code: 'SIGN_IN_FAILED', count: 6 },
  ]);
});

test('mistakes in filling in a form are no refusals', async () => {
  const { app } = office;
  const before = office.file.dump().refused_call;
  await app.send('superuser', 'groups.create', { name: '' });
  await app.send('superuser', 'no.such.procedure', {});
  await app.send('superuser', 'staff.get', { id: 'A'.repeat(22) });
  expect(office.file.dump().refused_call).toEqual(before);
});

test('what was counted and not yet written is there after the next start', async () => {
  const { app } = await startTestOffice();
  for (let time = 0; time < 7; time += 1) await app.refusal('stranger', 'groups.list', {});
  await app.restart();
  await app.ask('desk', 'opening.openWithPassphrase', { passphrase });
  expect(await refusals(app, 'groups.list')).toMatchObject([{ count: 7 }]);
});

test('pages follow each other without gaps or repeats, in both directions', async () => {
  const { app } = office;
  const at = app.clock.now();
  for (let number = 0; number < 120; number += 1) {
    office.file.write(
      'INSERT INTO refused_call (actor_account_id, procedure, code, first_at, last_at, count) VALUES (NULL, ?, ?, ?, ?, 1)',
      `old.${number}`,
      'NOT_ALLOWED',
      at,
      at,
    );
  }
  await backAtDesk(app, 'superuser', superuser);
  const all = office.file.rows<{ id: number }>('SELECT id FROM refused_call ORDER BY id DESC').map((row) => row.id);
  const there: number[] = [];
  let page = await app.ask('superuser', 'activity.refusedCalls', {});
  expect(page.previous).toBeNull();
  for (;;) {
    there.push(...page.rows.map((row) => row.number));
    if (page.next === null) break;
    page = await app.ask('superuser', 'activity.refusedCalls', { cursor: page.next });
  }
  expect(there).toEqual(all);
  const back: number[] = [];
  for (;;) {
    back.unshift(...page.rows.map((row) => row.number));
    if (page.previous === null) break;
    page = await app.ask('superuser', 'activity.refusedCalls', { cursor: page.previous });
  }
  expect(back).toEqual(all);
});
