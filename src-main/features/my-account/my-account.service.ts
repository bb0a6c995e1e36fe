import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import { mayDoForAccount } from '../../rights';
import type { Store } from '../../store/store';
import { type AccountsService, statusOf } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { AuthorizedUsersService } from '../authorized-users/authorized-users.service';
import type { ProfileTypesService } from '../profiles/profile-types.service';
import type { ProfilesService } from '../profiles/profiles.service';
import { actsOfOffice, ownEntry } from './own-activity';

export interface MyAccountServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly authorizedUsers: AuthorizedUsersService;
  readonly profiles: ProfilesService;
  readonly profileTypes: ProfileTypesService;
  readonly activity: ActivityService;
}

/** The account the session is for, as its holder and their authorized users see it. */
export class MyAccountService {
  readonly #services: MyAccountServices;

  constructor(services: MyAccountServices) {
    this.#services = services;
  }

  async overview(context: Context): Promise<OutputOf<'myAccount.overview'>> {
    const { store, accounts, authorizedUsers, profiles } = this.#services;
    const actor = actorOf(context);
    const { accountId } = actor;
    const [account] = await accounts.byIds(store.read, [accountId]);
    // What is read is no transaction: the account may have been purged since the call was let in.
    if (!account) throw new UserError('NOT_SIGNED_IN');
    const { givenName, familyName, email, phone, createdAt, lastSignInAt } = account;
    const seesPeople = mayDoForAccount(actor, 'authorized-users.view');
    const seesProfiles = mayDoForAccount(actor, 'profiles.view');
    const types = seesProfiles ? await profiles.typesOfAccounts(store.read, [accountId]) : null;
    return {
      holder: { givenName, familyName, email, phone },
      status: statusOf(account),
      createdAt,
      lastSignInAt,
      authorizedUsers: seesPeople ? await authorizedUsers.countsOf(store.read, accountId) : null,
      profileCount: types && (types.get(accountId)?.length ?? 0),
    };
  }

  async profiles(context: Context): Promise<OutputOf<'myAccount.profiles'>> {
    const { store, profiles, profileTypes } = this.#services;
    const { accountId } = actorOf(context);
    const own = (await profiles.ofAccounts(store.read, [accountId])).get(accountId) ?? [];
    const types = new Map((await profileTypes.list()).rows.map((type) => [type.id, type]));
    return { rows: own.map((profile) => ({ ...profile, fields: types.get(profile.type.id)?.fields ?? [] })) };
  }

  async activity(
    context: Context,
    { cursor }: ParsedInputOf<'myAccount.activity'>,
  ): Promise<OutputOf<'myAccount.activity'>> {
    const actor = actorOf(context);
    const page = await this.#services.activity.entriesAbout(actor.accountId, actsOfOffice, cursor, context.now);
    return { ...page, rows: page.rows.map((entry) => ownEntry(entry, actor)) };
  }
}
