import { createAuthorizedUserServices } from './authorized-user-services';
import type { Clock } from './clock';
import type { Events } from './events';
import { Account } from './features/accounts/account.entity';
import { AccountActs } from './features/accounts/account-acts.service';
import { AccountChanges } from './features/accounts/account-changes';
import { AccountDuplicates } from './features/accounts/account-duplicates.service';
import { AccountListService } from './features/accounts/account-list.service';
import { AccountLogins } from './features/accounts/account-logins.service';
import { AccountPasswords } from './features/accounts/account-passwords.service';
import { AccountPurge } from './features/accounts/account-purge.service';
import { AccountRecords } from './features/accounts/account-records.service';
import { AccountRules } from './features/accounts/account-rules.service';
import { AccountView } from './features/accounts/account-view';
import { accountsHandlers } from './features/accounts/accounts.handlers';
import { AccountsService } from './features/accounts/accounts.service';
import { activityHandlers } from './features/activity/activity.handlers';
import { ActivityService } from './features/activity/activity.service';
import { RefusedCallsService } from './features/activity/refused-calls.service';
import { AuthorizedUser } from './features/authorized-users/authorized-user.entity';
import {
  authorizedUsersHandlers,
  myAuthorizedUsersHandlers,
} from './features/authorized-users/authorized-users.handlers';
import { AuthorizedUsersService } from './features/authorized-users/authorized-users.service';
import { dashboardHandlers } from './features/dashboard/dashboard.handlers';
import { DashboardService } from './features/dashboard/dashboard.service';
import { CategoriesService } from './features/delegation/categories.service';
import { Category } from './features/delegation/category.entity';
import { delegationHandlers } from './features/delegation/delegation.handlers';
import { DelegationChoices } from './features/delegation/delegation-choices.service';
import { OfficePermission } from './features/delegation/office-permission.entity';
import { OfficePermissionsService } from './features/delegation/office-permissions.service';
import { StaffGroup } from './features/groups/group.entity';
import { groupsHandlers } from './features/groups/groups.handlers';
import { GroupsService } from './features/groups/groups.service';
import { Login } from './features/logins/login.entity';
import { LoginsService } from './features/logins/logins.service';
import { SignInWaits } from './features/logins/sign-in-waits.service';
import { messagesHandlers } from './features/messages/messages.handlers';
import { moderationHandlers } from './features/moderation/moderation.handlers';
import { moderationOfManyHandlers } from './features/moderation/moderation-of-many.handlers';
import { SignUpCase, SignUpCases } from './features/moderation/sign-up-cases.service';
import { MessageTemplate } from './features/moderation-settings/message-template.entity';
import { MessageTemplates } from './features/moderation-settings/message-templates.service';
import { ModerationPolicy } from './features/moderation-settings/moderation-policy.entity';
import { ModerationRule } from './features/moderation-settings/moderation-rule.entity';
import { moderationSettingsHandlers } from './features/moderation-settings/moderation-settings.handlers';
import { ModerationTypePolicy } from './features/moderation-settings/moderation-type-policy.entity';
import { ModerationPolicies } from './features/moderation-settings/policies.service';
import { ModerationRules } from './features/moderation-settings/rules.service';
import { myAccountHandlers } from './features/my-account/my-account.handlers';
import { MyAccountService } from './features/my-account/my-account.service';
import { storeWaysHandlers } from './features/opening/opening.handlers';
import { StoreWaysService } from './features/opening/store-ways.service';
import type { PasswordsService } from './features/passwords/passwords.service';
import { FieldRemoval } from './features/profiles/field-removal';
import { Profile } from './features/profiles/profile.entity';
import { ProfileApprovals } from './features/profiles/profile-approvals.service';
import { ProfileField } from './features/profiles/profile-field.entity';
import { ProfileType } from './features/profiles/profile-type.entity';
import { ProfileTypesService } from './features/profiles/profile-types.service';
import { profilesHandlers } from './features/profiles/profiles.handlers';
import { ProfilesService } from './features/profiles/profiles.service';
import { recoveryHandlers } from './features/recovery/recovery.handlers';
import { RecoveryService } from './features/recovery/recovery.service';
import { registrationHandlers } from './features/registration/registration.handlers';
import { Places } from './features/session/places';
import { SessionService } from './features/session/session.service';
import { SessionReader } from './features/session/session-reader';
import { SwitchingService } from './features/session/switching.service';
import type { WindowSessions } from './features/session/window-sessions';
import { Office } from './features/settings/office.entity';
import { settingsHandlers } from './features/settings/settings.handlers';
import { SettingsService } from './features/settings/settings.service';
import { FirstOffice } from './features/setup/first-office';
import { signUpHandlers } from './features/sign-up/sign-up.handlers';
import { staffHandlers } from './features/staff/staff.handlers';
import { StaffService } from './features/staff/staff.service';
import { StaffRightsService } from './features/staff/staff-rights.service';
import { createDecidingServices, createModerationServices } from './moderation-services';
import { createOwnSignUpServices, createSignUpServices } from './sign-up-services';
import type { DataFolder } from './store/folder';
import type { KeyFileTurns } from './store/key/key-file-turns';
import type { KeyStore } from './store/key/key-store';
import type { StoreKey } from './store/key/store-key';
import type { Store } from './store/store';
import { TrashPurge } from './trash-purge';

