import { randomBytes } from 'node:crypto';

/** What a record is called outside the store: 128 random bits as 22 characters of base64url. */
export function newPublicId(): string {
  return randomBytes(16).toString('base64url');
}
