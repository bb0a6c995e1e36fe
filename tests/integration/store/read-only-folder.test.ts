import { expect, onTestFinished, test } from 'vitest';
import { errorText } from '../../../src-shared/errors';
import { hashesOf } from '../../support/file-hashes';
import { readOnlyFolder } from '../../support/real-disks';
import { SecondProcess } from '../../support/second-process';
import { TestApp } from '../../support/test-app';
import { rejectionOf } from '../../support/thrown-by';
import { open, PreparedOffice, signInAtFirst } from './prepared-office';

const office = PreparedOffice.share();

test('an office in a folder that cannot be written is not opened, and stays as it is', async (context) => {
  const dir = await readOnlyFolder(context, (folder) => office.copyInto(folder));
  const before = hashesOf(dir);
  const app = new TestApp(dir);
  expect(await rejectionOf(app.start())).toMatchObject(errorText('FOLDER_READ_ONLY', { folder: dir }));
  expect(hashesOf(dir)).toEqual(before);
});

test('no office is set up in a folder that cannot be written', async (context) => {
  const dir = await readOnlyFolder(context);
  const app = new TestApp(dir);
  expect(await rejectionOf(app.start())).toMatchObject(errorText('FOLDER_READ_ONLY', { folder: dir }));
  expect(hashesOf(dir)).toEqual({});
});

test('a second process is refused in one sentence, and the first goes on', async () => {
  const folder = await office.copy();
  const app = new TestApp(folder.dir);
  const other = new SecondProcess(new URL('../../unit/store/hold-folder.ts', import.meta.url), [folder.dir]);
  expect(await other.nextLine()).toBe('held');
  const before = hashesOf(folder.dir);
  expect(await rejectionOf(app.start())).toMatchObject(errorText('ALREADY_RUNNING', { folder: folder.dir }));
  expect(hashesOf(folder.dir)).toEqual(before);
  await other.kill();

  await app.start();
  onTestFinished(() => app.close());
  const late = new SecondProcess(new URL('../../unit/store/hold-folder.ts', import.meta.url), [folder.dir]);
  expect(await late.nextLine()).toBe('ALREADY_RUNNING');
  await open(app);
  await signInAtFirst(app);
});
