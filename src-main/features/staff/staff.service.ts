import type { EntityManager } from 'typeorm';
import type { ActivityAct } from '../../../src-shared/activity';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { StaffMember } from '../../../src-shared/contract/staff';
import { staffPermissions } from '../../../src-shared/permissions';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import { pageOf, readCursor } from '../../paging';
import { includesRights, mayDo, noRights, type Rights } from '../../rights';
import { searchWords } from '../../search-words';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import type { AccountLogins } from '../accounts/account-logins.service';
import type { AccountRules } from '../accounts/account-rules.service';
import { type Account, type AccountsService, assertVersion, fullName } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { GroupsService, StaffGroup } from '../groups/groups.service';
import type { LoginsService } from '../logins/logins.service';
import type { PasswordsService } from '../passwords/passwords.service';
import type { SettingsService } from '../settings/settings.service';
import { staffPage } from './staff.repository';
import type { StaffRightsService } from './staff-rights.service';
import { recordable, StaffView } from './staff-view';

const pageSize = 50;

type Details = Omit<ParsedInputOf<'staff.create'>, 'password'>;
type Choice = ParsedInputOf<'staff.deactivate'>;

export interface StaffServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly accountLogins: AccountLogins;
  readonly accountRules: AccountRules;
  readonly staffRights: StaffRightsService;
  readonly logins: LoginsService;
  readonly groups: GroupsService;
  readonly passwords: PasswordsService;
  readonly settings: SettingsService;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** The people who work in the back office. */
export class StaffService {
  readonly #services: StaffServices;
  readonly #view: StaffView;

  constructor(services: StaffServices) {
    this.#services = services;
    this.#view = new StaffView(services.accounts, services.logins, services.staffRights);
  }

  async list(context: Context, input: ParsedInputOf<'staff.list'>): Promise<OutputOf<'staff.list'>> {
    const { store, accounts } = this.#services;
    const { read } = store;
    const place = readCursor(input.cursor);
    const filter = {
      words: searchWords(input.search ?? ''),
      isActive: input.status === undefined ? undefined : input.status === 'active',
    };
    const found = await staffPage(read, filter, place, pageSize);
    const page = pageOf(found, place, pageSize, (row) => row.nameFolded);
    const ids = page.rows.map((row) => row.id);
    const rows = await this.#view.of(read, await accounts.byIds(read, ids), actorOf(context).rights);
    return { ...page, rows };
  }

  async get(context: Context, publicId: string): Promise<StaffMember> {
    const { read } = this.#services.store;
    return this.#member(read, context, await this.#find(read, context, publicId));
  }

  async create(context: Context, { password, ...details }: ParsedInputOf<'staff.create'>): Promise<StaffMember> {
    const { store, accountLogins, staffRights, passwords, settings } = this.#services;
    await passwords.assertAcceptable(password, await settings.passwordRules(details), 'password');
    const passwordHash = await passwords.hash(password);
    return store.write(context, async (tx) => {
      const groups = await staffRights.assertMayGive(tx.manager, context, details);
      const kind = { isStaff: true, isSuperuser: details.isSuperuser };
      const account = await accountLogins.add(tx, context, accountDetailsOf(details), { ...kind, passwordHash });
      await staffRights.give(tx, account.id, details.permissions, groups);
      return this.#recorded(tx, context, 'staff.added', null, account);
    });
  }

  update(context: Context, { id, version, ...details }: ParsedInputOf<'staff.update'>): Promise<StaffMember> {
    const { store, accountLogins, staffRights, accountRules } = this.#services;
    return store.write(context, async (tx) => {
      const account = await this.#changeable(tx, context, { id, version });
      const groups = await staffRights.assertMayGive(tx.manager, context, details);
      if (!details.isSuperuser) await accountRules.assertSuperuserStays(tx.manager, account);
      const before = await this.#member(tx.manager, context, account);
      const changes = { ...accountDetailsOf(details), isSuperuser: details.isSuperuser };
      const changed = await accountLogins.change(tx, context, account, changes);
      await staffRights.give(tx, account.id, details.permissions, groups);
      return this.#recorded(tx, context, 'staff.changed', before, changed);
    });
  }

