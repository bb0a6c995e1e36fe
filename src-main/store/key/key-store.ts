/** The operating system's own store of secrets, where it really encrypts. It may ask the person before it answers. */
export interface KeyStore {
  /** False where it would only pretend to encrypt (Linux's `basic_text`) or does not answer. */
  isAvailable(): Promise<boolean>;
  /** Rejects where it is not available. */
  encrypt(secret: Buffer): Promise<Buffer>;
  /** Rejects when this computer or user cannot decrypt it. */
  decrypt(encrypted: Buffer): Promise<Decrypted>;
}

export interface Decrypted {
  readonly secret: Buffer;
  /** The key store has a newer or a safer key by now, and will not keep the old one for ever. */
  readonly shouldBeEncryptedAnew: boolean;
}
