import type { SafeStorage } from 'electron';
import type { KeyStore } from '../../store/key/key-store';

/** Linux's other answers are `basic_text`, a password that stands in Chromium's source, and `unknown`. */
const encryptingBackends: readonly string[] = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'];
/** What Chromium puts before everything that it has encrypted with that password on Linux, and only there. */
const markOfPretence = 'v10';

/** The operating system's key store by way of Electron; only to be asked once Electron is ready. */
export function createKeyStore(safeStorage: SafeStorage, platform: NodeJS.Platform): KeyStore {
  async function isAvailable(): Promise<boolean> {
    if (platform === 'linux' && !encryptingBackends.includes(safeStorage.getSelectedStorageBackend())) return false;
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
    return encryptText('Does this encrypt?').then(
      () => true,
      () => false,
    );
  }

  /**
   * Hazard: on Linux Electron names the key store that fits the desktop, whether that answers or not, and says in
   * either case that it can encrypt. Where it does not answer, only what comes out tells.
   */
  async function encryptText(text: string): Promise<Buffer> {
    const encrypted = await safeStorage.encryptStringAsync(text);
    if (platform === 'linux' && encrypted.toString('latin1').startsWith(markOfPretence)) throw notEncrypting();
    return encrypted;
  }

  return {
    isAvailable,
    async encrypt(secret) {
      if (!(await isAvailable())) throw notEncrypting();
      return encryptText(secret.toString('base64'));
    },
    async decrypt(encrypted) {
      if (!(await isAvailable())) throw notEncrypting();
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(encrypted);
      return { secret: Buffer.from(result, 'base64'), shouldBeEncryptedAnew: shouldReEncrypt };
    },
  };
}

function notEncrypting(): Error {
  return new Error('The key store of the operating system does not encrypt here.');
}
