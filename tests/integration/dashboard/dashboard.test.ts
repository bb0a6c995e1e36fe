import { expect, test } from 'vitest';
import { lastDays, lastWeeks } from '../../../src-main/calendar';
import { addAccount, backAtDesk, signIn, startTestOffice, superuser, trashAccount } from '../../support/test-office';

test('tells what the office has, and what wants looking after', async () => {
  const { app } = await startTestOffice();
  const { account: trashed } = await addAccount(app, 'trashed');
  await addAccount(app, 'kept');
  const { account: deactivated } = await addAccount(app, 'deactivated', { isActive: false });
  const type = await app.ask('superuser', 'profiles.createType', { name: 'Seller', color: 'green', fields: [] });
  for (const { id } of [trashed, deactivated]) {
    await app.ask('superuser', 'profiles.add', { accountId: id, typeId: type.id, values: {} });
  }
  await trashAccount(app, await app.ask('superuser', 'accounts.get', { id: trashed.id }));
  for (let tries = 0; tries < 5; tries += 1) {
    await app.call('stranger', 'session.signIn', { signInName: 'kept@example.com', password: 'wrong every time' });
  }
  const dashboard = await app.ask('superuser', 'dashboard.get', {});
  expect(dashboard.accountsByStatus).toEqual([
    { status: 'active', count: 2 },
    { status: 'awaiting-approval', count: 0 },
    { status: 'deactivated', count: 1 },
    { status: 'trash', count: 1 },
  ]);
  expect(dashboard.profilesByType).toEqual([{ id: type.id, name: 'Seller', color: 'green', count: 1 }]);
  expect(dashboard.attention).toEqual({ isLocked: 1, mustChangePassword: 2, inTrash: 1 });
  expect(dashboard.accountsAddedByWeek).toHaveLength(26);
  expect(dashboard.accountsAddedByWeek.at(-1)).toMatchObject({ count: 4 });
  expect(dashboard.signInsByDay).toHaveLength(30);
  expect(dashboard.signInsByDay.at(-1)).toMatchObject({ count: 1 });
});

test('weeks and days in which nothing happened are there, and count nothing', async () => {
  const { app } = await startTestOffice();
  app.clock.advance(15 * 24 * 60 * 60_000);
  await backAtDesk(app, 'superuser', superuser);
  await signIn(app, 'second window', superuser);
  const { accountsAddedByWeek, signInsByDay } = await app.ask('superuser', 'dashboard.get', {});
  const counts = signInsByDay.map(({ count }) => count);
  expect(counts.filter((count) => count > 0)).toHaveLength(2);
  expect(counts.at(-16)).toBe(1);
  expect(accountsAddedByWeek.map(({ count }) => count).filter((count) => count > 0)).toEqual([1]);
  for (const stretches of [accountsAddedByWeek, signInsByDay]) {
    for (const [index, { from }] of stretches.entries()) {
      if (index > 0) expect(from).toBe(stretches[index - 1]?.before);
    }
  }
});

test('an account whose trash time is over is not in the trash any more', async () => {
  const { app } = await startTestOffice();
  const { account } = await addAccount(app, 'gone');
  await trashAccount(app, account);
  app.clock.advance(31 * 24 * 60 * 60_000);
  await backAtDesk(app, 'superuser', superuser);
  const { accountsByStatus, attention } = await app.ask('superuser', 'dashboard.get', {});
  expect(accountsByStatus).toContainEqual({ status: 'trash', count: 0 });
  expect(attention).toEqual({ isLocked: 0, mustChangePassword: 0, inTrash: 0 });
});

test('a week begins on Monday, and the one under way is the last', () => {
  const sunday = new Date(2027, 0, 10, 23, 59, 59).getTime();
  const monday = new Date(2027, 0, 11).getTime();
  expect(lastWeeks(sunday, 2).map(({ days }) => [days[0], days[6]])).toEqual([
    ['2026-12-28', '2027-01-03'],
    ['2027-01-04', '2027-01-10'],
  ]);
  expect(lastWeeks(monday, 2).map(({ days }) => [days[0], days[6]])).toEqual([
    ['2027-01-04', '2027-01-10'],
    ['2027-01-11', '2027-01-17'],
  ]);
  expect(lastDays(monday, 3).map(({ days }) => days[0])).toEqual(['2027-01-09', '2027-01-10', '2027-01-11']);
});
