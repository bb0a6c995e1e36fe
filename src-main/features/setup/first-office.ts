import type { ParsedInputOf } from '../../../src-shared/contract';
import type { Context } from '../../context';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { type AccountDetails, type AccountsService, fullName } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { GroupsService, StaffGroup } from '../groups/groups.service';
import type { LoginsService, PasswordOrigin } from '../logins/logins.service';
import type { PasswordsService } from '../passwords/passwords.service';
import type { SettingsService } from '../settings/settings.service';
import { sampleEmail, sampleGroups } from './sample-data';

export interface FirstOfficeServices {
  readonly accounts: AccountsService;
  readonly logins: LoginsService;
  readonly groups: GroupsService;
  readonly settings: SettingsService;
  readonly activity: ActivityService;
  readonly passwords: PasswordsService;
}

type Wanted = Pick<ParsedInputOf<'setup.create'>, 'officeName' | 'superuser' | 'addSampleData'>;

/** Fills an empty store with the office, its first superuser and, where wanted, sample data: all in one transaction. */
export class FirstOffice {
  readonly #services: FirstOfficeServices;

  constructor(services: FirstOfficeServices) {
    this.#services = services;
  }

  async fill(store: Store, context: Context, { officeName, superuser, addSampleData }: Wanted): Promise<void> {
    const { settings, activity, groups, passwords } = this.#services;
    const passwordHash = await passwords.hash(superuser.password);
    const hashNobodyKnows = await passwords.hash(await passwords.suggest());
    await store.write(context, async (tx) => {
      await settings.addOffice(tx, officeName, context.now);
      const office = { kind: 'office', id: 1, label: officeName } as const;
      await activity.record(tx, context, { act: 'office.set-up', subject: office });
      const { password: _, ...details } = superuser;
      await this.#add(tx, context, { ...details, phone: '' }, passwordHash, { isSuperuser: true, group: null });
      if (!addSampleData) return;
      let index = 0;
      for (const { members, ...sample } of sampleGroups) {
        const group = await groups.add(tx, sample, context.now);
        await activity.record(tx, context, {
          act: 'group.added',
          subject: { kind: 'group', id: group.id, label: group.name },
          after: sample,
        });
        for (const [givenName, familyName, phone] of members) {
          const person = { email: sampleEmail(index), givenName, familyName, phone };
          await this.#add(tx, context, person, hashNobodyKnows, { isSuperuser: false, group });
          index += 1;
        }
      }
    });
  }

  async #add(
    tx: Transaction,
    context: Context,
    details: AccountDetails,
    passwordHash: string,
    { isSuperuser, group }: { readonly isSuperuser: boolean; readonly group: StaffGroup | null },
  ): Promise<void> {
    const { logins, accounts, groups, activity } = this.#services;
    const { now } = context;
    const origin: PasswordOrigin = isSuperuser ? { by: 'owner' } : { by: 'somebody else', expiresAt: now };
    const login = await logins.add(tx, { signInName: details.email, passwordHash, now }, origin);
    const account = await accounts.add(tx, details, { loginId: login.id, isStaff: true, isSuperuser, now });
    if (group) await groups.replaceOfAccount(tx, account.id, [group]);
    await activity.record(tx, context, {
      act: 'staff.added',
      subject: { kind: 'account', id: account.id, label: fullName(account) },
      after: { ...details, isSuperuser, groups: group ? [group.name] : [] },
    });
  }
}
