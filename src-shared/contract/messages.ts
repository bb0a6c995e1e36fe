import { z } from 'zod';
import { holderThemself, procedure } from './define';
import { instant, nothing, publicId } from './shapes';

/** Why and how the office wrote to a person. */
export const messageKinds = ['approved', 'rejected', 'changes-requested'] as const;

/** What the office has written to the person who is signed in. Sending it by mail comes later. */
export const messages = {
  /** Those that were not marked as read, newest first; twenty at most. */
  unread: procedure({
    access: 'read',
    audience: holderThemself,
    scope: 'own account',
    input: nothing,
    output: z.strictObject({
      rows: z.array(z.strictObject({ id: publicId, kind: z.enum(messageKinds), text: z.string(), sentAt: instant })),
    }),
  }),
  /** Also by somebody who is held back, who is shown what was written about their sign-up. */
  markRead: procedure({
    access: 'write',
    audience: holderThemself,
    sessions: ['awaiting-approval', 'full'],
    scope: 'own account',
    input: z.strictObject({ id: publicId }),
    output: nothing,
    errors: ['NOT_FOUND'],
  }),
};
