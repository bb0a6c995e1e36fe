import type { MySignUp, SignUpState } from '../../../src-shared/contract/sign-up';

/** How it stands, above everything else on the screen. */
export function titleOf(state: SignUpState, office: string): string {
  switch (state) {
    case 'waiting':
      return 'Your account is waiting for approval';
    case 'changes-requested':
      return `${office} asks you for changes`;
    case 'rejected':
      return 'Your account was not approved';
    case 'appealed':
      return 'Your appeal is being looked into';
  }
}

/** Why what is being corrected cannot be sent at the moment; null where it can. */
export function whyNothingCanBeSent({ state, mayCorrect }: MySignUp): string | null {
  if (mayCorrect) return null;
  const isDecided = state === 'rejected';
  return `The office ${isDecided ? 'has decided meanwhile' : 'is looking into it'}, so this cannot be sent now. What you have typed stays here until you cancel.`;
}

/** What that means for the person, and what they can do. */
export function meaningOf({ state, mayCorrect, mayAppeal }: MySignUp, office: string): string {
  switch (state) {
    case 'waiting':
      return mayCorrect
        ? `${office} has to approve your account before you can use it. Nothing more is needed from you now. Until it is decided you can correct what you have sent.`
        : `${office} has to approve your account before you can use it. Nothing more is needed from you now.`;
    case 'changes-requested':
      return 'Read what the office says, correct what you have sent, and send it again.';
    case 'rejected':
      return mayAppeal
        ? 'If you think that this is a mistake, you can ask once for it to be looked at again.'
        : 'You have appealed against this already, so it stays. If you have questions, ask the office.';
    case 'appealed':
      return `${office} looks at it once more. Nothing more is needed from you now.`;
  }
}
