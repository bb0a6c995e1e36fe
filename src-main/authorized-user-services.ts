import {
  AuthorizedUserActs,
  type AuthorizedUserActsServices,
} from './features/authorized-users/authorized-user-acts.service';
import { AuthorizedUserChanges } from './features/authorized-users/authorized-user-changes';
import { AuthorizedUserDetails } from './features/authorized-users/authorized-user-details';
import { AuthorizedUserLinks } from './features/authorized-users/authorized-user-links.service';
import { AuthorizedUserListService } from './features/authorized-users/authorized-user-list.service';
import { AuthorizedUserLogins } from './features/authorized-users/authorized-user-logins.service';
import { AuthorizedUserPasswords } from './features/authorized-users/authorized-user-passwords.service';
import {
  AuthorizedUserPurge,
  type AuthorizedUserPurgeServices,
} from './features/authorized-users/authorized-user-purge.service';
import { AuthorizedUserRecords } from './features/authorized-users/authorized-user-records.service';
import {
  AuthorizedUserRules,
  type AuthorizedUserRulesServices,
} from './features/authorized-users/authorized-user-rules.service';
import { AuthorizedUserView, type AuthorizedUserViewServices } from './features/authorized-users/authorized-user-view';
import type { PasswordsService } from './features/passwords/passwords.service';

type Shared = AuthorizedUserRulesServices &
  AuthorizedUserPurgeServices &
  Omit<AuthorizedUserViewServices, 'authorizedUserRules'> &
  Pick<AuthorizedUserActsServices, 'settings'> & { readonly passwords: PasswordsService };

/** What has to do with authorized users, wired by hand. */
export function createAuthorizedUserServices(shared: Shared) {
  const authorizedUserRules = new AuthorizedUserRules(shared);
  const authorizedUserPurge = new AuthorizedUserPurge(shared);
  const authorizedUserView = new AuthorizedUserView({ ...shared, authorizedUserRules });
  const looking = { ...shared, authorizedUserRules, authorizedUserPurge, authorizedUserView };
  const changing = {
    ...looking,
    authorizedUserChanges: new AuthorizedUserChanges(looking),
    authorizedUserDetails: new AuthorizedUserDetails(shared.delegationChoices, authorizedUserRules),
    authorizedUserLogins: new AuthorizedUserLogins(looking),
  };
  const authorizedUserPasswords = new AuthorizedUserPasswords(changing);
  return {
    authorizedUserRules,
    authorizedUserPurge,
    authorizedUserPasswords,
    authorizedUserList: new AuthorizedUserListService(looking),
    authorizedUserRecords: new AuthorizedUserRecords({ ...changing, authorizedUserPasswords }),
    authorizedUserActs: new AuthorizedUserActs(changing),
    authorizedUserLinks: new AuthorizedUserLinks(changing),
  };
}
