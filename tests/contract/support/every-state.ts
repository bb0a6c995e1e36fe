import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from '../../../src-main/store/folder';
import type { SessionState } from '../../../src-shared/contract/define';
import { type StaffPermission, staffPermissions } from '../../../src-shared/permissions';
import { openStoreFile, type StoreFile } from '../../support/store-file';
import { TestApp } from '../../support/test-app';
import { TestKeyStore } from '../../support/test-key-store';
import { newStaff, passphrase, setUpOffice, signIn, superuser } from '../../support/test-office';

/** Where a call can come from. `full` is the superuser's; the others are a full session with fewer rights. */
export type Place = SessionState | 'narrow staff' | 'holder' | `all but ${StaffPermission}` | `only ${StaffPermission}`;

export interface Desk {
  readonly app: TestApp;
  readonly window: string;
}

/** What every person of these offices signs in with, so that a password need not be hashed for each of them. */
export const everybodysPassword = 'quiet meadow chosen alone';

/**
 * Three offices in their own folders - none yet, one that is locked, one that is open - and at the open one a window
 * in every state of a session.
 */
export class EveryState {
  /** The one that is right for the open office now; whoever uses it up puts the next one here. */
  recoveryCode: string;
  readonly folder: string;
  readonly noOffice: TestApp;
  readonly locked: TestApp;
  readonly open: TestApp;
  readonly file: StoreFile;

  private constructor(parts: Pick<EveryState, 'recoveryCode' | 'folder' | 'noOffice' | 'locked' | 'open' | 'file'>) {
    this.recoveryCode = parts.recoveryCode;
    this.folder = parts.folder;
    this.noOffice = parts.noOffice;
    this.locked = parts.locked;
    this.open = parts.open;
    this.file = parts.file;
  }

  static async prepare(): Promise<EveryState> {
    const folder = await mkdtemp(join(tmpdir(), 'steward-test-'));
    const keyStore = new TestKeyStore();
    const appIn = (name: string) => new TestApp(join(folder, name), { keyStore });
    const [noOffice, locked, open] = [appIn('none'), appIn('locked'), appIn('open')];
    await open.start();
    const { recoveryCode } = await setUpOffice(open, { useKeyStore: true });
    await open.close();
    await cp(open.options.dataDir, locked.options.dataDir, { recursive: true });
    await Promise.all([noOffice.start(), locked.start(), open.start()]);
    await open.ask('full', 'opening.openWithPassphrase', { passphrase });
    await signIn(open, 'full', superuser);
    const file = await openStoreFile(open);
    const states = new EveryState({ recoveryCode, folder, noOffice, locked, open, file });
    await states.#seatEverybody();
    return states;
  }

  /** The window that asks from there. Windows of one office differ in their name alone. */
  at(place: Place): Desk {
    if (place === 'no-office') return { app: this.noOffice, window: 'no-office' };
    if (place === 'store-locked') return { app: this.locked, window: 'store-locked' };
    return { app: this.open, window: place };
  }

  /**
   * All that a refused call must leave as it is: the rows of the open store, or the bytes of the files of one that is
   * not open. Left out by design are the accounts kept of refused calls and, where asked for, of failed sign-ins.
   */
  async held(place: Place, except: readonly string[] = ['refused_call']): Promise<unknown> {
    const { app } = this.at(place);
    if (app !== this.open) return filesOf(app.options.dataDir);
    const { office } = dataFolder(app.options.dataDir);
    return { ...this.file.dump(except), keyFile: await readFile(office.key, 'utf8') };
  }

  /** @throws AggregateError when any of the offices reported something nobody expected */
  async close(): Promise<void> {
    this.file.close();
    const apps = [this.noOffice, this.locked, this.open];
    for (const app of apps) await app.close();
    await rm(this.folder, { recursive: true, force: true });
    for (const app of apps) app.assertNothingReported();
  }

  async #seatEverybody(): Promise<void> {
    await this.#seat('must-change-password', []);
    await this.#seat('locked', []);
    await this.#seat('awaiting-approval', []);
    await this.#seat('holder', []);
    await this.#seat('narrow staff', ['staff.view', 'staff.manage']);
    for (const permission of staffPermissions) {
      await this.#seat(
        `all but ${permission}`,
        staffPermissions.filter((one) => one !== permission),
      );
      await this.#seat(`only ${permission}`, [permission]);
    }
    this.file.write(
      'UPDATE login SET must_change_password = 0, password_expires_at = NULL WHERE sign_in_name <> ?',
      emailAt('must-change-password'),
    );
    // No procedure makes account holders or puts anybody behind the gate yet.
    const becomeHolder = 'UPDATE account SET is_staff = 0, access = ? WHERE email = ?';
    this.file.write(becomeHolder, 'open', emailAt('holder'));
    this.file.write(becomeHolder, 'awaiting-approval', emailAt('awaiting-approval'));
    await this.open.ask('locked', 'session.lock', {});
  }

  async #seat(place: Place, permissions: StaffPermission[]): Promise<void> {
    const typed = { ...newStaff('somebody'), email: emailAt(place), password: everybodysPassword, permissions };
    await this.open.ask('full', 'staff.create', typed);
    await signIn(this.open, place, typed);
  }
}

/** The sign-in name of who sits there. */
export function emailAt(place: Place): string {
  return place === 'full' ? superuser.email : `${place.replaceAll(' ', '-')}@example.com`;
}

async function filesOf(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = files.sort().map(async (file) => {
    const bytes = await readFile(file);
    return [file, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}
