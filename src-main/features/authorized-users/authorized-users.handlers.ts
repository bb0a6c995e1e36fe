import type { HandlersOf } from '../../handlers';
import type { Store } from '../../store/store';
import type { DelegationChoices } from '../delegation/delegation-choices.service';
import type { AuthorizedUserActs } from './authorized-user-acts.service';
import type { AuthorizedUserLinks } from './authorized-user-links.service';
import type { AuthorizedUserListService } from './authorized-user-list.service';
import type { AuthorizedUserPasswords } from './authorized-user-passwords.service';
import type { AuthorizedUserRecords } from './authorized-user-records.service';
import type { AuthorizedUserRules } from './authorized-user-rules.service';

export interface AuthorizedUsersHandled {
  readonly store: Store;
  readonly authorizedUserList: AuthorizedUserListService;
  readonly authorizedUserRecords: AuthorizedUserRecords;
  readonly authorizedUserPasswords: AuthorizedUserPasswords;
  readonly authorizedUserActs: AuthorizedUserActs;
  readonly authorizedUserLinks: AuthorizedUserLinks;
  readonly authorizedUserRules: AuthorizedUserRules;
  readonly delegationChoices: DelegationChoices;
}

export function authorizedUsersHandlers(services: AuthorizedUsersHandled): HandlersOf<'authorizedUsers'> {
  const { authorizedUserList, authorizedUserRecords, authorizedUserPasswords } = services;
  const { authorizedUserActs, authorizedUserLinks } = services;
  const scope = 'office';
  return {
    list: (context, input) => authorizedUserList.list(context, scope, input),
    total: (context, input) => authorizedUserList.total(context, scope, input),
    get: (context, { id }) => authorizedUserRecords.get(context, scope, id),
    create: (context, input) => authorizedUserRecords.create(context, scope, input),
    update: (context, input) => authorizedUserRecords.update(context, scope, input),
    resetPassword: (context, input) => authorizedUserPasswords.reset(context, scope, input),
    liftLock: (context, input) => authorizedUserActs.liftLock(context, input),
    linkable: (context, input) => authorizedUserLinks.linkable(context, input),
    link: (context, input) => authorizedUserLinks.link(context, input),
    delete: (context, input) => authorizedUserActs.delete(context, scope, input),
    restore: (context, input) => authorizedUserActs.restore(context, scope, input),
  };
}

export function myAuthorizedUsersHandlers(services: AuthorizedUsersHandled): HandlersOf<'myAuthorizedUsers'> {
  const { authorizedUserList, authorizedUserRecords, authorizedUserPasswords, authorizedUserActs } = services;
  const { store, authorizedUserRules, delegationChoices } = services;
  const scope = 'own account';
  return {
    list: (context, input) => authorizedUserList.listOwn(context, input),
    total: (context, input) => authorizedUserList.total(context, scope, input),
    get: (context, { id }) => authorizedUserRecords.get(context, scope, id),
    async choices(context) {
      const givable = await authorizedUserRules.givable(store.read, context);
      return delegationChoices.of(store.read, (permission) => givable === 'everything' || givable.has(permission));
    },
    create: (context, input) => authorizedUserRecords.create(context, scope, { ...input, accountId: null }),
    update: (context, input) => authorizedUserRecords.update(context, scope, input),
    resetPassword: (context, input) => authorizedUserPasswords.reset(context, scope, input),
    delete: (context, input) => authorizedUserActs.delete(context, scope, input),
    restore: (context, input) => authorizedUserActs.restore(context, scope, input),
  };
}
