import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { AppOptions } from '../../src-main/app';
import { openStoreFile, type StoreFile } from './store-file';
import { TestApp } from './test-app';
import { setUpOffice, signIn, superuser } from './test-office';

export interface SharedOffice {
  readonly app: TestApp;
  readonly file: StoreFile;
  readonly recoveryCode: string;
}

/**
 * One office for all tests of a file or of a block, for tables whose every line would otherwise set up its own.
 * Its first superuser is signed in at the window `superuser`. Reading one of its parts outside of a test fails.
 */
export function shareTestOffice(
  prepare: (office: SharedOffice) => Promise<void> = async () => {},
  options: Partial<AppOptions> = {},
): SharedOffice {
  let shared: SharedOffice | null = null;

  beforeAll(async () => {
    const app = new TestApp(await mkdtemp(join(tmpdir(), 'steward-test-')), options);
    await app.start();
    const { recoveryCode } = await setUpOffice(app);
    await signIn(app, 'superuser', superuser);
    shared = { app, recoveryCode, file: await openStoreFile(app) };
    await prepare(shared);
  });

  afterAll(async () => {
    if (!shared) return;
    const { app, file } = shared;
    file.close();
    await app.close();
    await rm(app.options.dataDir, { recursive: true, force: true });
    app.assertNothingReported();
  });

  function office(): SharedOffice {
    if (!shared) throw new Error('The shared office is there while tests run, not while they are collected.');
    return shared;
  }

  return {
    get app() {
      return office().app;
    },
    get file() {
      return office().file;
    },
    get recoveryCode() {
      return office().recoveryCode;
    },
  };
}
