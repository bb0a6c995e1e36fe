import { z } from 'zod';
import { whyANewPasswordIsRefused } from '../errors';
import { everybody, procedure, staffWith } from './define';
import { newPassword, nothing, typedPassword, typedRecoveryCode } from './shapes';

const whyAStoreStaysShut = [
  'KEY_FILE_DAMAGED',
  'KEY_FILE_NEWER',
  'STORE_NEWER',
  'MIGRATION_FAILED',
  'NO_SUCH_WAY',
  'NO_FILES',
] as const;

export const opening = {
  /** The ways by which this store can be opened. */
  ways: procedure({
    access: 'read',
    audience: everybody,
    sessions: ['store-locked'],
    scope: 'office',
    input: nothing,
    output: z.strictObject({ hasPassphrase: z.boolean(), hasKeyStore: z.boolean() }),
    errors: ['KEY_FILE_DAMAGED', 'KEY_FILE_NEWER'],
  }),
  openWithPassphrase: procedure({
    access: 'write',
    audience: everybody,
    sessions: ['store-locked'],
    scope: 'office',
    input: z.strictObject({ passphrase: typedPassword }),
    output: nothing,
    errors: ['WRONG_PASSPHRASE', ...whyAStoreStaysShut],
  }),
  openWithKeyStore: procedure({
    access: 'write',
    audience: everybody,
    sessions: ['store-locked'],
    scope: 'office',
    input: nothing,
    output: nothing,
    errors: ['KEY_STORE_UNAVAILABLE', 'KEY_STORE_FAILED', ...whyAStoreStaysShut],
  }),
  openWithRecoveryCode: procedure({
    access: 'write',
    audience: everybody,
    sessions: ['store-locked'],
    scope: 'office',
    input: z.strictObject({ recoveryCode: typedRecoveryCode }),
    output: nothing,
    errors: ['WRONG_RECOVERY_CODE', ...whyAStoreStaysShut],
  }),
  /** The same, for Settings: also whether this computer has a key store that could be used. */
  settings: procedure({
    access: 'read',
    audience: staffWith('store.manage'),
    scope: 'office',
    input: nothing,
    output: z.strictObject({
      folder: z.string(),
      hasPassphrase: z.boolean(),
      hasKeyStore: z.boolean(),
      canUseKeyStore: z.boolean(),
    }),
    errors: ['KEY_FILE_DAMAGED', 'KEY_FILE_NEWER'],
  }),
  setPassphrase: procedure({
    access: 'write',
    audience: staffWith('store.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ passphrase: newPassword }),
    output: nothing,
    errors: [...whyANewPasswordIsRefused, 'KEY_FILE_DAMAGED', 'KEY_FILE_NEWER'],
  }),
  setKeyStore: procedure({
    access: 'write',
    audience: staffWith('store.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ isUsed: z.boolean() }),
    output: nothing,
    errors: [
      'KEY_STORE_UNAVAILABLE',
      'KEY_STORE_FAILED',
      'NO_SUCH_WAY',
      'LAST_WAY',
      'KEY_FILE_DAMAGED',
      'KEY_FILE_NEWER',
    ],
  }),
  /** Makes a new recovery code, answered here and never again; the old one opens nothing from then on. */
  replaceRecoveryCode: procedure({
    access: 'write',
    audience: staffWith('store.manage'),
    isSensitive: true,
    scope: 'office',
    input: nothing,
    output: z.strictObject({ recoveryCode: z.string() }),
    errors: ['KEY_FILE_DAMAGED', 'KEY_FILE_NEWER'],
  }),
};
