/** The questions that come before acts on somebody else's account: what each does, and what it asks for. */

export function activation(name: string) {
  return {
    title: `Activate ${name}?`,
    text: `${name} can sign in again, with the password they had.`,
    action: 'Activate',
    identity: 'optional',
  } as const;
}

export function deactivation(name: string) {
  return {
    title: `Deactivate ${name}?`,
    text: `${name} is signed out at once and cannot sign in until somebody activates the account. Nothing is deleted.`,
    action: 'Deactivate',
    isDangerous: true,
    identity: 'optional',
  } as const;
}

export function deletion(name: string, trashDays: number) {
  const days = trashDays === 1 ? '1 day' : `${trashDays} days`;
  return {
    title: `Delete ${name}?`,
    text: `${name} is signed out at once, and the account goes to the trash. For ${days} it can be restored with everything it has, and its e-mail stays taken; then it is deleted for good.`,
    action: 'Delete',
    isDangerous: true,
    identity: 'needed',
  } as const;
}

export function oneTimePassword(name: string) {
  return {
    title: `Give ${name} a one-time password?`,
    text: `The password they have now stops working and they are signed out. The new one is shown to you once; ${name} chooses their own with it.`,
    action: 'Give a one-time password',
    identity: 'needed',
  } as const;
}

export function newPassword(name: string) {
  return {
    title: `Set the password of ${name}?`,
    text: `The password they have now stops working and they are signed out. With the one you typed they can sign in once, and must choose their own.`,
    action: 'Save password',
    identity: 'needed',
  } as const;
}

/** What is asked for when a form is saved; null where it changes nothing that needs a reason. */
export function changeOf(
  before: { readonly email: string; readonly isActive: boolean },
  after: { readonly email: string; readonly isActive: boolean },
  name: string,
) {
  if (after.email !== before.email) {
    return {
      title: `Change the e-mail of ${name}?`,
      text: `From now on ${name} signs in with ${after.email}, and no longer with ${before.email}.`,
      action: 'Save',
      identity: 'needed',
    } as const;
  }
  if (after.isActive === before.isActive) return null;
  return { ...(after.isActive ? activation(name) : deactivation(name)), action: 'Save' } as const;
}
