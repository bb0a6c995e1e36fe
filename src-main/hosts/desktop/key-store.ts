import type { SafeStorage } from 'electron';
import type { KeyStore } from '../../store/key/key-store';

/** Linux's other answers are `basic_text`, a password that stands in Chromium's source, and `unknown`. */
const encryptingBackends: readonly string[] = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'];

/** The operating system's key store by way of Electron; only to be asked once Electron is ready. */
export function createKeyStore(safeStorage: SafeStorage, platform: NodeJS.Platform): KeyStore {
  const isAvailable = () => {
    if (platform === 'linux' && !encryptingBackends.includes(safeStorage.getSelectedStorageBackend())) return false;
    return safeStorage.isEncryptionAvailable();
  };
  const assertAvailable = () => {
    if (!isAvailable()) throw new Error('The key store of the operating system does not encrypt here.');
  };

  return {
    isAvailable,
    encrypt(secret) {
      assertAvailable();
      return safeStorage.encryptString(secret.toString('base64'));
    },
    decrypt(encrypted) {
      assertAvailable();
      return Buffer.from(safeStorage.decryptString(encrypted), 'base64');
    },
  };
}
