import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SafeStorage } from 'electron';
import { world } from './world';

/** Before everything that is encrypted: by the password in Chromium's source, or by a key from a key store. */
const hardcoded = Buffer.from('v10');
const fromKeyStore = Buffer.from('v11');
const markBytes = 3;

/** The keys are the same at every start. The hardcoded password is number 0. */
function secretOf(keyNumber: number): Buffer {
  return Buffer.alloc(32, keyNumber);
}

/** As Chromium: where there is no key store it takes the hardcoded password, and says nothing. */
function currentKey(): number {
  const { keyStoreBackend, doesKeyStoreAnswer, keyOfKeyStore } = world.computer;
  return keyStoreBackend === 'basic_text' || !doesKeyStoreAnswer ? 0 : keyOfKeyStore;
}

export const safeStorage: Pick<
  SafeStorage,
  'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
> = {
  getSelectedStorageBackend: () => (world.isReady ? world.computer.keyStoreBackend : 'unknown'),
  // True even for the hardcoded password: whoever asks nothing else is told that this encrypts.
  isAsyncEncryptionAvailable: async () => world.isReady,
  async encryptStringAsync(plainText) {
    world.assertReady('safeStorage');
    const keyNumber = currentKey();
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', secretOf(keyNumber), nonce);
    const encrypted = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    const mark = keyNumber === 0 ? hardcoded : fromKeyStore;
    return Buffer.concat([mark, Buffer.from([keyNumber]), nonce, cipher.getAuthTag(), encrypted]);
  },
  async decryptStringAsync(encrypted) {
    world.assertReady('safeStorage');
    const current = currentKey();
    const keyNumber = encrypted.readUInt8(markBytes);
    if (keyNumber < current - 1 || keyNumber > current) throw new Error('Error while decrypting the ciphertext.');
    const sealed = encrypted.subarray(markBytes + 1);
    const decipher = createDecipheriv('aes-256-gcm', secretOf(keyNumber), sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(12, 28));
    const result = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
    return { result, shouldReEncrypt: keyNumber !== current };
  },
};
