import { randomBytes, timingSafeEqual } from 'node:crypto';
import { inspect } from 'node:util';

/** The length of the store's key: 256 bits, what both ciphers take. */
export const storeKeyBytes = 32;

/**
 * What a store's pages are encrypted and authenticated with, by SQLite3 Multiple Ciphers' name for it: AEGIS-256, or
 * ChaCha20-Poly1305 for stores that were made before it. A store keeps the cipher it was made with.
 */
export const storeCiphers = ['aegis', 'chacha20'] as const;
export type StoreCipher = (typeof storeCiphers)[number];

/** What a connection has to be told before it can read anything. */
export interface ConnectionKey {
  readonly cipher: StoreCipher;
  toPragma(): string;
}

/**
 * The key the whole store is encrypted with. It is random, never derived from anything typed, and does not show when
 * it is logged, printed or put into JSON.
 */
export class StoreKey implements ConnectionKey {
  readonly cipher: StoreCipher;
  readonly #bytes: Buffer;

  private constructor(bytes: Buffer, cipher: StoreCipher) {
    this.#bytes = bytes;
    this.cipher = cipher;
  }

  /** For a new store. */
  static generate(cipher: StoreCipher = 'aegis'): StoreKey {
    return new StoreKey(randomBytes(storeKeyBytes), cipher);
  }

  /** Takes a copy; throws when these are not exactly 32 bytes. */
  static fromBytes(bytes: Uint8Array, cipher: StoreCipher): StoreKey {
    if (bytes.length !== storeKeyBytes) throw new Error(`A store key has ${storeKeyBytes} bytes.`);
    return new StoreKey(Buffer.from(bytes), cipher);
  }

  /**
   * What follows `PRAGMA ` to give a connection the key: `key = "raw:..."`. SQLite3 Multiple Ciphers takes 64
   * hexadecimal digits after `raw:` as the key itself and derives nothing
   * (https://utelle.github.io/SQLite3MultipleCiphers/docs/ciphers/cipher_aegis/).
   * Hazard: this is the key in clear text. It goes to a connection and nowhere else.
   */
  toPragma(): string {
    return `key = "raw:${this.#bytes.toString('hex')}"`;
  }

  /** A copy of the key, for wrapping it; whoever asks for it overwrites it afterwards. */
  copyBytes(): Buffer {
    return Buffer.from(this.#bytes);
  }

  equals(other: StoreKey): boolean {
    return timingSafeEqual(this.#bytes, other.#bytes);
  }

  toString(): string {
    return '[store key]';
  }

  toJSON(): string {
    return '[store key]';
  }

  [inspect.custom](): string {
    return '[store key]';
  }
}
