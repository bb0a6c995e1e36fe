import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { z } from 'zod';
import { dataFolder } from '../../../src-main/store/folder';
import type { Answer } from '../../../src-shared/contract';
import { type SessionState, sessionStates } from '../../../src-shared/contract/define';
import {
  type DelegatePermission,
  delegatePermissionCatalogue,
  delegatePermissions,
} from '../../../src-shared/delegate-permissions';
import { type StaffPermission, staffPermissions } from '../../../src-shared/permissions';
import { writeDelegate } from '../../support/delegates';
import { openStoreFile, type StoreFile } from '../../support/store-file';
import { TestApp } from '../../support/test-app';
import { TestKeyStore } from '../../support/test-key-store';
import { superuser as founder, newAccount, newStaff, passphrase, setUpOffice, signIn } from '../../support/test-office';

/** Where a call can come from. `full` is the superuser's; the others are a full session with fewer rights. */
export type Place =
  | SessionState
  | 'narrow staff'
  | 'holder'
  | 'delegate behind the gate'
  | DelegatePlace
  | `all but ${StaffPermission}`
  | `only ${StaffPermission}`;

/** Authorized users of the first superuser, who may do nothing of what they are. */
export type DelegatePlace =
  | 'delegate with everything'
  | 'delegate with nothing'
  | `delegate without ${DelegatePermission}`
  | `delegate with only ${DelegatePermission}`;

/** What is ticked for whoever sits there; who is to be without something has nothing either that implies it. */
export const delegatePlaces = new Map<Place, readonly DelegatePermission[]>([
  ['delegate with everything', delegatePermissions],
  ['delegate with nothing', []],
  ...delegatePermissions.flatMap((permission): [DelegatePlace, DelegatePermission[]][] => [
    [`delegate with only ${permission}`, [permission]],
    [`delegate without ${permission}`, allWithout(permission)],
  ]),
]);

export interface Desk {
  readonly app: TestApp;
  readonly window: string;
}

/** What every person of these offices signs in with, so that whoever changed it can be given it back without hashing. */
export const everybodysPassword = 'quiet meadow chosen alone';
const superuser = { ...founder, password: everybodysPassword };

/**
 * Three offices in their own folders - none yet, one that is locked, one that is open - and at the open one a window
 * in every state of a session.
 */
export class EveryState {
  #recoveryCode: string;
  /** The one that stays right for the locked office. */
  readonly firstRecoveryCode: string;
  readonly folder: string;
  readonly noOffice: TestApp;
  readonly locked: TestApp;
  readonly open: TestApp;
  readonly file: StoreFile;
  readonly #passwordHash: unknown;

  private constructor(parts: Pick<EveryState, 'recoveryCode' | 'folder' | 'noOffice' | 'locked' | 'open' | 'file'>) {
    this.#recoveryCode = parts.recoveryCode;
    this.firstRecoveryCode = parts.recoveryCode;
    this.folder = parts.folder;
    this.noOffice = parts.noOffice;
    this.locked = parts.locked;
    this.open = parts.open;
    this.file = parts.file;
    this.#passwordHash = this.#login('full')?.password_hash;
  }

  static async prepare(): Promise<EveryState> {
    const folder = await mkdtemp(join(tmpdir(), 'steward-test-'));
    const keyStore = new TestKeyStore();
    const appIn = (name: string) => new TestApp(join(folder, name), { keyStore });
    const [noOffice, locked, open] = [appIn('none'), appIn('locked'), appIn('open')];
    await open.start();
    const { recoveryCode } = await setUpOffice(open, { superuser, useKeyStore: true });
    await open.close();
    await cp(open.options.dataDir, locked.options.dataDir, { recursive: true });
    await Promise.all([noOffice.start(), locked.start(), startWithoutLookingAround(open)]);
    await open.ask('full', 'opening.openWithPassphrase', { passphrase });
    await signIn(open, 'full', superuser);
    const file = await openStoreFile(open);
    const states = new EveryState({ recoveryCode, folder, noOffice, locked, open, file });
    await states.#seatEverybody();
    return states;
  }

  /** The one that is right for the open office now. */
  get recoveryCode(): string {
    return this.#recoveryCode;
  }

