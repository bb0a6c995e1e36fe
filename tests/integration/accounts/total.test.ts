import { expect, test } from 'vitest';
import { LatestOfWindow } from '../../../src-main/latest-of-window';
import { shareTestOffice } from '../../support/shared-office';
import { addAccount, addStaff, trashAccount } from '../../support/test-office';

const day = 24 * 60 * 60_000;

const office = shareTestOffice(async ({ app }) => {
  for (const name of ['one', 'two', 'three']) await addAccount(app, name);
  await addStaff(app, 'staff');
  const { account } = await addAccount(app, 'gone');
  await trashAccount(app, account);
});

test.each([
  [{}, 5],
  [{ status: 'active' }, 5],
  [{ status: 'trash' }, 1],
  [{ status: 'deactivated' }, 0],
  [{ isStaff: true }, 2],
  [{ isStaff: false }, 3],
  [{ mustChangePassword: true }, 4],
  [{ mustChangePassword: true, status: 'active' }, 4],
  [{ neverSignedIn: true }, 4],
  [{ search: 'example' }, 5],
  [{ search: 'example', status: 'trash' }, 1],
  [{ search: 'two', isStaff: false }, 1],
  [{ createdBefore: 0 }, 0],
  [{ isLocked: true }, 0],
] as const)('of %j there are %i', async (filter, total) => {
  const { app } = office;
  expect(await app.ask('superuser', 'accounts.total', filter)).toEqual({ total });
  const { rows, atLeast } = await app.ask('superuser', 'accounts.list', filter);
  expect(rows).toHaveLength(total);
  expect(atLeast).toBe(total);
});

test('a group or profile type that is no more is not found', async () => {
  const { app } = office;
  const id = 'A'.repeat(22);
  for (const filter of [{ groupId: id }, { profileTypeId: id }]) {
    expect(await app.refusal('superuser', 'accounts.list', filter)).toBe('NOT_FOUND');
    expect(await app.refusal('superuser', 'accounts.total', filter)).toBe('NOT_FOUND');
  }
});

test('a cursor of another sort leads nowhere', async () => {
  const { app } = office;
  const cursor = Buffer.from(JSON.stringify({ direction: 'next', id: 1, key: 'anna' })).toString('base64url');
  expect((await app.ask('superuser', 'accounts.list', { sort: 'name', cursor })).rows.length).toBeGreaterThan(0);
  const answer = await app.send('superuser', 'accounts.list', { sort: 'created', cursor });
  expect(answer).toMatchObject({ ok: false, error: { fields: { cursor: { code: 'FIELD_INVALID' } } } });
});

test('an account in the trash whose time is over is nowhere', async () => {
  const { app, file } = office;
  file.write('UPDATE account SET purge_at = ? WHERE deleted_at IS NOT NULL', app.clock.now());
  const filter = { status: 'trash' } as const;
  expect(await app.ask('superuser', 'accounts.total', filter)).toEqual({ total: 0 });
  expect((await app.ask('superuser', 'accounts.list', filter)).rows).toEqual([]);
  file.write('UPDATE account SET purge_at = ? WHERE deleted_at IS NOT NULL', app.clock.now() + 30 * day);
});

test('of the totals a window asks for while one is counted, only the latest is counted', async () => {
  const turns = new LatestOfWindow();
  const counted: string[] = [];
  const held = Promise.withResolvers<void>();
  const count = (window: string, what: string) =>
    turns.run(window, async () => {
      counted.push(what);
      if (what === 'm') await held.promise;
      return what;
    });
  const asked = [
    count('desk', 'm'),
    count('desk', 'mu'),
    count('other', 'anna'),
    count('desk', 'mul'),
    count('desk', 'mull'),
  ];
  held.resolve();
  expect(await Promise.all(asked)).toEqual([null, null, 'anna', null, 'mull']);
  expect(counted).toEqual(['anna', 'mull']);
});

test('one that fails holds up none that comes after it', async () => {
  const turns = new LatestOfWindow();
  const failing = turns.run('desk', () => Promise.reject(new Error('The reader thread has ended.')));
  const next = turns.run('other', async () => 7);
  await expect(failing).rejects.toThrow('The reader thread has ended.');
  expect(await next).toBe(7);
});
