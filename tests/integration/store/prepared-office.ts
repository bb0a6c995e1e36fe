import { cpSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type DataFolder, dataFolder } from '../../../src-main/store/folder';
import { readKeyFile } from '../../../src-main/store/key/key-file';
import { unwrapWithPassphrase } from '../../../src-main/store/key/key-ways';
import type { StoreKey } from '../../../src-main/store/key/store-key';
import { temporaryFolder } from '../../support/temporary-folder';
import { TestApp } from '../../support/test-app';
import { passphrase, setUpOffice, superuser } from '../../support/test-office';

/** The folder of an office with sample data, closed cleanly: made once for a file of tests, copied for each. */
export class PreparedOffice {
  #template = '';
  #key: StoreKey | null = null;

  static share(): PreparedOffice {
    const office = new PreparedOffice();
    beforeAll(() => office.#make());
    afterAll(() => rm(office.#template, { recursive: true, force: true }));
    return office;
  }

  get key(): StoreKey {
    if (!this.#key) throw new Error('The office is there while tests run, not while they are collected.');
    return this.#key;
  }

  /** A fresh copy, in the given folder or in one of its own. */
  async copy(folder?: string): Promise<DataFolder> {
    return this.copyInto(folder ?? (await temporaryFolder()));
  }

  copyInto(folder: string): DataFolder {
    cpSync(this.#template, folder, { recursive: true });
    return dataFolder(folder);
  }

  /** Puts the sound files back, as somebody does who has a copy of the folder. */
  restore({ dir, office }: DataFolder): void {
    rmSync(office.dir, { recursive: true });
    cpSync(join(this.#template, 'office'), join(dir, 'office'), { recursive: true });
  }

  async #make(): Promise<void> {
    this.#template = await mkdtemp(join(tmpdir(), 'steward-test-'));
    const app = new TestApp(this.#template);
    await app.start();
    await setUpOffice(app, { addSampleData: true });
    await app.close();
    rmSync(join(this.#template, 'steward.lock'));
    this.#key = await unwrapWithPassphrase(readKeyFile(dataFolder(this.#template).office.key), passphrase);
  }
}

/** The application on a folder in which something is wrong; what it reports of that is expected. */
export async function startOn(folder: DataFolder): Promise<TestApp> {
  const app = new TestApp(folder.dir);
  await app.start();
  onTestFinished(() => app.close());
  return app;
}

export async function open(app: TestApp): Promise<void> {
  await app.ask('first', 'opening.openWithPassphrase', { passphrase });
}

export async function signInAtFirst(app: TestApp): Promise<void> {
  await app.ask('first', 'session.signIn', { signInName: superuser.email, password: superuser.password });
}
