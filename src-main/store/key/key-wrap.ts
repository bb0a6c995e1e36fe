import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type StoreCipher, StoreKey, storeKeyBytes } from './store-key';

/** AES-256-GCM with a random 96-bit nonce and the full 128-bit tag (NIST SP 800-38D, 5.2.1 and 8.2.2). */
const algorithm = 'aes-256-gcm';
export const wrappingKeyBytes = 32;
export const nonceBytes = 12;
const tagBytes = 16;
/** The encrypted key and, behind it, the tag. */
export const sealedBytes = storeKeyBytes + tagBytes;

/** A wrapped key as the key file has it: both in hexadecimal digits. */
export interface WrappedKey {
  readonly nonce: string;
  readonly sealed: string;
}

/** Wraps the key by a wrapping key that is used for this alone. `bound` must be told again to unwrap it. */
export function wrapKey(key: StoreKey, wrappingKey: Buffer, bound: string): WrappedKey {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, wrappingKey, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(bound, 'utf8'));
  const plain = key.copyBytes();
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  plain.fill(0);
  return { nonce: nonce.toString('hex'), sealed: sealed.toString('hex') };
}

/** Null where it was wrapped by another wrapping key, bound to something else, or changed since. */
export function unwrapKey(
  wrapped: WrappedKey,
  wrappingKey: Buffer,
  bound: string,
  cipherOfStore: StoreCipher,
): StoreKey | null {
  const sealed = Buffer.from(wrapped.sealed, 'hex');
  const decipher = createDecipheriv(algorithm, wrappingKey, Buffer.from(wrapped.nonce, 'hex'), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(bound, 'utf8'));
  decipher.setAuthTag(sealed.subarray(storeKeyBytes));
  const plain = decipher.update(sealed.subarray(0, storeKeyBytes));
  try {
    decipher.final();
    return StoreKey.fromBytes(plain, cipherOfStore);
  } catch {
    // The tag does not fit: the only thing `final` fails for in this mode.
    return null;
  } finally {
    plain.fill(0);
  }
}
