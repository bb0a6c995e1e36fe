import type { EntityManager } from 'typeorm';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { AuthorizedUser as View } from '../../../src-shared/contract/authorized-users';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import { AuthorizedUserPages } from '../../store/authorized-user-list/authorized-user-pages';
import { authorizedUserSearch } from '../../store/search/authorized-user-search';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import type { AccountRules } from '../accounts/account-rules.service';
import { type AccountsService, assertVersion, fullName } from '../accounts/accounts.service';
import { assertSaid } from '../accounts/on-behalf.service';
import type { ActivityService } from '../activity/activity.service';
import type { LoginsService } from '../logins/logins.service';
import { type AuthorizedUserChanges, subjectOf } from './authorized-user-changes';
import type { AuthorizedUserRules, Found } from './authorized-user-rules.service';
import type { AuthorizedUserView } from './authorized-user-view';
import type { AuthorizedUsersService } from './authorized-users.service';

type Link = ParsedInputOf<'authorizedUsers.link'>;
type Linkable = OutputOf<'authorizedUsers.linkable'>['rows'][number];

export interface AuthorizedUserLinksServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly accountRules: AccountRules;
  readonly authorizedUsers: AuthorizedUsersService;
  readonly authorizedUserChanges: AuthorizedUserChanges;
  readonly authorizedUserRules: AuthorizedUserRules;
  readonly authorizedUserView: AuthorizedUserView;
  readonly logins: LoginsService;
  readonly activity: ActivityService;
}

/** Whose login it is, and how it stands in the activity that they, too, act for somebody by it from now on. */
interface Owner {
  readonly loginId: number;
  readonly subject: { readonly kind: 'account' | 'authorized-user'; readonly id: number; readonly label: string };
  readonly onBehalfOf: number | undefined;
}

const mostOffered = 20;

/** Lets people who can sign in already act for a further account, by the login they have. */
export class AuthorizedUserLinks {
  readonly #services: AuthorizedUserLinksServices;
  readonly #pages: AuthorizedUserPages;

  constructor(services: AuthorizedUserLinksServices) {
    this.#services = services;
    this.#pages = new AuthorizedUserPages(services.store);
  }

  /** Accounts first, each by name. */
  async linkable(
    context: Context,
    { id, search }: ParsedInputOf<'authorizedUsers.linkable'>,
  ): Promise<OutputOf<'authorizedUsers.linkable'>> {
    const { store, authorizedUserRules } = this.#services;
    const found = await authorizedUserRules.found(store.read, context, 'office', id);
    const accounts = await this.#linkableAccounts(context, found, search);
    const people = await this.#linkablePeople(context, found, search);
    return { rows: [...accounts, ...people].slice(0, mostOffered) };
  }

