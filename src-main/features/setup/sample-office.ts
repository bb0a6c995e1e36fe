import type { Context } from '../../context';
import type { Transaction } from '../../store/write-gate';
import { type Account, type AccountsService, fullName } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { LoginsService } from '../logins/logins.service';
import type { ProfileType, ProfileTypesService } from '../profiles/profile-types.service';
import type { ProfilesService } from '../profiles/profiles.service';
import type { SettingsService } from '../settings/settings.service';
import { type SampleHolder, sampleHolders, sampleTypes } from './sample-holders';

export interface SampleOfficeServices {
  readonly accounts: AccountsService;
  readonly logins: LoginsService;
  readonly profileTypes: ProfileTypesService;
  readonly profiles: ProfilesService;
  readonly settings: SettingsService;
  readonly activity: ActivityService;
}

const day = 24 * 60 * 60_000;

/** The account holders of the sample data, with what they are to the office. */
export class SampleOffice {
  readonly #services: SampleOfficeServices;

  constructor(services: SampleOfficeServices) {
    this.#services = services;
  }

  async add(tx: Transaction, context: Context, passwordHash: string): Promise<void> {
    const types = new Map<string, ProfileType>();
    for (const sample of sampleTypes) {
      const type = await this.#services.profileTypes.add(tx, sample, context.now);
      types.set(sample.name, type);
      await this.#services.activity.record(tx, context, {
        act: 'profile-type.added',
        subject: { kind: 'profile-type', id: type.id, label: type.name },
        after: { name: sample.name, color: sample.color, fields: sample.fields.map(({ label }) => label) },
      });
    }
    for (const sample of sampleHolders) await this.#addHolder(tx, context, sample, types, passwordHash);
  }

  async #addHolder(
    tx: Transaction,
    context: Context,
    sample: SampleHolder,
    types: ReadonlyMap<string, ProfileType>,
    passwordHash: string,
  ): Promise<void> {
    const { accounts, logins, activity } = this.#services;
    const { email, givenName, familyName, phone, notes = '', isActive = true } = sample;
    const now = context.now - sample.addedDaysAgo * day;
    const person = { email, givenName, familyName, phone, notes };
    const login = await logins.add(tx, { signInName: email, passwordHash, now }, { by: 'owner' });
    const kind = { loginId: login.id, isActive, isStaff: false, isSuperuser: false, now };
    const account = await accounts.add(tx, person, kind);
    if (sample.signedInDaysAgo !== null) {
      account.lastSignInAt = context.now - sample.signedInDaysAgo * day;
      await accounts.recordSignIn(tx, account.id, account.lastSignInAt);
    }
    const subject = { kind: 'account', id: account.id, label: fullName(account) } as const;
    await activity.record(tx, context, { act: 'account.added', subject, after: { ...person, isActive } });
    for (const { type: name, values } of sample.profiles) {
      const type = types.get(name);
      if (!type) throw new Error(`The sample data have no profile type ${name}.`);
      const fields = await this.#services.profileTypes.fieldsOf(tx.manager, type.id);
      const byId = Object.fromEntries(fields.map(({ publicId, label }) => [publicId, values[label] ?? null]));
      await this.#services.profiles.addTo(tx, account.id, type, byId, now);
      await activity.record(tx, context, { act: 'profile.added', subject, after: { profileType: name, ...values } });
    }
    if (sample.deletedDaysAgo !== undefined) await this.#delete(tx, context, account, sample.deletedDaysAgo);
  }

  async #delete(tx: Transaction, context: Context, account: Account, daysAgo: number): Promise<void> {
    const { accounts, settings, activity } = this.#services;
    const deletedAt = context.now - daysAgo * day;
    const purgeAt = await settings.purgeAt(tx.manager, deletedAt);
    await accounts.change(tx, account, { deletedAt, purgeAt }, deletedAt);
    const subject = { kind: 'account', id: account.id, label: fullName(account) } as const;
    await activity.record(tx, context, { act: 'account.deleted', subject });
  }
}
