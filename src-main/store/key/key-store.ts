/** The operating system's own store of secrets, where it really encrypts. */
export interface KeyStore {
  /** False where it would only pretend to encrypt (Linux's `basic_text`) or does not answer. */
  isAvailable(): boolean;
  encrypt(secret: Buffer): Buffer;
  /** Throws when this computer or user cannot decrypt it. */
  decrypt(encrypted: Buffer): Buffer;
}
