import type { OutputOf } from '../../../src-shared/contract';
import type { DataFolder } from '../../store/folder';
import { type KeyFile, readKeyFile } from '../../store/key/key-file';
import type { KeyStore } from '../../store/key/key-store';
import { hasWay, unwrapWithKeyStore, unwrapWithPassphrase, unwrapWithRecoveryCode } from '../../store/key/key-ways';
import type { StoreKey } from '../../store/key/store-key';

/** How the store came to be open; after the recovery code the office is asked to set a new passphrase. */
export type OpenedBy = 'day-to-day way' | 'recovery code';

/** Opens the store of an office that is there. */
export class OpeningService {
  readonly #folder: DataFolder;
  readonly #keyStore: KeyStore | null;
  readonly #open: (key: StoreKey, by: OpenedBy) => Promise<void>;

  constructor(folder: DataFolder, keyStore: KeyStore | null, open: (key: StoreKey, by: OpenedBy) => Promise<void>) {
    this.#folder = folder;
    this.#keyStore = keyStore;
    this.#open = open;
  }

  ways(): OutputOf<'opening.ways'> {
    const keyFile = this.#read();
    const hasKeyStore = hasWay(keyFile, 'key-store') && (this.#keyStore?.isAvailable() ?? false);
    return { hasPassphrase: hasWay(keyFile, 'passphrase'), hasKeyStore };
  }

  async withPassphrase(passphrase: string): Promise<void> {
    await this.#open(await unwrapWithPassphrase(this.#read(), passphrase), 'day-to-day way');
  }

  async withKeyStore(): Promise<void> {
    await this.#open(unwrapWithKeyStore(this.#read(), this.#keyStore), 'day-to-day way');
  }

  async withRecoveryCode(recoveryCode: string): Promise<void> {
    await this.#open(await unwrapWithRecoveryCode(this.#read(), recoveryCode), 'recovery code');
  }

  #read(): KeyFile {
    return readKeyFile(this.#folder.office.key);
  }
}
