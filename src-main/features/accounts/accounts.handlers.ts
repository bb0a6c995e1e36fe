import type { HandlersOf } from '../../handlers';
import type { ActivityService } from '../activity/activity.service';
import type { AccountActs } from './account-acts.service';
import type { AccountDuplicates } from './account-duplicates.service';
import type { AccountListService } from './account-list.service';
import type { AccountPasswords } from './account-passwords.service';
import type { AccountRecords } from './account-records.service';

export interface AccountsHandled {
  readonly accountList: AccountListService;
  readonly accountRecords: AccountRecords;
  readonly accountDuplicates: AccountDuplicates;
  readonly accountActs: AccountActs;
  readonly accountPasswords: AccountPasswords;
  readonly activity: ActivityService;
}

export function accountsHandlers(services: AccountsHandled): HandlersOf<'accounts'> {
  const { accountList, accountRecords, accountDuplicates, accountActs, accountPasswords, activity } = services;
  return {
    list: (context, input) => accountList.list(context, input),
    total: (context, input) => accountList.total(context, input),
    get: (context, { id }) => accountRecords.get(context, id),
    activity: (context, input) => activity.about(context, input),
    duplicates: (_context, typed) => accountDuplicates.of(typed),
    create: (context, input) => accountRecords.create(context, input),
    update: (context, input) => accountRecords.update(context, input),
    activate: (context, input) => accountActs.activate(context, input),
    deactivate: (context, input) => accountActs.deactivate(context, input),
    giveOneTimePassword: (context, input) => accountPasswords.giveOneTime(context, input),
    setPassword: (context, input) => accountPasswords.set(context, input),
    liftLock: (context, input) => accountActs.liftLock(context, input),
    delete: (context, input) => accountActs.delete(context, input),
    restore: (context, input) => accountActs.restore(context, input),
    async purge(context, input) {
      await accountActs.purge(context, input);
      return {};
    },
  };
}
