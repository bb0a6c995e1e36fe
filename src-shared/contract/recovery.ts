import { z } from 'zod';
import { whyANewPasswordIsRefused } from '../errors';
import { everybody, procedure } from './define';
import { newPassword, typedName, typedRecoveryCode } from './shapes';

export const recovery = {
  /**
   * A superuser whose password is forgotten sets a new one by the recovery code.
   * The code is used up by it; the new one is answered here and never again.
   */
  setSuperuserPassword: procedure({
    access: 'write',
    audience: everybody,
    sessions: ['signed-out'],
    scope: 'own account',
    input: z.strictObject({ recoveryCode: typedRecoveryCode, email: typedName, newPassword }),
    output: z.strictObject({ recoveryCode: z.string() }),
    errors: [
      'NO_SUCH_WAY',
      'WRONG_RECOVERY_CODE',
      'RECOVERY_CODE_USED',
      'NOT_A_SUPERUSER',
      'SIGN_IN_WAIT',
      ...whyANewPasswordIsRefused,
      'KEY_FILE_DAMAGED',
      'KEY_FILE_NEWER',
    ],
  }),
};
