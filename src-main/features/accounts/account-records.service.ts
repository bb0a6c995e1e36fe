import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { Account as View } from '../../../src-shared/contract/accounts';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import { mayDo } from '../../rights';
import { haveSame } from '../../same-elements';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import type { ActivityService } from '../activity/activity.service';
import type { SignUpCases } from '../moderation/sign-up-cases.service';
import type { PasswordsService } from '../passwords/passwords.service';
import type { SettingsService } from '../settings/settings.service';
import type { StaffRightsService, WantedRights } from '../staff/staff-rights.service';
import type { AccountChanges } from './account-changes';
import type { AccountLogins } from './account-logins.service';
import { type AccountRules, isOwn } from './account-rules.service';
import type { AccountView } from './account-view';
import { type Account, type AccountsService, assertVersion, fullName } from './accounts.service';
import { type Asked, behalfOf } from './on-behalf.service';

type Details = Omit<ParsedInputOf<'accounts.create'>, 'password' | 'needsApproval'>;

export interface AccountRecordsServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly accountLogins: AccountLogins;
  readonly accountRules: AccountRules;
  readonly accountView: AccountView;
  readonly accountChanges: AccountChanges;
  readonly staffRights: StaffRightsService;
  readonly passwords: PasswordsService;
  readonly settings: SettingsService;
  readonly cases: SignUpCases;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** The record of an account: looked at, added, and changed by its form. */
export class AccountRecords {
  readonly #services: AccountRecordsServices;

  constructor(services: AccountRecordsServices) {
    this.#services = services;
  }

  async get(context: Context, publicId: string): Promise<View> {
    const { store, accounts, accountView } = this.#services;
    const account = await accounts.find(store.read, publicId, context.now);
    if (!account) throw new UserError('NOT_FOUND');
    return accountView.of(store.read, context, account);
  }

  /** Whoever needs approval is held back from the start: nobody is locked out who was in already. */
  async create(
    context: Context,
    { password, needsApproval = false, ...typed }: ParsedInputOf<'accounts.create'>,
  ): Promise<View> {
    const { store, accountLogins, accountChanges, staffRights, passwords, settings } = this.#services;
    const wanted = withoutRightsUnlessStaff(typed);
    if (needsApproval && wanted.isStaff) throw UserError.inField('needsApproval', 'STAFF_NEED_NO_APPROVAL');
    assertMayManageStaff(context, noStaff, wanted);
    await passwords.assertAcceptable(password, await settings.passwordRules(wanted), 'password');
    const passwordHash = await passwords.hash(password);
    return store.write(context, async (tx) => {
      const groups = await staffRights.assertMayGive(tx.manager, context, wanted);
      const { isActive, isStaff, isSuperuser } = wanted;
      const access = needsApproval ? 'awaiting-approval' : 'open';
      const kind = { isActive, isStaff, isSuperuser, access, passwordHash } as const;
      const account = await accountLogins.add(tx, context, personOf(wanted), kind);
      await staffRights.give(tx, account.id, wanted.permissions, groups);
      const added = await accountChanges.recorded(tx, context, 'account.added', null, account);
      if (needsApproval) await this.#askForApproval(tx, context, account);
      return added;
    });
  }

  async #askForApproval(tx: Transaction, context: Context, account: Account): Promise<void> {
    const { cases, activity, events } = this.#services;
    const { givenName, familyName, phone } = account;
    const submission = { givenName, familyName, phone, message: '', values: [] };
    await cases.open(tx, { kind: 'account', account, profile: null, submission }, context.now);
    const subject = { kind: 'account', id: account.id, label: fullName(account) } as const;
    await activity.record(tx, context, { act: 'sign-up.added', subject });
    tx.afterCommit(() => events.changed('moderation'));
  }

  update(
    context: Context,
    { id, version, onBehalf, ...typed }: ParsedInputOf<'accounts.update'>,
  ): Promise<OutputOf<'accounts.update'>> {
    const { store, accountLogins, accountRules, accountView, accountChanges, staffRights } = this.#services;
    const wanted = withoutRightsUnlessStaff(typed);
    return store.write(context, async (tx) => {
      const account = await accountRules.changeable(tx.manager, context, id);
      assertVersion(account, version);
      const before = await accountView.of(tx.manager, context, account);
      assertMayManageStaff(context, staffOf(before), wanted);
      const groups = await staffRights.assertMayGive(tx.manager, context, wanted);
      if (!wanted.isSuperuser || !wanted.isActive) await accountRules.assertSuperuserStays(tx.manager, account);
      if (!wanted.isActive && isOwn(context, account)) throw UserError.inField('isActive', 'OWN_ACCOUNT');
      const behalf = behalfOf(context, account, onBehalf, askedFor(account, wanted));
      const { isActive, isStaff, isSuperuser } = wanted;
      const changes = { ...personOf(wanted), isActive, isStaff, isSuperuser };
      const changed = await accountLogins.change(tx, context, account, changes);
      await staffRights.give(tx, account.id, wanted.permissions, groups);
      if (account.isActive && !isActive) await accountLogins.endSessions(tx, account);
      return accountChanges.recorded(tx, context, 'account.changed', before, changed, behalf);
    });
  }
}

type WantedStaff = WantedRights & { readonly isStaff: boolean };

const noStaff: WantedStaff = { isStaff: false, isSuperuser: false, groups: [], permissions: [] };

/** Whoever is no staff, or no longer, has no rights, whatever was chosen for them before "Staff" was unticked. */
function withoutRightsUnlessStaff(details: Details): Details {
  return details.isStaff ? details : { ...details, isSuperuser: false, groups: [], permissions: [] };
}

function staffOf({ isStaff, isSuperuser, groups, permissions }: View): WantedStaff {
  return isStaff ? { isStaff, isSuperuser, groups: groups.map(({ id }) => id), permissions } : noStaff;
}

/** @throws UserError NOT_ALLOWED in the field by which somebody's part among the staff would change */
function assertMayManageStaff(context: Context, before: WantedStaff, wanted: WantedStaff): void {
  if (mayDo(actorOf(context).rights, 'staff.manage')) return;
  const isSame = {
    isStaff: before.isStaff === wanted.isStaff,
    isSuperuser: before.isSuperuser === wanted.isSuperuser,
    groups: haveSame(before.groups, wanted.groups),
    permissions: haveSame(before.permissions, wanted.permissions),
  };
  const changed = Object.entries(isSame).find(([, same]) => !same);
  if (changed) throw UserError.inField(changed[0], 'NOT_ALLOWED');
}

function askedFor(account: Account, { email, isActive }: Details): Asked {
  if (email !== account.email) return 'a reason and a verified identity';
  return isActive === account.isActive ? 'nothing' : 'a reason';
}

function personOf({ email, givenName, familyName, phone, notes }: Details) {
  return { email, givenName, familyName, phone, notes };
}
