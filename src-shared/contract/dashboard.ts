import { z } from 'zod';
import { accountStatuses } from './accounts';
import { procedure, staffWith } from './define';
import { profileColors } from './profiles';
import { instant, nothing, publicId } from './shapes';

/** What a stretch of time has, from its first moment up to, and without, `before`. */
const stretch = z.strictObject({ from: instant, before: instant, count: z.int() });

export const dashboard = {
  get: procedure({
    access: 'read',
    audience: staffWith('accounts.view'),
    scope: 'office',
    input: nothing,
    output: z.strictObject({
      accountsByStatus: z.array(z.strictObject({ status: z.enum(accountStatuses), count: z.int() })),
      /** Accounts in the trash aside. */
      profilesByType: z.array(
        z.strictObject({ id: publicId, name: z.string(), color: z.enum(profileColors), count: z.int() }),
      ),
      /** The last 26 weeks, from Monday to Sunday in the time of this computer, the one under way last. */
      accountsAddedByWeek: z.array(stretch),
      /** The last 30 days, today last. */
      signInsByDay: z.array(stretch),
      attention: z.strictObject({ isLocked: z.int(), mustChangePassword: z.int(), inTrash: z.int() }),
    }),
  }),
};
