import type { InputOf } from '../../../src-shared/contract';
import type { Account } from '../../../src-shared/contract/accounts';
import type { DelegatePermission } from '../../../src-shared/delegate-permissions';
import { addDelegate, type Delegate, delegatePassword } from '../../support/delegates';
import type { SharedOffice } from '../../support/shared-office';
import { addAccount } from '../../support/test-office';

/** Adds an account whose holder is signed in at the window of the same name. */
export async function addHolder({ app, file }: SharedOffice, name: string): Promise<Account> {
  const { account, credentials } = await addAccount(app, name, { notes: 'Talks a lot', phone: '0170 1234567' });
  const theirOwn = 'UPDATE login SET must_change_password = 0, password_expires_at = NULL WHERE sign_in_name = ?';
  file.write(theirOwn, credentials.email);
  await app.ask(name, 'session.signIn', { signInName: credentials.email, password: credentials.password });
  return account;
}

/** Adds an authorized user who is signed in at the window of the same name. */
export async function addDelegateAtWindow(
  office: SharedOffice,
  account: Account,
  name: string,
  permissions: readonly DelegatePermission[] = [],
): Promise<Delegate> {
  const delegate = await addDelegate(office, account.id, { givenName: name, username: name, permissions });
  await office.app.ask(name, 'session.signIn', { signInName: name, password: delegatePassword });
  return delegate;
}

/** What is typed for somebody who can only be written to. */
export function newContact(givenName: string): InputOf<'myAuthorizedUsers.create'> {
  return {
    givenName,
    familyName: 'Kontakt',
    email: `${givenName}@example.com`,
    phone: '',
    role: '',
    categoryId: null,
    isLoginEnabled: false,
    username: null,
    password: null,
    recoveryEmail: '',
    permissions: [],
  };
}