  deactivate(context: Context, choice: Choice): Promise<StaffMember> {
    const { store, accountLogins, accountRules } = this.#services;
    return store.write(context, async (tx) => {
      const account = await this.#changeable(tx, context, choice);
      accountRules.assertNotOwnAccount(context, account);
      await accountRules.assertSuperuserStays(tx.manager, account);
      await accountLogins.endSessions(tx, account);
      return this.#setActive(tx, context, account, false);
    });
  }

  activate(context: Context, choice: Choice): Promise<StaffMember> {
    return this.#services.store.write(context, async (tx) => {
      const account = await this.#changeable(tx, context, choice);
      return this.#setActive(tx, context, account, true);
    });
  }

  async giveOneTimePassword(context: Context, choice: Choice): Promise<OutputOf<'staff.giveOneTimePassword'>> {
    const { store, accounts, accountLogins, passwords, accountRules } = this.#services;
    const oneTimePassword = await passwords.suggest();
    const passwordHash = await passwords.hash(oneTimePassword);
    return store.write(context, async (tx) => {
      const account = await this.#changeable(tx, context, choice);
      accountRules.assertNotOwnAccount(context, account);
      const before = await this.#member(tx.manager, context, account);
      const expiresAt = await accountLogins.setPassword(tx, context, account, passwordHash);
      const changed = await accounts.change(tx, account, {}, context.now);
      const member = await this.#recorded(tx, context, 'staff.one-time-password-given', before, changed);
      return { member, oneTimePassword, expiresAt };
    });
  }

  async grantable(context: Context): Promise<OutputOf<'staff.grantable'>> {
    const { store, groups } = this.#services;
    const own = actorOf(context).rights;
    const all = await groups.all(store.read);
    const given = await groups.rightsOf(store.read, all);
    return {
      groups: all.map((group) => grantableGroup(group, given.get(group.id) ?? noRights, own)),
      permissions: staffPermissions.filter((permission) => mayDo(own, permission)),
      mayMakeSuperuser: own.isSuperuser,
    };
  }

  async #setActive(tx: Transaction, context: Context, account: Account, isActive: boolean): Promise<StaffMember> {
    const before = await this.#member(tx.manager, context, account);
    const changed = await this.#services.accounts.change(tx, account, { isActive }, context.now);
    return this.#recorded(tx, context, isActive ? 'staff.activated' : 'staff.deactivated', before, changed);
  }

  /** Who is in the trash is no staff. */
  async #find(manager: EntityManager, { now }: Context, publicId: string): Promise<Account> {
    const account = await this.#services.accounts.find(manager, publicId, now);
    if (!account?.isStaff || account.deletedAt !== null) throw new UserError('NOT_FOUND');
    return account;
  }

  async #changeable(tx: Transaction, context: Context, { id, version }: Choice): Promise<Account> {
    const account = await this.#find(tx.manager, context, id);
    await this.#services.accountRules.assertMayChange(tx.manager, context, account);
    assertVersion(account, version);
    return account;
  }

  async #recorded(
    tx: Transaction,
    context: Context,
    act: ActivityAct,
    before: StaffMember | null,
    account: Account,
  ): Promise<StaffMember> {
    const { activity, events } = this.#services;
    const after = await this.#member(tx.manager, context, account);
    await activity.record(tx, context, {
      act,
      subject: { kind: 'account', id: account.id, label: fullName(account) },
      before: before && recordable(before),
      after: recordable(after),
    });
    tx.afterCommit(() => {
      events.changed('staff', 'groups', 'accounts', 'dashboard');
      events.everySession();
    });
    return after;
  }

  async #member(manager: EntityManager, context: Context, account: Account): Promise<StaffMember> {
    const [member] = await this.#view.of(manager, [account], actorOf(context).rights);
    if (!member) throw new Error('A view has a line for every account.');
    return member;
  }
}

function grantableGroup({ publicId, name }: StaffGroup, rights: Rights, own: Rights) {
  return { id: publicId, name, permissions: [...rights.permissions], mayGive: includesRights(own, rights) };
}

function accountDetailsOf({ email, givenName, familyName, phone }: Details) {
  return { email, givenName, familyName, phone };
}
