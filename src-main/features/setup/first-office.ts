import type { ParsedInputOf } from '../../../src-shared/contract';
import type { Actor, Context } from '../../context';
import { rightsOf } from '../../rights';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { type Account, type AccountDetails, fullName } from '../accounts/accounts.service';
import type { Recordable } from '../activity/activity.service';
import type { GroupsService, StaffGroup } from '../groups/groups.service';
import type { PasswordOrigin } from '../logins/logins.service';
import type { PasswordsService } from '../passwords/passwords.service';
import { firstTemplates } from './first-templates';
import { sampleEmail, sampleGroups } from './sample-data';
import { SampleDelegation, type SampleDelegationServices } from './sample-delegation';
import { SampleModeration, type SampleModerationServices } from './sample-moderation';
import { SampleOffice, type SampleOfficeServices } from './sample-office';

export interface FirstOfficeServices extends SampleOfficeServices, SampleDelegationServices, SampleModerationServices {
  readonly groups: GroupsService;
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
    const { settings, activity, passwords } = this.#services;
    const passwordHash = await passwords.hash(superuser.password);
    const hashNobodyKnows = await passwords.hash(await passwords.suggest());
    await store.write(context, async (tx) => {
      await settings.addOffice(tx, officeName, context.now);
      const { password: _, ...details } = superuser;
      const person = { ...details, phone: '' };
      const founder = await this.#add(tx, context.now, person, passwordHash, { isSuperuser: true, group: null });
      // Whoever sets the office up is its first superuser, so the activity names them from its first row on.
      const byFounder = { ...context, actor: asActor(founder) };
      const office = { kind: 'office', id: 1, label: officeName } as const;
      await activity.record(tx, byFounder, { act: 'office.set-up', subject: office });
      await this.#recordStaff(tx, byFounder, founder, { ...person, isSuperuser: true, groups: [] });
      for (const template of firstTemplates) await this.#services.templates.add(tx, template, context.now);
      if (addSampleData) await this.#addSampleData(tx, byFounder, hashNobodyKnows);
    });
  }

  async #addSampleData(tx: Transaction, context: Context, passwordHash: string): Promise<void> {
    const { groups, activity } = this.#services;
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
        const account = await this.#add(tx, context.now, person, passwordHash, { isSuperuser: false, group });
        await this.#recordStaff(tx, context, account, { ...person, isSuperuser: false, groups: [group.name] });
        index += 1;
      }
    }
    await new SampleOffice(this.#services).add(tx, context, passwordHash);
    await new SampleDelegation(this.#services).add(tx, context, passwordHash);
    await new SampleModeration(this.#services).add(tx, context, passwordHash);
  }

  async #add(
    tx: Transaction,
    now: number,
    details: AccountDetails,
    passwordHash: string,
    { isSuperuser, group }: { readonly isSuperuser: boolean; readonly group: StaffGroup | null },
  ): Promise<Account> {
    const { logins, accounts, groups } = this.#services;
    const origin: PasswordOrigin = isSuperuser ? { by: 'owner' } : { by: 'somebody else', expiresAt: now };
    const login = await logins.add(tx, { signInName: details.email, passwordHash, now }, origin);
    const account = await accounts.add(tx, details, { loginId: login.id, isStaff: true, isSuperuser, now });
    if (group) await groups.replaceOfAccount(tx, account.id, [group]);
    return account;
  }

  #recordStaff(tx: Transaction, context: Context, account: Account, after: Recordable): Promise<void> {
    const subject = { kind: 'account', id: account.id, label: fullName(account) } as const;
    return this.#services.activity.record(tx, context, { act: 'staff.added', subject, after });
  }
}

function asActor(account: Account): Actor {
  return { ...account, accountId: account.id, delegate: null, rights: rightsOf(account.isSuperuser, []) };
}
