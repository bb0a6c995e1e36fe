import { expect, test, vi } from 'vitest';
import type { ApplicationEvent } from '../../../src-shared/events';
import { days } from '../../support/manual-clock';
import {
  addModerators,
  approve,
  asItIs,
  holdBack,
  look,
  register,
  reject,
  setModeration,
  untilInEffect,
} from '../../support/sign-ups';
import { openStoreFile } from '../../support/store-file';
import type { TestApp } from '../../support/test-app';
import { passphrase, signIn, startTestOffice } from '../../support/test-office';

async function moderatedOffice() {
  const { app } = await startTestOffice();
  const { mara } = await addModerators(app);
  await setModeration(app, { isRegistrationOpen: true });
  return { app, mara };
}

async function reopened(app: TestApp): Promise<void> {
  await app.restart();
  await app.ask('desk', 'opening.openWithPassphrase', { passphrase });
}

test('who was approved just before the application was closed is let in once it is opened again', async () => {
  const { app } = await moderatedOffice();
  const ada = await register(app, 'Ada');
  await approve(app, 'mara', ada, 'Welcome, {given name}.');
  await app.close();
  app.clock.advance(untilInEffect);
  await app.start();
  await app.ask('desk', 'opening.openWithPassphrase', { passphrase });
  const file = await openStoreFile(app);
  // Without anybody asking for anything.
  await vi.waitFor(() =>
    expect(file.rows('SELECT access FROM account WHERE given_name = ?', 'Ada')).toEqual([{ access: 'open' }]),
  );
  expect(file.rows('SELECT id FROM sign_up_case WHERE due_at IS NOT NULL')).toEqual([]);
  file.close();
  await signIn(app, 'ada', ada.credentials);
  expect((await app.ask('ada', 'session.state', {})).state).toBe('full');
  expect((await app.ask('ada', 'messages.unread', {})).rows).toMatchObject([{ text: 'Welcome, Ada.' }]);
});

test('what is not due yet when it is opened again can still be undone', async () => {
  const { app, mara } = await moderatedOffice();
  const ben = await register(app, 'Ben');
  const { case: row } = await approve(app, 'mara', ben);
  await reopened(app);
  await signIn(app, 'mara', mara.credentials);
  expect(await app.ask('mara', 'moderation.undo', { id: row.id, version: row.version })).toMatchObject({
    state: 'waiting',
  });
  app.clock.advance(untilInEffect);
  await signIn(app, 'ben', ben.credentials);
  expect((await app.ask('ben', 'session.state', {})).state).toBe('awaiting-approval');
});

test('whoever was parked while it was closed waits again', async () => {
  const { app, mara } = await moderatedOffice();
  const cy = await holdBack(app, 'Cy');
  const parking = { ...(await asItIs(app, 'mara', cy)), until: app.clock.now() + days(3), internalReason: '' };
  await app.ask('mara', 'moderation.park', parking);
  await app.close();
  app.clock.advance(days(4));
  await app.start();
  await app.ask('desk', 'opening.openWithPassphrase', { passphrase });
  await signIn(app, 'mara', mara.credentials);
  expect(await look(app, 'mara', cy)).toMatchObject({ tab: 'waiting', parkedUntil: null });
});

test('windows are told when it has effect, without anybody asking', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const { app } = await moderatedOffice();
    const dot = await register(app, 'Dot');
    const eli = await register(app, 'Eli');
    await signIn(app, 'dot', dot.credentials);
    await signIn(app, 'eli', eli.credentials);
    await approve(app, 'mara', dot);
    await reject(app, 'mara', eli);
    const heard: Record<'dot' | 'eli', ApplicationEvent[]> = { dot: [], eli: [] };
    for (const window of ['dot', 'eli'] as const) app.app.subscribe(window, (event) => heard[window].push(event));
    app.clock.advance(untilInEffect);
    vi.advanceTimersByTime(5_000);
    await vi.waitFor(() => expect(heard.dot).toContainEqual({ type: 'session' }));
    await vi.waitFor(() => expect(heard.eli).toContainEqual({ type: 'changed', feature: 'signUp' }));
  } finally {
    vi.useRealTimers();
  }
});

test('thousands that are due at once keep nobody waiting, and are all settled', async () => {
  const { app } = await moderatedOffice();
  const fay = await holdBack(app, 'Fay');
  await approve(app, 'mara', fay);
  const file = await openStoreFile(app);
  const due = app.clock.now() + untilInEffect;
  // As many more as a decision on many leaves behind.
  file.write(
    `WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 2000)
     INSERT INTO sign_up_case (public_id, version, kind, account_id, profile_id, type_id, state, is_appeal, has_appealed,
                               appeal, revision, submitted_at, since, decision_reason, internal_reason,
                               due_at, domain, has_duplicates, is_in_trash, search_text, created_at)
     SELECT 'approved' || n, 1, 'account', account_id, NULL, NULL, 'approved', 0, 0, '', 1, 0, 0, '', '', ?, '', 0, 0, '', 0
     FROM n, sign_up_case`,
    due,
  );
  app.clock.advance(untilInEffect);
  await reopened(app);
  const unsettled = () => file.rows('SELECT id FROM sign_up_case WHERE due_at IS NOT NULL').length;
  expect(unsettled()).toBeGreaterThan(0);
  let told = 0;
  app.app.subscribe('desk', () => {
    told += 1;
  });
  await vi.waitFor(() => expect(unsettled()).toBe(0), { timeout: 20_000 });
  // Windows hear of it, but not with every few dozen.
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThan(20);
  file.close();
});
