import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, fit for an address and a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Stands for a secret where it is kept or looked up: how long a comparison takes tells nothing about the secret. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Compares in a time that depends on neither of the two. */
export function isSameSecret(typed: string, secret: string): boolean {
  return timingSafeEqual(Buffer.from(digestOf(typed)), Buffer.from(digestOf(secret)));
}
