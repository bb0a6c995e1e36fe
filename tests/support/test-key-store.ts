import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Decrypted, KeyStore } from '../../src-main/store/key/key-store';

/** Encrypts for real, as the key store of an operating system does, under a key that ends with the test. */
export class TestKeyStore implements KeyStore {
  isThere = true;
  readonly #key = randomBytes(32);

  async isAvailable(): Promise<boolean> {
    return this.isThere;
  }

  async encrypt(secret: Buffer): Promise<Buffer> {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  }

  async decrypt(encrypted: Buffer): Promise<Decrypted> {
    const decipher = createDecipheriv('aes-256-gcm', this.#key, encrypted.subarray(0, 12));
    decipher.setAuthTag(encrypted.subarray(-16));
    const secret = Buffer.concat([decipher.update(encrypted.subarray(12, -16)), decipher.final()]);
    return { secret, shouldBeEncryptedAnew: false };
  }
}
