import { delegatePermissionCatalogue } from '../../../src-shared/delegate-permissions';
import type { Context } from '../../context';
import type { Transaction } from '../../store/write-gate';
import { type AccountsService, fullName } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { AuthorizedUsersService } from '../authorized-users/authorized-users.service';
import type { CategoriesService } from '../delegation/categories.service';
import type { OfficePermissionsService } from '../delegation/office-permissions.service';
import type { LoginsService } from '../logins/logins.service';
import { sampleCategories, sampleDelegates, samplePermissions } from './sample-delegates';

export interface SampleDelegationServices {
  readonly accounts: AccountsService;
  readonly authorizedUsers: AuthorizedUsersService;
  readonly categories: CategoriesService;
  readonly officePermissions: OfficePermissionsService;
  readonly logins: LoginsService;
  readonly activity: ActivityService;
}

const day = 24 * 60 * 60_000;

type Ids<T> = ReadonlyMap<string, T>;

/** The authorized users of the sample data, with the categories and permissions of their office. */
export class SampleDelegation {
  readonly #services: SampleDelegationServices;

  constructor(services: SampleDelegationServices) {
    this.#services = services;
  }

  async add(tx: Transaction, context: Context, passwordHash: string): Promise<void> {
    const categories = await this.#addCategories(tx, context);
    const permissions = await this.#addPermissions(tx, context);
    for (const sample of sampleDelegates) {
      await this.#addDelegate(tx, context, sample, { categories, permissions, passwordHash });
    }
  }

  async #addCategories(tx: Transaction, context: Context): Promise<Ids<number>> {
    const { categories, activity } = this.#services;
    const added = new Map<string, number>();
    for (const name of sampleCategories) {
      const { id } = await categories.add(tx, name, context.now);
      added.set(name, id);
      const subject = { kind: 'category', id, label: name } as const;
      await activity.record(tx, context, { act: 'category.added', subject, after: { name } });
    }
    return added;
  }

  async #addPermissions(tx: Transaction, context: Context): Promise<Ids<string>> {
    const { officePermissions, activity } = this.#services;
    const added = new Map<string, string>();
    for (const sample of samplePermissions) {
      const { id, publicId } = await officePermissions.add(tx, sample, context.now);
      added.set(sample.label, publicId);
      const subject = { kind: 'delegate-permission', id, label: sample.label } as const;
      await activity.record(tx, context, { act: 'delegate-permission.added', subject, after: sample });
    }
    return added;
  }

  async #addDelegate(
    tx: Transaction,
    context: Context,
    sample: (typeof sampleDelegates)[number],
    known: { readonly categories: Ids<number>; readonly permissions: Ids<string>; readonly passwordHash: string },
  ): Promise<void> {
    const { accounts, authorizedUsers, logins, activity } = this.#services;
    const { username, category, permissions, givenName, familyName, email, phone, role } = sample;
    const holder = await accounts.findByEmail(tx.manager, sample.holder);
    if (!holder) throw new Error(`The sample data have no account holder ${sample.holder}.`);
    const now = context.now - sample.addedDaysAgo * day;
    const { passwordHash } = known;
    const login = username && (await logins.add(tx, { signInName: username, passwordHash, now }, { by: 'owner' }));
    const categoryId = category === null ? null : (known.categories.get(category) ?? null);
    const typed = { givenName, familyName, email, phone, role, recoveryEmail: '' };
    const wayIn = { loginId: login ? login.id : null, isLoginEnabled: username !== null };
    const person = await authorizedUsers.add(tx, { ...typed, categoryId }, { ...wayIn, accountId: holder.id, now });
    await authorizedUsers.settleLogins(tx, [wayIn.loginId]);
    const ticked = permissions.map((permission) => known.permissions.get(permission) ?? permission);
    await authorizedUsers.replaceTicked(tx, person.id, ticked);
    if (sample.signedInDaysAgo !== null) {
      await authorizedUsers.recordSignIn(tx, person.id, context.now - sample.signedInDaysAgo * day);
    }
    await activity.record(tx, context, {
      act: 'authorized-user.added',
      subject: { kind: 'authorized-user', id: person.id, label: fullName(person) },
      after: {
        ...typed,
        login: username === null ? 'none' : 'enabled',
        username,
        category,
        permissions: inWords(permissions),
      },
      onBehalfOf: holder.id,
    });
  }
}

/** By the labels that their boxes have. */
function inWords(permissions: readonly string[]): string[] {
  const labels = new Map<string, string>(delegatePermissionCatalogue.map(({ key, label }) => [key, label]));
  return permissions.map((permission) => labels.get(permission) ?? permission);
}
