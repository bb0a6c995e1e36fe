import type { ActivityAct } from '../../../src-shared/activity';
import type { OutputOf } from '../../../src-shared/contract';
import { byItself, type Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import type { DataFolder } from '../../store/folder';
import { type KeyFile, writeKeyFile } from '../../store/key/key-file';
import type { KeyFileTurns } from '../../store/key/key-file-turns';
import type { KeyStore } from '../../store/key/key-store';
import { hasWay, withKeyStore, withoutWay, withPassphrase, withRecoveryCode } from '../../store/key/key-ways';
import { generateRecoveryCode } from '../../store/key/recovery-code';
import type { StoreKey } from '../../store/key/store-key';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import type { ActivityService } from '../activity/activity.service';
import type { PasswordsService } from '../passwords/passwords.service';
import type { SettingsService } from '../settings/settings.service';

export interface StoreWaysServices {
  readonly store: Store;
  readonly folder: DataFolder;
  readonly key: StoreKey;
  readonly keyFileTurns: KeyFileTurns;
  readonly keyStore: KeyStore | null;
  readonly passwords: PasswordsService;
  readonly settings: SettingsService;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** The ways by which the open store can be opened the next time. */
export class StoreWaysService {
  readonly #services: StoreWaysServices;
  #hasNewPassphrase = false;

  constructor(services: StoreWaysServices) {
    this.#services = services;
  }

  /** A passphrase was set since the store was opened, so that somebody knows it. */
  get hasNewPassphrase(): boolean {
    return this.#hasNewPassphrase;
  }

  async ways(): Promise<OutputOf<'opening.settings'>> {
    const { folder, keyStore, keyFileTurns } = this.#services;
    const canUseKeyStore = (await keyStore?.isAvailable()) ?? false;
    const keyFile = keyFileTurns.read();
    return {
      folder: folder.dir,
      hasPassphrase: hasWay(keyFile, 'passphrase'),
      hasKeyStore: hasWay(keyFile, 'key-store'),
      canUseKeyStore,
    };
  }

  /** The recovery code has opened the store: nobody is signed in yet who could be named. */
  async recordRecovery(now: number): Promise<void> {
    const { store } = this.#services;
    await store.write({}, (tx) => this.#record(tx, byItself(now), 'store.opened-by-recovery-code'));
  }

  async setPassphrase(context: Context, passphrase: string): Promise<void> {
    const { passwords, settings, store, key, events } = this.#services;
    const { name, passwordMinLength } = await settings.office(store.read);
    await passwords.assertAcceptable(passphrase, { minLength: passwordMinLength, about: [name] }, 'passphrase');
    await this.#replace(context, 'store.passphrase-set', (keyFile) => withPassphrase(keyFile, key, passphrase));
    this.#hasNewPassphrase = true;
    events.everySession();
  }

  /** @throws UserError LAST_WAY where only the recovery code would be left */
  async setKeyStore(context: Context, isUsed: boolean): Promise<void> {
    const { key, keyStore } = this.#services;
    if (isUsed) {
      await this.#replace(context, 'store.key-store-switched-on', (keyFile) => withKeyStore(keyFile, key, keyStore));
      return;
    }
    await this.#replace(context, 'store.key-store-switched-off', (keyFile) => {
      if (!hasWay(keyFile, 'key-store')) throw new UserError('NO_SUCH_WAY');
      if (!hasWay(keyFile, 'passphrase')) throw new UserError('LAST_WAY');
      return withoutWay(keyFile, 'key-store');
    });
  }

  /**
   * The old code opens nothing from then on. If the power fails before the answer is read, neither code is known to
   * anybody; whoever is signed in then makes another.
   * @returns the new code, which nobody can ask for again
   */
  async replaceRecoveryCode(context: Context): Promise<string> {
    const recoveryCode = generateRecoveryCode();
    await this.#replace(context, 'store.recovery-code-replaced', (keyFile) =>
      withRecoveryCode(keyFile, this.#services.key, recoveryCode),
    );
    return recoveryCode;
  }

  /** Where the record cannot be made durable, the key file is put back as it was. */
  #replace(
    context: Context,
    act: ActivityAct,
    change: (keyFile: KeyFile) => KeyFile | Promise<KeyFile>,
  ): Promise<void> {
    const { store, keyFileTurns } = this.#services;
    return keyFileTurns.take(async (before) => {
      const changed = await change(before);
      let isTouched = false;
      try {
        await store.write(context, async (tx) => {
          await this.#record(tx, context, act);
          // Also a failed write may have taken the place of the old file before it failed.
          isTouched = true;
          writeKeyFile(keyFileTurns.path, changed);
        });
      } catch (error) {
        if (isTouched) writeKeyFile(keyFileTurns.path, before);
        throw error;
      }
    });
  }

  async #record(tx: Transaction, context: Context, act: ActivityAct): Promise<void> {
    const { settings, activity } = this.#services;
    const { name } = await settings.office(tx.manager);
    await activity.record(tx, context, { act, subject: { kind: 'office', id: 1, label: name } });
  }
}
