import type { OutputOf } from '../../../src-shared/contract';
import { writeKeyFile } from '../../store/key/key-file';
import type { KeyFileTurns } from '../../store/key/key-file-turns';
import type { KeyStore } from '../../store/key/key-store';
import {
  hasWay,
  unwrapWithKeyStore,
  unwrapWithPassphrase,
  unwrapWithRecoveryCode,
  withKeyStore,
} from '../../store/key/key-ways';
import type { StoreKey } from '../../store/key/store-key';

/** How the store came to be open; after the recovery code the office is asked to set a new passphrase. */
export type OpenedBy = 'day-to-day way' | 'recovery code';

export interface OpeningServices {
  readonly keyFileTurns: KeyFileTurns;
  readonly keyStore: KeyStore | null;
  readonly report: (error: unknown) => void;
  readonly open: (key: StoreKey, by: OpenedBy) => Promise<void>;
}

/** Opens the store of an office that is there. */
export class OpeningService {
  readonly #services: OpeningServices;

  constructor(services: OpeningServices) {
    this.#services = services;
  }

  async ways(): Promise<OutputOf<'opening.ways'>> {
    const { keyFileTurns, keyStore } = this.#services;
    const keyFile = keyFileTurns.read();
    const hasKeyStore = hasWay(keyFile, 'key-store') && ((await keyStore?.isAvailable()) ?? false);
    return { hasPassphrase: hasWay(keyFile, 'passphrase'), hasKeyStore };
  }

  async withPassphrase(passphrase: string): Promise<void> {
    const { keyFileTurns, open } = this.#services;
    await open(await unwrapWithPassphrase(keyFileTurns.read(), passphrase), 'day-to-day way');
  }

  async withKeyStore(): Promise<void> {
    const { keyFileTurns, keyStore, open, report } = this.#services;
    const { key, shouldBeWrappedAnew } = await unwrapWithKeyStore(keyFileTurns.read(), keyStore);
    await open(key, 'day-to-day way');
    // The store is open, and the way that is there opens it the next time too.
    if (shouldBeWrappedAnew) await this.#wrapAnew(key).catch(report);
  }

  async withRecoveryCode(recoveryCode: string): Promise<void> {
    const { keyFileTurns, open } = this.#services;
    await open(await unwrapWithRecoveryCode(keyFileTurns.read(), recoveryCode), 'recovery code');
  }

  #wrapAnew(key: StoreKey): Promise<void> {
    const { keyFileTurns, keyStore } = this.#services;
    return keyFileTurns.take(async (keyFile) => {
      // Somebody may have switched it off meanwhile.
      if (!hasWay(keyFile, 'key-store')) return;
      writeKeyFile(keyFileTurns.path, await withKeyStore(keyFile, key, keyStore));
    });
  }
}
