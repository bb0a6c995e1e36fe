import { randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';
import { wrappingKeyBytes } from './key-wrap';

const saltBytes = 16;

/**
 * What argon2id was told when a way was made, kept beside the way so that it can be raised later without shutting out
 * what exists. The bounds keep a file that somebody changed from eating the memory or the day of whoever opens it.
 */
export const stretchShape = z.strictObject({
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  memoryKiB: z.int().min(19_456).max(262_144),
  passes: z.int().min(1).max(10),
  lanes: z.int().min(1).max(8),
});
export type Stretch = z.infer<typeof stretchShape>;

/**
 * RFC 9106, section 4, second recommended option: 64 MiB, 3 passes, 4 lanes, a salt of 128 and a tag of 256 bits. More
 * than a sign-in password gets (19 MiB, 2 passes), because this one guards the whole store, and whoever has
 * the file may try as long as they like.
 */
export function newStretch(): Stretch {
  return { salt: randomBytes(saltBytes).toString('hex'), memoryKiB: 65_536, passes: 3, lanes: 4 };
}

/** The numbers of `Algorithm.Argon2id` and `Version.V0x13`, whose const enums cannot be imported file by file. */
const argon2id = 2;
const version13 = 1;

/** Makes a wrapping key from a secret; off the event loop. The same characters typed on another keyboard count as the same (NFKC). */
export function stretchSecret(secret: string, stretch: Stretch): Promise<Buffer> {
  return hashRaw(secret.normalize('NFKC'), {
    algorithm: argon2id,
    version: version13,
    salt: Buffer.from(stretch.salt, 'hex'),
    memoryCost: stretch.memoryKiB,
    timeCost: stretch.passes,
    parallelism: stretch.lanes,
    outputLen: wrappingKeyBytes,
  });
}
