import { rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyChain } from '../../../src-main/store/activity-chain';
import { dataFolder } from '../../../src-main/store/folder';
import { errorText } from '../../../src-shared/errors';
import { hashesOf } from '../../support/file-hashes';
import { fillDisk, smallDisk } from '../../support/real-disks';
import { approve, look, register, setModeration, untilInEffect } from '../../support/sign-ups';
import { TestApp } from '../../support/test-app';
import { backAtDesk, passphrase, setUpOffice, signIn, superuser } from '../../support/test-office';
import { rawConnection } from '../../support/test-store';
import { rejectionOf } from '../../support/thrown-by';
import { open, PreparedOffice, signInAtFirst, startOn } from './prepared-office';

const office = PreparedOffice.share();

const full = { ok: false, error: errorText('DISK_FULL') };

test('Steward does not start on a full disk, and says so', async (context) => {
  const disk = await smallDisk(context, 4096);
  office.copyInto(disk);
  fillDisk(disk);
  const before = hashesOf(disk);
  const app = new TestApp(disk);
  expect(await rejectionOf(app.start())).toMatchObject(errorText('DISK_FULL'));
  expect(hashesOf(disk)).toEqual(before);

  freeDisk(disk);
  await app.start();
  await open(app);
  await app.close();
});

test('wherever the room ends, a set-up makes all of an office or nothing', async (context) => {
  const disk = await smallDisk(context, 4096);
  const app = await startOn(dataFolder(disk));
  const wanted = { officeName: 'Northgate Office', passphrase, useKeyStore: false, superuser, addSampleData: true };
  for (const kibibytes of [0, 8, 40, 120, 240]) {
    fillDiskBut(disk, kibibytes * 1024);
    expect(await app.call('first', 'setup.create', wanted), `with ${kibibytes} KiB`).toEqual(full);
    expect(Object.keys(hashesOf(disk))).toEqual(['filler', 'steward.lock']);
    expect(await app.ask('first', 'session.state', {})).toMatchObject({ state: 'no-office' });
    freeDisk(disk);
  }
  await setUpOffice(app);
  await signInAtFirst(app);
});

test('a store that cannot be opened for want of room stays as it is, and is opened in the same window later', async (context) => {
  const disk = await smallDisk(context, 4096);
  const folder = office.copyInto(disk);
  const app = await startOn(folder);
  fillDisk(disk);
  const before = hashesOf(folder.office.dir);
  expect(await app.call('first', 'opening.openWithPassphrase', { passphrase })).toEqual(full);
  expect(hashesOf(folder.office.dir)).toEqual(before);
  freeDisk(disk);
  await open(app);
  await signInAtFirst(app);
});

test('a store that has to be migrated is not touched without room for a copy', async (context) => {
  const disk = await smallDisk(context, 4096);
  const folder = office.copyInto(disk);
  // A store in which no migration counts as made: all of them are to be made, and a copy before that.
  const raw = rawConnection(folder.office.store, office.key);
  raw.exec('DELETE FROM migration');
  raw.close();
  const app = await startOn(folder);
  // Enough for what SQLite needs to read, and too little for the copy.
  fillDiskBut(disk, statSync(folder.office.store).size - 16 * 1024);
  const before = hashesOf(folder.office.dir);
  expect(await app.call('first', 'opening.openWithPassphrase', { passphrase })).toEqual(full);
  expect(hashesOf(folder.office.dir)).toEqual(before);
  expect(await app.ask('first', 'session.state', {})).toMatchObject({ state: 'store-locked' });
});

test('of changes on a disk that fills up, those that were confirmed are there and the refused one is not', async (context) => {
  const disk = await smallDisk(context, 4096);
  const folder = office.copyInto(disk);
  const app = await startOn(folder);
  await open(app);
  await signInAtFirst(app);
  fillDiskBut(disk, 200 * 1024);
  const confirmed: string[] = [];
  for (;;) {
    const name = `Group ${confirmed.length}`;
    const answer = await app.call('first', 'groups.create', { name, description: '', permissions: [] });
    if (!answer.ok) {
      expect(answer).toEqual(full);
      break;
    }
    confirmed.push(name);
  }
  expect(confirmed.length).toBeGreaterThan(0);
  const groupNames = async () => {
    const { rows } = await app.ask('first', 'groups.list', {});
    return rows.map(({ name }) => name).filter((name) => name.startsWith('Group '));
  };
  expect((await groupNames()).sort()).toEqual(confirmed.sort());

  freeDisk(disk);
  await app.ask('first', 'groups.create', { name: 'Group afterwards', description: '', permissions: [] });
  await app.close();
  const raw = rawConnection(folder.office.store, office.key);
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(verifyChain(raw)).toMatchObject({ firstBroken: null });
  raw.close();
});

test('on a full disk what has taken effect cannot be settled, which is said once and keeps nobody from reading', async (context) => {
  const disk = await smallDisk(context, 8192);
  const app = await startOn(dataFolder(disk));
  await setUpOffice(app);
  await setModeration(app, { isRegistrationOpen: true });
  const ada = await register(app, 'Ada');
  const ben = await register(app, 'Ben');
  await signIn(app, 'ada', ada.credentials);
  await backAtDesk(app, 'superuser', superuser);
  for (const who of [ada, ben]) await approve(app, 'superuser', who);
  const before = await app.ask('superuser', 'moderation.counts', {});
  app.clock.advance(untilInEffect);
  fillDisk(disk);
  expect(await app.ask('superuser', 'moderation.counts', {})).toEqual(before);
  const { rows } = await app.ask('superuser', 'moderation.queue', { tab: 'decided' });
  expect(rows.map(({ id }) => id)).toContain(ada.caseId);
  expect(await app.ask('superuser', 'moderation.total', { tab: 'decided' })).toEqual({ total: before.decided });
  expect(await look(app, 'superuser', ben)).toMatchObject({ tab: 'decided' });
  expect(await app.ask('superuser', 'moderation.insight', { days: 7 })).toMatchObject({ waiting: before.waiting });
  expect(await app.ask('ada', 'session.state', {})).toMatchObject({ state: 'awaiting-approval' });
  expect(app.reported).toEqual([expect.objectContaining({ code: 'SQLITE_FULL' })]);

  freeDisk(disk);
  expect(await app.ask('ada', 'session.state', {})).toMatchObject({ state: 'full' });
});

test('Steward can be closed on a full disk, and what was confirmed is there when it is opened again', async (context) => {
  const disk = await smallDisk(context, 4096);
  const folder = office.copyInto(disk);
  const app = await startOn(folder);
  await open(app);
  await signInAtFirst(app);
  const { id } = await app.ask('first', 'groups.create', { name: 'Confirmed', description: '', permissions: [] });
  // Refused calls are counted and written a little later: at the latest when the store is closed.
  for (let count = 0; count < 3; count += 1) await app.refusal('second', 'settings.get', {});
  fillDisk(disk);
  await app.close();
  expect(app.reported).toEqual([expect.objectContaining({ code: 'SQLITE_FULL' })]);

  freeDisk(disk);
  await app.start();
  await open(app);
  await signInAtFirst(app);
  const { rows } = await app.ask('first', 'groups.list', {});
  expect(rows.map((group) => group.id)).toContain(id);
});

function freeDisk(disk: string): void {
  rmSync(join(disk, 'filler'));
}

/** Fills the disk but for that many bytes. */
function fillDiskBut(disk: string, bytes: number): void {
  fillDisk(disk);
  const filler = join(disk, 'filler');
  truncateSync(filler, Math.max(0, statSync(filler).size - bytes));
}
