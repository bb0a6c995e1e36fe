import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createKeyFile, type KeyFile } from '../../../../src-main/store/key/key-file';
import type { Decrypted, KeyStore } from '../../../../src-main/store/key/key-store';
import { withKeyStore, withPassphrase, withRecoveryCode } from '../../../../src-main/store/key/key-ways';
import { generateRecoveryCode, type RecoveryCode } from '../../../../src-main/store/key/recovery-code';
import { StoreKey } from '../../../../src-main/store/key/store-key';

export const passphrase = 'seven copper kettles whistling';

/** A key store as another computer or user has it: what one encrypts, the next cannot decrypt. */
export class MemoryKeyStore implements KeyStore {
  isUsable = true;
  /** Its key has been replaced by a newer one; it still knows the one before. */
  isRotated = false;
  readonly #secret = randomBytes(32);

  async isAvailable(): Promise<boolean> {
    return this.isUsable;
  }

  async encrypt(secret: Buffer): Promise<Buffer> {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#secret, nonce, { authTagLength: 16 });
    return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  }

  async decrypt(encrypted: Buffer): Promise<Decrypted> {
    const decipher = createDecipheriv('aes-256-gcm', this.#secret, encrypted.subarray(0, 12), { authTagLength: 16 });
    decipher.setAuthTag(encrypted.subarray(-16));
    const secret = Buffer.concat([decipher.update(encrypted.subarray(12, -16)), decipher.final()]);
    return { secret, shouldBeEncryptedAnew: this.isRotated };
  }
}

export interface SampleKeyFile {
  readonly key: StoreKey;
  readonly code: RecoveryCode;
  readonly keyStore: MemoryKeyStore;
  readonly keyFile: KeyFile;
}

/** A key file with all three ways, and what opens each. */
export async function sampleKeyFile(): Promise<SampleKeyFile> {
  const key = StoreKey.generate();
  const code = generateRecoveryCode();
  const keyStore = new MemoryKeyStore();
  const withCode = await withRecoveryCode(createKeyFile(), key, code);
  const keyFile = await withKeyStore(await withPassphrase(withCode, key, passphrase), key, keyStore);
  return { key, code, keyStore, keyFile };
}
