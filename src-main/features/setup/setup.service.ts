import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import { passwordMinimum } from '../../../src-shared/contract/shapes';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import { type DataFolder, publishOffice, removeUnfinishedOffice, startNewOffice } from '../../store/folder';
import type { FolderLock } from '../../store/folder-lock';
import { createKeyFile, type KeyFile, writeKeyFile } from '../../store/key/key-file';
import type { KeyStore } from '../../store/key/key-store';
import { withKeyStore, withPassphrase, withRecoveryCode } from '../../store/key/key-ways';
import { generateRecoveryCode } from '../../store/key/recovery-code';
import { StoreKey } from '../../store/key/store-key';
import type { Store } from '../../store/store';
import type { PasswordsService } from '../passwords/passwords.service';
import type { FirstOffice } from './first-office';

export interface SetupServices {
  readonly folder: DataFolder;
  readonly lock: FolderLock;
  readonly keyStore: KeyStore | null;
  readonly passwords: PasswordsService;
  readonly report: (error: unknown) => void;
  readonly makeStore: (file: string, key: StoreKey) => Promise<Store>;
  readonly firstOffice: (store: Store) => FirstOffice;
  /** Opens the office for use, once it is there. */
  readonly open: (key: StoreKey) => Promise<void>;
}

type Wanted = ParsedInputOf<'setup.create'>;

/** Sets up an office in a folder that has none. */
export class SetupService {
  readonly #services: SetupServices;
  #isUnderWay = false;

  constructor(services: SetupServices) {
    this.#services = services;
  }

  async options(): Promise<OutputOf<'setup.options'>> {
    const { folder, keyStore } = this.#services;
    return { folder: folder.dir, hasKeyStore: (await keyStore?.isAvailable()) ?? false };
  }

  /** @returns the recovery code, which nobody can ask for again */
  async create(context: Context, wanted: Wanted): Promise<string> {
    if (this.#isUnderWay) throw new UserError('SETUP_UNDER_WAY');
    this.#isUnderWay = true;
    try {
      await this.#assertAcceptable(wanted);
      return await this.#create(context, wanted);
    } finally {
      this.#isUnderWay = false;
    }
  }

  async #assertAcceptable({ officeName, passphrase, useKeyStore, superuser }: Wanted): Promise<void> {
    const { passwords } = this.#services;
    if (passphrase === null && !useKeyStore) throw UserError.inField('passphrase', 'WAY_NEEDED');
    const about = [officeName, superuser.email, superuser.givenName, superuser.familyName];
    const rules = { minLength: passwordMinimum, about };
    if (passphrase !== null) await passwords.assertAcceptable(passphrase, rules, 'passphrase');
    await passwords.assertAcceptable(superuser.password, rules, 'superuser.password');
  }

  async #create(context: Context, wanted: Wanted): Promise<string> {
    const { folder, lock, open, report } = this.#services;
    const key = StoreKey.generate();
    const recoveryCode = generateRecoveryCode();
    const keyFile = await this.#wrapped(key, wanted, await withRecoveryCode(createKeyFile(), key, recoveryCode));
    try {
      const files = startNewOffice(folder, lock);
      writeKeyFile(files.key, keyFile);
      await this.#fillStore(files.store, key, context, wanted);
      publishOffice(folder, lock);
    } catch (error) {
      this.#removeUnfinished();
      throw error;
    }
    // The office is there now, and its code can be told only here. A store that does not open is shown as locked.
    await open(key).catch(report);
    return recoveryCode;
  }

  #removeUnfinished(): void {
    const { folder, lock, report } = this.#services;
    try {
      removeUnfinishedOffice(folder, lock);
    } catch (error) {
      // What went wrong before is what the person has to know; the next start removes what is left.
      report(error);
    }
  }

  async #wrapped(key: StoreKey, { passphrase, useKeyStore }: Wanted, keyFile: KeyFile): Promise<KeyFile> {
    const wrapped = passphrase === null ? keyFile : await withPassphrase(keyFile, key, passphrase);
    return useKeyStore ? withKeyStore(wrapped, key, this.#services.keyStore) : wrapped;
  }

  async #fillStore(file: string, key: StoreKey, context: Context, wanted: Wanted): Promise<void> {
    const { makeStore, firstOffice } = this.#services;
    const store = await makeStore(file, key);
    try {
      await firstOffice(store).fill(store, context, wanted);
    } finally {
      await store.close();
    }
  }
}
