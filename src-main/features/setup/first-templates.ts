import type { DecisionKind } from '../../../src-shared/contract/moderation-settings';

interface FirstTemplate {
  readonly decision: DecisionKind;
  readonly name: string;
  readonly text: string;
}

/** The messages a new office starts with. From then on they are the office's own. */
export const firstTemplates: readonly FirstTemplate[] = [
  {
    decision: 'approve',
    name: 'Welcome',
    text: `Hello {given name},

welcome to {office}. Your account is open now: you see everything that belongs to it after you have signed in.

If something is not as you expected, please tell us.`,
  },
  {
    decision: 'request-changes',
    name: 'A detail is missing',
    text: `Hello {given name},

thank you for signing up with {office}. We have looked at what you sent, and one detail is missing or not quite clear. Please look at it once more, complete it and send it again.

You do not have to start anew: everything you have entered is still there.`,
  },
  {
    decision: 'reject',
    name: 'Could not be verified',
    text: `Hello {given name},

thank you for signing up with {office}. We could not make sure that what you sent is right, so we cannot open an account for you at the moment.

If you think we are mistaken, you can appeal once and tell us more.`,
  },
  {
    decision: 'reject',
    name: 'Has an account already',
    text: `Hello {given name},

you already have an account with {office}, and one is all you need. Please sign in to that one. If you no longer know its password, ask us for a new one.

If you think we are mistaken, you can appeal once and tell us more.`,
  },
  {
    decision: 'reject',
    name: 'Outside of what we do',
    text: `Hello {given name},

thank you for your interest in {office}. What you ask for is outside of what we are here for, so we cannot open an account for you.

If you think we are mistaken, you can appeal once and tell us more.`,
  },
];
