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
  /** Opens a store file; makes it where there is none. */
  readonly openStore: (file: string, key: StoreKey) => Promise<Store>;
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
    // Another window may ask at the same time; the first one wins.
    if (this.#isUnderWay) throw new UserError('OFFICE_EXISTS');
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
    const { folder, lock, open } = this.#services;
    const key = StoreKey.generate();
    const recoveryCode = generateRecoveryCode();
    const keyFile = await this.#wrapped(key, wanted, await withRecoveryCode(createKeyFile(), key, recoveryCode));
    try {
      const files = startNewOffice(folder, lock);
      writeKeyFile(files.key, keyFile);
      await this.#fillStore(files.store, key, context, wanted);
      publishOffice(folder, lock);
    } catch (error) {
      removeUnfinishedOffice(folder, lock);
      throw error;
    }
    await open(key);
    return recoveryCode;
  }

  async #wrapped(key: StoreKey, { passphrase, useKeyStore }: Wanted, keyFile: KeyFile): Promise<KeyFile> {
    const wrapped = passphrase === null ? keyFile : await withPassphrase(keyFile, key, passphrase);
    return useKeyStore ? withKeyStore(wrapped, key, this.#services.keyStore) : wrapped;
  }

  async #fillStore(file: string, key: StoreKey, context: Context, wanted: Wanted): Promise<void> {
    const { openStore, firstOffice } = this.#services;
    const store = await openStore(file, key);
    try {
      await firstOffice(store).fill(store, context, wanted);
    } finally {
      await store.close();
    }
  }
}
