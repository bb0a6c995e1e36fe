import { z } from 'zod';
import { errorCodes } from '../errors';
import { everybody, procedure } from './define';
import { nothing, passwordMaximum } from './shapes';

const whereverAPasswordIsChosen = ['no-office', 'signed-out', 'must-change-password', 'full'] as const;

export const passwords = {
  /** How good a new password would be, by the rules that will judge it when it is saved. */
  assess: procedure({
    access: 'read',
    audience: everybody,
    sessions: whereverAPasswordIsChosen,
    scope: 'own account',
    input: z.strictObject({
      password: z.string().max(passwordMaximum),
      /** The person's own names and e-mail, which a guesser would try first. */
      about: z.array(z.string().max(254)).max(10),
    }),
    output: z.strictObject({
      /** 0 (guessed at once) to 4 (very hard to guess). */
      score: z.int().min(0).max(4),
      /** Why it would be refused, or null if it would be accepted. */
      refusal: z.enum(errorCodes as [string, ...string[]]).nullable(),
    }),
  }),
  /** Several random words: long, and easy to type and remember. */
  suggest: procedure({
    access: 'read',
    audience: everybody,
    sessions: whereverAPasswordIsChosen,
    scope: 'own account',
    input: nothing,
    output: z.strictObject({ passPhrase: z.string() }),
  }),
};
