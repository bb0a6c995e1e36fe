import { z } from 'zod';
import { procedure, staffWith } from './define';
import { nothing, passwordMaximum, passwordMinimum, requiredLine, version } from './shapes';

const policies = {
  officeName: requiredLine(120),
  /** Minutes without a touch after which a window locks. */
  idleLockMinutes: z.int().min(1).max(480),
  /** Minutes after which a sensitive act asks for the password again. */
  reauthenticationMinutes: z.int().min(1).max(60),
  passwordMinLength: z
    .int()
    .min(passwordMinimum)
    .max(passwordMaximum / 2),
  /** Hours for which a password that somebody else has set lets its owner in. */
  oneTimePasswordHours: z.int().min(1).max(720),
  /** Days for which a deleted account can be restored. */
  trashDays: z.int().min(1).max(365),
};

export const officeSettings = z.strictObject({ version, ...policies });
export type OfficeSettings = z.infer<typeof officeSettings>;

export const settings = {
  get: procedure({
    access: 'read',
    audience: staffWith('settings.manage'),
    scope: 'office',
    input: nothing,
    output: officeSettings,
  }),
  update: procedure({
    access: 'write',
    audience: staffWith('settings.manage'),
    isSensitive: true,
    scope: 'office',
    input: officeSettings,
    output: officeSettings,
    errors: ['STALE_VERSION'],
  }),
};