  link(context: Context, { id, version, to, onBehalf }: Link): Promise<View> {
    const { store, accountRules, authorizedUsers, authorizedUserRules, authorizedUserView } = this.#services;
    const { authorizedUserChanges } = this.#services;
    return store.write(context, async (tx) => {
      const scope = 'office';
      const found = await authorizedUserRules.changeable(tx.manager, context, scope, id);
      const { person, account } = found;
      assertVersion(person, version);
      const owner = await this.#ownerOf(tx, context, to);
      if (!(await this.#isFurther(tx.manager, found, owner.loginId))) throw UserError.inField('to.id', 'OWN_LOGIN');
      await accountRules.assertMayActOnLogin(tx.manager, context, owner.loginId);
      await this.#assertPasswordIsTheirs(tx.manager, owner);
      const asked = 'a reason and a verified identity';
      // Also for one's own account: the login is somebody else's.
      assertSaid(onBehalf, asked);
      const behalf = authorizedUserRules.behalf(context, account, onBehalf, asked);
      const before = await authorizedUserView.of(tx.manager, context, scope, found);
      const changes = { loginId: owner.loginId, isLoginEnabled: true, epoch: person.epoch + 1 };
      const changed = await authorizedUsers.change(tx, person, changes, context.now);
      await authorizedUsers.settleLogins(tx, [person.loginId, owner.loginId]);
      await this.#recordFor(tx, context, owner, onBehalf?.identityVerifiedBy);
      const others = await authorizedUsers.ofLogin(tx.manager, owner.loginId);
      authorizedUserChanges.announce(
        tx,
        others.map(({ accountId }) => accountId),
      );
      const change = { act: 'authorized-user.linked', scope, behalf } as const;
      return authorizedUserChanges.recorded(tx, context, change, before, { person: changed, account });
    });
  }

  /** Also with whose login it is, without a word about whom they act for now: their activity is read by others. */
  async #recordFor(
    tx: Transaction,
    context: Context,
    { subject, onBehalfOf }: Owner,
    identityVerifiedBy: string | null | undefined,
  ): Promise<void> {
    const said = { act: 'authorized-user.linked', subject, identityVerifiedBy } as const;
    await this.#services.activity.record(tx, context, { ...said, ...(onBehalfOf !== undefined && { onBehalfOf }) });
  }

  /** @throws UserError NOT_FOUND, NO_LOGIN in the field `to.id` */
  async #ownerOf(tx: Transaction, context: Context, { kind, id }: Link['to']): Promise<Owner> {
    const { accounts, authorizedUserRules } = this.#services;
    if (kind === 'account') {
      const account = await accounts.find(tx.manager, id, context.now);
      if (!account) throw UserError.inField('to.id', 'NOT_FOUND');
      if (!account.isActive || account.deletedAt !== null) throw UserError.inField('to.id', 'NO_LOGIN');
      const subject = { kind, id: account.id, label: fullName(account) };
      return { loginId: account.loginId, subject, onBehalfOf: undefined };
    }
    const { person, account } = await authorizedUserRules.found(tx.manager, context, 'office', id);
    if (!person.isLoginEnabled || person.loginId === null || person.deletedAt !== null) {
      throw UserError.inField('to.id', 'NO_LOGIN');
    }
    return { loginId: person.loginId, subject: subjectOf(person), onBehalfOf: account.id };
  }

  /**
   * Whoever gave an authorized user the password for one account would otherwise know the way into the other.
   * @throws UserError LOGIN_NOT_OWN_YET in the field `to.id`
   */
  async #assertPasswordIsTheirs(manager: EntityManager, { subject, loginId }: Owner): Promise<void> {
    if (subject.kind === 'account') return;
    const login = await this.#services.logins.findById(manager, loginId);
    if (login?.mustChangePassword) throw UserError.inField('to.id', 'LOGIN_NOT_OWN_YET');
  }

  /** Whether nobody acts for the account by that login yet: neither its holder nor one of its authorized users. */
  async #isFurther(manager: EntityManager, { account }: Found, loginId: number): Promise<boolean> {
    const people = await this.#services.authorizedUsers.ofLogin(manager, loginId);
    return account.loginId !== loginId && people.every(({ accountId }) => accountId !== account.id);
  }

  async #linkableAccounts(context: Context, found: Found, search: string): Promise<Linkable[]> {
    const { store, accounts } = this.#services;
    const people = await accounts.findPeople(search, mostOffered, context.now);
    const records = await accounts.byIds(
      store.read,
      people.map(({ id }) => id),
    );
    const rows: Linkable[] = [];
    for (const account of records.filter(({ isActive, deletedAt }) => isActive && deletedAt === null)) {
      if (!(await this.#isFurther(store.read, found, account.loginId))) continue;
      const { publicId: id, email } = account;
      rows.push({ kind: 'account', id, name: fullName(account), signInName: email, email });
    }
    return rows;
  }

  /** Of those with a login of their own: others are offered by whose login it is. */
  async #linkablePeople(context: Context, found: Found, search: string): Promise<Linkable[]> {
    const { store, authorizedUsers, logins } = this.#services;
    const filter = { search: authorizedUserSearch(search), loginState: 'enabled', now: context.now } as const;
    const order = { sort: 'name', isDescending: false, place: null } as const;
    const { places } = await this.#pages.find(filter, order, mostOffered);
    const people = await authorizedUsers.byIds(
      store.read,
      places.map(({ id }) => id),
    );
    const rows: Linkable[] = [];
    const offered = new Set<number>();
    for (const person of people) {
      const login = person.loginId === null ? null : await logins.findById(store.read, person.loginId);
      if (!login || offered.has(login.id) || !(await this.#isFurther(store.read, found, login.id))) continue;
      if ((await authorizedUsers.usesOfLogin(store.read, login.id)).accounts > 0) continue;
      offered.add(login.id);
      const { publicId: id, email } = person;
      rows.push({ kind: 'authorized-user', id, name: fullName(person), signInName: login.signInName, email });
    }
    return rows;
  }
}
