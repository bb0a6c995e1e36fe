import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ApplicationEvent } from '../../../src-shared/events';
import { minutes } from '../../support/manual-clock';
import { type SharedOffice, shareTestOffice } from '../../support/shared-office';
import { addStaff, addStaffAtWindow, backAtDesk, signIn, superuser } from '../../support/test-office';

// The application looks for windows that have locked themselves by a timer; here it looks when it is told to.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterAll(() => {
  vi.useRealTimers();
});

const windows = ['superuser', 'viewer', 'auditor', 'keeper', 'nobody', 'locked', 'newcomer', 'empty'];
const office = shareTestOffice(prepare);

async function prepare({ app }: SharedOffice): Promise<void> {
  await addStaffAtWindow(app, 'viewer', ['staff.view']);
  await addStaffAtWindow(app, 'auditor', ['activity.view']);
  await addStaffAtWindow(app, 'keeper', ['groups.manage', 'settings.manage']);
  await addStaffAtWindow(app, 'nobody');
  await signIn(app, 'locked', superuser);
  await app.ask('locked', 'session.lock', {});
  const { credentials } = await addStaff(app, 'newcomer', { permissions: ['staff.view', 'activity.view'] });
  await signIn(app, 'newcomer', credentials);
}

/** What each window hears while something is done, told as `session` or as what has changed. */
async function heardWhile(act: () => Promise<unknown>): Promise<Record<string, string[]>> {
  const heard: Record<string, string[]> = {};
  const stop = windows.map((window) =>
    office.app.app.subscribe(window, (event: ApplicationEvent) => {
      heard[window] = [...(heard[window] ?? []), event.type === 'session' ? event.type : event.feature].sort();
    }),
  );
  await act();
  // Events go out after the answer; whatever they still have to look up is done before the next turn.
  await setImmediate();
  for (const unsubscribe of stop) unsubscribe();
  return heard;
}

test('a change is told to the windows that may read it, and to no others', async () => {
  const { app } = office;
  const input = { name: 'Told', description: '', permissions: [] };
  const heard = await heardWhile(() => app.ask('superuser', 'groups.create', input));
  const staffToo = ['activity', 'groups', 'staff'];
  expect(heard).toEqual({ superuser: staffToo, viewer: ['staff'], auditor: ['activity'], keeper: ['groups'] });
});

test('a change of rights tells every window to ask for its session', async () => {
  const { app } = office;
  const { rows } = await app.ask('superuser', 'groups.list', {});
  const group = rows.find(({ name }) => name === 'Told');
  if (!group) throw new Error('The group is missing.');
  const { id, version, name, description } = group;
  const heard = await heardWhile(() =>
    app.ask('superuser', 'groups.update', { id, version, name, description, permissions: ['staff.view'] }),
  );
  for (const window of windows) expect(heard[window]).toContain('session');
  expect(heard.empty).toEqual(['session']);
});

test('who is in a group is told to who looks after groups, whichever section changed it', async () => {
  const { app } = office;
  const { member } = await addStaff(app, 'joining');
  const { id, version, email, givenName, familyName, phone } = member;
  const groups = (await app.ask('superuser', 'groups.list', {})).rows.map((group) => group.id);
  const person = { id, email, givenName, familyName, phone, isSuperuser: false, permissions: [] };
  const joining = () => app.ask('superuser', 'staff.update', { ...person, version, groups });
  expect((await heardWhile(joining)).keeper).toEqual(['groups', 'session']);
  const kind = { isStaff: true, isActive: true, notes: '' };
  const leaving = () =>
    app.ask('superuser', 'accounts.update', { ...person, ...kind, version: version + 1, groups: [] });
  expect((await heardWhile(leaving)).keeper).toEqual(['groups', 'session']);
});

test('new settings are told to who may read them', async () => {
  const { app } = office;
  const settings = await app.ask('superuser', 'settings.get', {});
  const heard = await heardWhile(() => app.ask('superuser', 'settings.update', settings));
  expect(heard.keeper).toEqual(['session', 'settings']);
  expect(heard.viewer).toEqual(['session']);
});

test('a refused call is told to who may read the refused calls', async () => {
  const { app } = office;
  const heard = await heardWhile(() => app.refusal('nobody', 'settings.get', {}));
  expect(heard).toEqual({ superuser: ['activity'], auditor: ['activity'] });
});

test('a change that is refused is told to nobody', async () => {
  const { app } = office;
  const taken = { name: 'told', description: '', permissions: [] };
  expect(await heardWhile(() => app.refusal('superuser', 'groups.create', taken))).toEqual({});
});

test('a window that has locked itself is told so within five seconds, and once', async () => {
  const { app } = office;
  const look = () => vi.advanceTimersByTimeAsync(5_000);
  app.clock.advance(minutes(15) - 1);
  await app.ask('viewer', 'session.touch', {});
  expect(await heardWhile(look)).toEqual({});
  app.clock.advance(1);
  const all = ['auditor', 'keeper', 'newcomer', 'nobody', 'superuser'];
  expect(await heardWhile(look)).toEqual(Object.fromEntries(all.map((window) => [window, ['session']])));
  expect(await heardWhile(look)).toEqual({});
  await backAtDesk(app, 'superuser', superuser);
});

test('a window whose session has ended is told so', async () => {
  const { app } = office;
  const [viewer] = (await app.ask('superuser', 'staff.list', { search: 'viewer' })).rows;
  if (!viewer) throw new Error('The viewer is missing.');
  const { id, version } = viewer;
  const heard = await heardWhile(() => app.ask('superuser', 'staff.deactivate', { id, version }));
  expect(heard.viewer).toContain('session');
  expect((await app.ask('viewer', 'session.state', {})).state).toBe('signed-out');
});

test('nothing is heard once the subscription has ended', async () => {
  const { app } = office;
  let heard = 0;
  const unsubscribe = app.app.subscribe('superuser', () => {
    heard += 1;
  });
  unsubscribe();
  await app.ask('superuser', 'groups.create', { name: 'Unheard', description: '', permissions: [] });
  await setImmediate();
  expect(heard).toBe(0);
});

test('a window that cannot be told anything harms neither the change nor the other windows', async () => {
  const { app } = office;
  const broken = new Error('This window is gone');
  const unsubscribe = app.app.subscribe('broken', () => {
    throw broken;
  });
  const settings = await app.ask('superuser', 'settings.get', {});
  const heard = await heardWhile(() => app.ask('superuser', 'settings.update', settings));
  unsubscribe();
  expect(heard.superuser).toEqual(['activity', 'session', 'settings']);
  expect(heard.empty).toEqual(['session']);
  expect(new Set(app.reported.splice(0))).toEqual(new Set([broken]));
});
