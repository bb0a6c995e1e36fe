import type { ActivityAct } from '../../../src-shared/activity';
import type { Account as View } from '../../../src-shared/contract/accounts';
import type { Context } from '../../context';
import type { Events } from '../../events';
import type { Transaction } from '../../store/write-gate';
import type { ActivityService } from '../activity/activity.service';
import { type AccountView, recordable } from './account-view';
import { type Account, type AccountsService, fullName } from './accounts.service';
import type { Behalf } from './on-behalf.service';

export interface AccountChangesServices {
  readonly accounts: AccountsService;
  readonly accountView: AccountView;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** How every change of an account ends: looked at anew, recorded, and told to the windows. */
export class AccountChanges {
  readonly #services: AccountChangesServices;

  constructor(services: AccountChangesServices) {
    this.#services = services;
  }

  /** Writes the next version of an account whose e-mail, groups and permissions stay as they are. */
  async write(
    tx: Transaction,
    context: Context,
    act: ActivityAct,
    account: Account,
    changes: Partial<Account>,
    behalf: Behalf = {},
  ): Promise<View> {
    const { accounts, accountView } = this.#services;
    const before = await accountView.of(tx.manager, context, account);
    const changed = await accounts.change(tx, account, changes, context.now);
    return this.recorded(tx, context, act, before, changed, behalf);
  }

  /** @param before null for an account that is new */
  async recorded(
    tx: Transaction,
    context: Context,
    act: ActivityAct,
    before: View | null,
    account: Account,
    behalf: Behalf = {},
  ): Promise<View> {
    const { accountView, activity, events } = this.#services;
    const after = await accountView.of(tx.manager, context, account);
    await activity.record(tx, context, {
      act,
      subject: { kind: 'account', id: account.id, label: fullName(account) },
      before: before && recordable(before),
      after: recordable(after),
      ...behalf,
    });
    const isOfStaff = after.isStaff || before?.isStaff;
    tx.afterCommit(() => {
      events.changed('accounts', 'dashboard', ...(isOfStaff ? (['staff', 'groups'] as const) : []));
      // Whoever is held back stands in the queue by their name, and not while they are in the trash.
      if ([before?.status, after.status].includes('awaiting-approval')) events.changed('moderation');
      // Lists of authorized users say for whom each acts, and leave out those of accounts in the trash.
      if (before) events.changed('authorizedUsers');
      // The person may be at another window, whose session has ended or has other rights.
      events.everySession();
    });
    return after;
  }
}
