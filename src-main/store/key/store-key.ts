import { randomBytes, timingSafeEqual } from 'node:crypto';
import { inspect } from 'node:util';

/** The length of the store's key: 256 bits, what ChaCha20 takes (RFC 8439). */
export const storeKeyBytes = 32;

/**
 * The key the whole store is encrypted with. It is random, never derived from anything typed, and does not show when
 * it is logged, printed or put into JSON.
 */
export class StoreKey {
  readonly #bytes: Buffer;

  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  static generate(): StoreKey {
    return new StoreKey(randomBytes(storeKeyBytes));
  }

  /** Takes a copy; throws when these are not exactly 32 bytes. */
  static fromBytes(bytes: Uint8Array): StoreKey {
    if (bytes.length !== storeKeyBytes) throw new Error(`A store key has ${storeKeyBytes} bytes.`);
    return new StoreKey(Buffer.from(bytes));
  }

  /**
   * What follows `PRAGMA ` to give a connection the key: `key = "raw:..."`. SQLite3 Multiple Ciphers takes 64
   * hexadecimal digits after `raw:` as the key itself and derives nothing, with its default cipher ChaCha20-Poly1305
   * (https://utelle.github.io/SQLite3MultipleCiphers/docs/ciphers/cipher_chacha20/).
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
