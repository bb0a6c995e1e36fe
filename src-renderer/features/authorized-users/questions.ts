import type { AuthorizedUser } from '../../../src-shared/contract/authorized-users';
import { fullName } from '../../components/people';
import { type Details, isSwitchedOn } from './form/details';

/** The questions that come before acts on an authorized user: what each does, and what the office is asked for. */

export function creation(details: Details, holderName: string) {
  const name = fullName(details);
  return details.isLoginEnabled
    ? ({
        title: `Add ${name} for ${holderName}?`,
        text: `${name} can sign in and act for ${holderName} within the ticked permissions.`,
        action: 'Create Authorized User',
        identity: 'needed',
      } as const)
    : ({
        title: `Add ${name} for ${holderName}?`,
        text: `${name} can be contacted in matters of ${holderName}, and cannot sign in.`,
        action: 'Create Authorized User',
        identity: 'optional',
      } as const);
}

export function deletion({ loginState, ...person }: Removed, trashDays: number) {
  const name = fullName(person);
  const days = trashDays === 1 ? '1 day' : `${trashDays} days`;
  const goes = loginState === 'enabled' ? `${name} is signed out at once and can` : `${name} can`;
  return {
    title: `Delete ${name}?`,
    text: `${goes} no longer act for the account. For ${days} they can be restored from the trash with everything they had; then they are deleted for good.`,
    action: 'Delete',
    isDangerous: true,
    identity: 'needed',
  } as const;
}

type Removed = Pick<AuthorizedUser, 'givenName' | 'familyName' | 'loginState'>;

export function passwordReset(name: string, isGenerated: boolean) {
  return {
    title: `Reset the password of ${name}?`,
    text: `The password they have now stops working and they are signed out. ${
      isGenerated ? 'The new one' : 'The one you typed'
    } is shown to you once; ${name} chooses their own with it.`,
    action: 'Reset password',
    identity: 'needed',
  } as const;
}

export function linking(name: string, signInName: string) {
  return {
    title: `Link ${name} with the login ${signInName}?`,
    text: `Whoever signs in as ${signInName} can act for this account too, and chooses there whom they act for. A login of their own that ${name} has here goes.`,
    action: 'Link',
    isDangerous: true,
    identity: 'needed',
  } as const;
}

/** What is asked before somebody is saved as typed: that the login is switched off is never done in passing. */
export function switchingOff({ login, ...person }: AuthorizedUser) {
  const name = fullName(person);
  return {
    title: `Switch off the login of ${name}?`,
    text: login?.isOfOffice
      ? `${name} is signed out of this account at once and can only be contacted. Only the office can give this login back.`
      : `${name} is signed out at once and can only be contacted. The username stays reserved for them; switching the login on again takes a new password.`,
    action: 'Switch off and save',
    isDangerous: true,
  } as const;
}

/** What the office is asked for when somebody's details are saved. */
export function change(before: AuthorizedUser, after: Details) {
  const name = fullName(before);
  if (before.loginState === 'enabled' && !after.isLoginEnabled)
    return { ...switchingOff(before), identity: 'needed' } as const;
  return {
    title: `Save ${name}?`,
    text: isSwitchedOn(before, after)
      ? `${name} can sign in from now on, with the password you gave.`
      : 'The account holder finds it in the activity of the account, as done by the office.',
    action: 'Save Authorized User',
    identity: touchesWayIn(before, after) ? 'needed' : 'optional',
  } as const;
}

function touchesWayIn(before: AuthorizedUser, after: Details): boolean {
  return (
    after.email !== before.email ||
    after.isLoginEnabled !== (before.loginState === 'enabled') ||
    (after.username !== null && after.username !== before.login?.username) ||
    after.password !== null ||
    !areSamePermissions(after.permissions, before)
  );
}

export function areSamePermissions(ticked: readonly string[], { permissions }: AuthorizedUser): boolean {
  const had = new Set<string>(permissions.map(({ permission }) => permission));
  return ticked.length === had.size && ticked.every((permission) => had.has(permission));
}
