import type { Events } from './events';
import { Account } from './features/accounts/account.entity';
import { AccountsService } from './features/accounts/accounts.service';
import { activityHandlers } from './features/activity/activity.handlers';
import { ActivityService } from './features/activity/activity.service';
import { RefusedCallsService } from './features/activity/refused-calls.service';
import { StaffGroup } from './features/groups/group.entity';
import { groupsHandlers } from './features/groups/groups.handlers';
import { GroupsService } from './features/groups/groups.service';
import { Login } from './features/logins/login.entity';
import { LoginsService } from './features/logins/logins.service';
import { SignInWaits } from './features/logins/sign-in-waits.service';
import { storeWaysHandlers } from './features/opening/opening.handlers';
import { StoreWaysService } from './features/opening/store-ways.service';
import type { PasswordsService } from './features/passwords/passwords.service';
import { recoveryHandlers } from './features/recovery/recovery.handlers';
import { RecoveryService } from './features/recovery/recovery.service';
import { SessionService } from './features/session/session.service';
import type { WindowSessions } from './features/session/window-sessions';
import { Office } from './features/settings/office.entity';
import { settingsHandlers } from './features/settings/settings.handlers';
import { SettingsService } from './features/settings/settings.service';
import { staffHandlers } from './features/staff/staff.handlers';
import { StaffService } from './features/staff/staff.service';
import type { DataFolder } from './store/folder';
import type { KeyFileTurns } from './store/key/key-file-turns';
import type { KeyStore } from './store/key/key-store';
import type { StoreKey } from './store/key/store-key';
import type { Store } from './store/store';

export const entities = [Office, Account, Login, StaffGroup];

export interface ServiceParts {
  readonly folder: DataFolder;
  readonly keyFileTurns: KeyFileTurns;
  readonly keyStore: KeyStore | null;
  readonly sessions: WindowSessions;
  readonly passwords: PasswordsService;
  readonly events: Events;
}

/** What an open store makes possible, wired by hand. */
export type Services = Awaited<ReturnType<typeof createServices>>;

/** The services that need nothing but the store: also what a new office is filled with. */
export function createRecordServices(store: Store, { passwords, events }: Pick<ServiceParts, 'passwords' | 'events'>) {
  const logins = new LoginsService();
  const accounts = new AccountsService(store);
  const activity = new ActivityService(store, accounts, events);
  const settings = new SettingsService(store, activity, events);
  const groups = new GroupsService(store, accounts, activity, events);
  return { store, passwords, events, logins, accounts, activity, settings, groups };
}

export async function createServices(store: Store, key: StoreKey, parts: ServiceParts) {
  const records = createRecordServices(store, parts);
  const { nameDigestKey } = await records.settings.office(store.read);
  const waits = new SignInWaits(store, nameDigestKey);
  const shared = { ...records, ...parts, key, waits };
  return {
    ...shared,
    refusedCalls: new RefusedCallsService(store, records.accounts, parts.events),
    staff: new StaffService(shared),
    session: new SessionService(shared),
    recovery: new RecoveryService(shared),
    storeWays: new StoreWaysService(shared),
  };
}

/** The handlers that an open store adds to those that are always there. */
export function openHandlers(services: Services) {
  return {
    recovery: recoveryHandlers(services.recovery),
    staff: staffHandlers(services.staff),
    groups: groupsHandlers(services.groups),
    settings: settingsHandlers(services.settings),
    activity: activityHandlers(services.activity, services.refusedCalls),
    opening: storeWaysHandlers(services.storeWays),
  };
}
