import { z } from 'zod';
import { whyANewPasswordIsRefused } from '../errors';
import { everybody, procedure } from './define';
import { email, newPassword, nothing, requiredLine } from './shapes';

export const setup = {
  /** What this computer offers for opening the store. */
  options: procedure({
    access: 'read',
    audience: everybody,
    sessions: ['no-office'],
    scope: 'office',
    input: nothing,
    output: z.strictObject({
      folder: z.string(),
      /** The key store of the operating system encrypts for real and may keep the key. */
      hasKeyStore: z.boolean(),
    }),
  }),
  /** Makes the office: all of it, or nothing. The recovery code is answered here and never again. */
  create: procedure({
    access: 'write',
    audience: everybody,
    sessions: ['no-office'],
    scope: 'office',
    input: z.strictObject({
      officeName: requiredLine(120),
      passphrase: newPassword.nullable(),
      useKeyStore: z.boolean(),
      superuser: z.strictObject({
        email,
        givenName: requiredLine(100),
        familyName: requiredLine(100),
        password: newPassword,
      }),
      addSampleData: z.boolean(),
    }),
    output: z.strictObject({ recoveryCode: z.string() }),
    errors: [
      'SETUP_UNDER_WAY',
      'WAY_NEEDED',
      'KEY_STORE_UNAVAILABLE',
      'KEY_STORE_FAILED',
      ...whyANewPasswordIsRefused,
      'NO_FILES',
      'MIGRATION_FAILED',
    ],
  }),
};