  /** Remembers the code that an answer has put in place of the one before. */
  noteRecoveryCode({ app }: Desk, answer: Answer): void {
    const told = z.object({ recoveryCode: z.string() }).safeParse(answer.ok ? answer.data : null);
    if (told.success && app === this.open) this.#recoveryCode = told.data.recoveryCode;
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

  /** The account that somebody has who sits there. */
  async accountAt(place: Place): Promise<string> {
    const { app, window } = this.at(place);
    return (await app.ask(window, 'session.state', {})).user?.id ?? '';
  }

  /** Brings a place back into its state, after a call that was answered has led out of it. */
  async restore(place: Place): Promise<void> {
    const { app, window } = this.at(place);
    const { state } = await app.ask(window, 'session.state', {});
    if (app === this.open) {
      await this.jobsAreThrough();
      const isUnchanged = place === 'signed-out' || this.#login(place)?.password_hash === this.#passwordHash;
      if (state !== stateAt(place) || !isUnchanged) await this.#seatAgain(place);
    } else if (state !== place) {
      await app.close();
      if (place === 'no-office') await rm(app.options.dataDir, { recursive: true });
      await app.start();
    }
  }

  /** What works on when its call is answered would change the store under the next call. */
  async jobsAreThrough(): Promise<void> {
    // Those of nobody are written by tests, and nothing works on them. Ten are kept, and the others deleted bit by bit.
    const underWay = `SELECT id FROM bulk_job WHERE state IN ('running', 'undoing') AND started_by > 0
      UNION ALL SELECT * FROM (SELECT id FROM bulk_job WHERE started_by > 0 ORDER BY id DESC LIMIT -1 OFFSET 10)`;
    await expect.poll(() => this.file.rows(underWay)).toEqual([]);
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
    await this.#seatWhoWaits();
    // What they might do as staff stays in the store when they are staff no longer, and must count for nothing.
    await this.#seat('holder', [...staffPermissions]);
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
      signInNameAt('must-change-password'),
    );
    // No procedure leaves rights with an account holder.
    this.file.write('UPDATE account SET is_staff = 0 WHERE email = ?', signInNameAt('holder'));
    await this.#seatDelegates();
    await this.open.ask('locked', 'session.lock', {});
  }

  async #seatDelegates(): Promise<void> {
    const passwordHash = String(this.#passwordHash);
    const [accountId, otherAccountId] = [await this.accountAt('full'), await this.accountAt('holder')];
    for (const [place, permissions] of delegatePlaces) {
      const person = { givenName: 'Delegate', username: signInNameAt(place), permissions, passwordHash };
      const { loginId } = writeDelegate(this.file, accountId, person);
      // One of them acts for a second account, where they may do the same.
      if (place === 'delegate with everything') writeDelegate(this.file, otherAccountId, { ...person, loginId });
      await this.#enter(place);
    }
    const place = 'delegate behind the gate';
    const person = { givenName: 'Delegate', username: signInNameAt(place), permissions: delegatePermissions };
    writeDelegate(this.file, await this.accountAt('awaiting-approval'), { ...person, passwordHash });
    await this.#enter(place);
  }

  /** Whoever adds such an account, the person is held back before they are asked for a password of their own. */
  async #seatWhoWaits(): Promise<void> {
    const place = 'awaiting-approval';
    const typed = { ...newAccount('somebody'), email: signInNameAt(place), password: everybodysPassword };
    await this.open.ask('full', 'accounts.create', { ...typed, needsApproval: true });
    await this.#enter(place);
  }

  async #enter(place: Place): Promise<void> {
    await signIn(this.open, place, { email: signInNameAt(place), password: everybodysPassword });
  }

  async #seatAgain(place: Place): Promise<void> {
    const { state } = await this.open.ask(place, 'session.state', {});
    if (place === 'signed-out') {
      if (state !== place) await this.open.ask(place, 'session.signOut', {});
      return;
    }
    this.file.write('DELETE FROM sign_in_wait');
    this.file.write(
      `UPDATE login SET password_hash = ?, must_change_password = ?, password_expires_at = NULL, epoch = epoch + 1
       WHERE sign_in_name = ?`,
      String(this.#passwordHash),
      Number(place === 'must-change-password'),
      signInNameAt(place),
    );
    await this.open.ask(place, 'session.state', {});
    await this.#enter(place);
    if (place === 'locked') await this.open.ask(place, 'session.lock', {});
  }

  #login(place: Place) {
    return this.file.rows('SELECT password_hash FROM login WHERE sign_in_name = ?', signInNameAt(place))[0];
  }

  async #seat(place: Place, permissions: StaffPermission[]): Promise<void> {
    const typed = { ...newStaff('somebody'), email: signInNameAt(place), password: everybodysPassword, permissions };
    await this.open.ask('full', 'staff.create', typed);
    await signIn(this.open, place, typed);
  }
}

/** As if it never came to look around, which it does by the clock of the computer: nothing happens by itself there. */
async function startWithoutLookingAround(app: TestApp): Promise<void> {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  try {
    await app.start();
  } finally {
    vi.useRealTimers();
  }
}

/** The state of the session there. */
export function stateAt(place: Place): SessionState {
  if (place === 'delegate behind the gate') return 'awaiting-approval';
  return sessionStates.find((state) => state === place) ?? 'full';
}

/** The sign-in name of who sits there. */
export function signInNameAt(place: Place): string {
  if (delegatePlaces.has(place) || place === 'delegate behind the gate') return place.replaceAll(' ', '-');
  return place === 'full' ? superuser.email : `${place.replaceAll(' ', '-')}@example.com`;
}

function allWithout(permission: DelegatePermission): DelegatePermission[] {
  const others = delegatePermissionCatalogue.filter(({ key, implies }) => ![key, ...implies].includes(permission));
  return others.map(({ key }) => key);
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