export const entities = [
  Office,
  Account,
  Login,
  StaffGroup,
  ProfileType,
  ProfileField,
  Profile,
  Category,
  OfficePermission,
  AuthorizedUser,
  SignUpCase,
  ModerationPolicy,
  ModerationTypePolicy,
  ModerationRule,
  MessageTemplate,
];

export interface ServiceParts {
  readonly clock: Clock;
  readonly report: (error: unknown) => void;
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
  const authorizedUsers = new AuthorizedUsersService(store);
  const activity = new ActivityService({ store, accounts, authorizedUsers, events });
  const settings = new SettingsService(store, activity, events);
  const groups = new GroupsService(store, accounts, activity, events);
  const fieldRemoval = new FieldRemoval(store);
  const profileTypes = new ProfileTypesService({ store, activity, events, fieldRemoval });
  const accountRules = new AccountRules(accounts, authorizedUsers);
  const policies = new ModerationPolicies(profileTypes);
  const cases = new SignUpCases({ accounts });
  const profileApprovals = new ProfileApprovals({ policies, cases, activity, events });
  const profiles = new ProfilesService({
    store,
    accounts,
    accountRules,
    profileTypes,
    profileApprovals,
    activity,
    events,
  });
  const categories = new CategoriesService({ store, settings, activity, events });
  const officePermissions = new OfficePermissionsService({ store, settings, activity, events });
  const delegation = { categories, officePermissions };
  const moderationSettings = {
    policies,
    cases,
    rules: new ModerationRules({ store, settings, activity, events }),
    templates: new MessageTemplates({ store, activity, events }),
  };
  const people = { logins, accounts, accountRules, authorizedUsers };
  const records = {
    ...people,
    ...delegation,
    ...moderationSettings,
    profileTypes,
    profiles,
    fieldRemoval,
    activity,
    settings,
    groups,
  };
  return { store, passwords, events, ...records };
}

/** What fills a new office. */
export function createFirstOffice(store: Store, parts: Pick<ServiceParts, 'passwords' | 'events'>): FirstOffice {
  const records = createRecordServices(store, parts);
  return new FirstOffice({
    ...records,
    ...createOwnSignUpServices({ ...records, ...createDecidingServices(records) }),
  });
}

export async function createServices(store: Store, key: StoreKey, parts: ServiceParts) {
  const records = createRecordServices(store, parts);
  const { nameDigestKey } = await records.settings.office(store.read);
  const { accounts, accountRules, groups } = records;
  const waits = new SignInWaits(store, nameDigestKey, parts.events);
  const purge = new AccountPurge(records);
  const accountLogins = new AccountLogins({ ...records, waits, purge });
  const staffRights = new StaffRightsService(accounts, groups, accountRules);
  const accountView = new AccountView({ ...records, waits, staffRights });
  const accountChanges = new AccountChanges({ ...records, accountView });
  const delegationChoices = new DelegationChoices(records.categories, records.officePermissions);
  const forAccounts = { purge, accountLogins, accountView, accountChanges, staffRights };
  const forSessions = { reader: new SessionReader(records), places: new Places(records) };
  const shared = { ...records, ...parts, ...forAccounts, ...forSessions, delegationChoices, key, waits };
  const forAuthorizedUsers = createAuthorizedUserServices(shared);
  const accountDuplicates = new AccountDuplicates(shared);
  const forModeration = createModerationServices({ ...shared, accountDuplicates });
  return {
    ...shared,
    ...forAuthorizedUsers,
    ...forModeration,
    ...createSignUpServices({ ...shared, ...forModeration, lettingIn: forModeration.bulkDecisions }),
    trashPurge: new TrashPurge([purge, forAuthorizedUsers.authorizedUserPurge, forModeration.caseRetention]),
    accountList: new AccountListService(shared),
    accountRecords: new AccountRecords(shared),
    accountDuplicates,
    accountActs: new AccountActs(shared),
    accountPasswords: new AccountPasswords(shared),
    dashboard: new DashboardService(store, waits),
    refusedCalls: new RefusedCallsService(shared),
    staff: new StaffService(shared),
    myAccount: new MyAccountService(shared),
    session: new SessionService({ ...shared, ...forModeration }),
    switching: new SwitchingService(shared),
    recovery: new RecoveryService(shared),
    storeWays: new StoreWaysService(shared),
  };
}

/** The handlers that an open store adds to those that are always there. */
export function openHandlers(services: Services) {
  return {
    recovery: recoveryHandlers(services.recovery),
    dashboard: dashboardHandlers(services.dashboard),
    accounts: accountsHandlers(services),
    staff: staffHandlers(services.staff),
    groups: groupsHandlers(services.groups),
    profiles: profilesHandlers(services.profileTypes, services.profiles),
    authorizedUsers: authorizedUsersHandlers(services),
    myAuthorizedUsers: myAuthorizedUsersHandlers(services),
    delegation: delegationHandlers(services),
    myAccount: myAccountHandlers(services.myAccount, services.profiles),
    settings: settingsHandlers(services.settings),
    moderation: { ...moderationHandlers(services), ...moderationOfManyHandlers(services) },
    moderationSettings: moderationSettingsHandlers(services),
    registration: registrationHandlers(services.registration),
    signUp: signUpHandlers(services.signUp),
    messages: messagesHandlers(services.messages),
    activity: activityHandlers(services.activity, services.refusedCalls),
    opening: storeWaysHandlers(services.storeWays),
  };
}
