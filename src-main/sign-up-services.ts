import { MessagesService, type MessagesServices } from './features/messages/messages.service';
import { PolicyChanges, type PolicyChangesServices } from './features/moderation-settings/policy-changes.service';
import { RegistrationService, type RegistrationServices } from './features/registration/registration.service';
import { RegistrationAttempts } from './features/registration/registration-attempts.service';
import { OwnSignUp, type OwnSignUpServices } from './features/sign-up/own-sign-up';
import { SignUpService, type SignUpServices } from './features/sign-up/sign-up.service';

type Shared = Omit<RegistrationServices, 'registrationAttempts'> &
  Omit<SignUpServices, 'ownSignUp'> &
  MessagesServices &
  PolicyChangesServices;

/** What somebody who is held back does. It needs nothing but the store, so that a new office can have some of them. */
export function createOwnSignUpServices<S extends OwnSignUpServices & Omit<SignUpServices, 'ownSignUp'>>(shared: S) {
  const ownSignUp = new OwnSignUp(shared);
  return { ...shared, ownSignUp, signUp: new SignUpService({ ...shared, ownSignUp }) };
}

/** What people do who sign up, and what the office has decided about it, wired by hand. */
export function createSignUpServices(shared: Shared) {
  return {
    registration: new RegistrationService({ ...shared, registrationAttempts: new RegistrationAttempts(shared.store) }),
    signUp: createOwnSignUpServices(shared).signUp,
    messages: new MessagesService(shared),
    policyChanges: new PolicyChanges(shared),
  };
}
