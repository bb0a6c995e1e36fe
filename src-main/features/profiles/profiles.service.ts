import { type EntityManager, In } from 'typeorm';
import type { ActivityAct } from '../../../src-shared/activity';
import type { ParsedInputOf } from '../../../src-shared/contract';
import type { FieldValue, ProfileValues, Profile as View } from '../../../src-shared/contract/profiles';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import { newPublicId } from '../../store/public-id';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import type { AccountRules } from '../accounts/account-rules.service';
import { type Account, type AccountsService, assertVersion, fullName } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import { acceptedValues } from './accepted-values';
import { Profile } from './profile.entity';
import type { ProfileApprovals } from './profile-approvals.service';
import type { ProfileType, ProfileTypesService } from './profile-types.service';
import {
  type ProfileRow,
  profilesOfAccounts,
  readValue,
  type TypeOfAccountRow,
  typesOfAccounts,
  type ValueRow,
  valuesOfAccounts,
  valuesOfProfiles,
  writeValue,
} from './profiles.repository';
import { recordableProfile } from './recordable';

export { type Profile, recordableProfile };

type Choice = ParsedInputOf<'profiles.remove'>;

export interface ProfilesServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly accountRules: AccountRules;
  readonly profileTypes: ProfileTypesService;
  readonly profileApprovals: ProfileApprovals;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** The roles that accounts play. */
export class ProfilesService {
  readonly #services: ProfilesServices;

  constructor(services: ProfilesServices) {
    this.#services = services;
  }

  add(context: Context, { accountId, typeId, values }: ParsedInputOf<'profiles.add'>): Promise<View> {
    const { store, accountRules, profileTypes, profileApprovals } = this.#services;
    return store.write(context, async (tx) => {
      const account = await accountRules.changeable(tx.manager, context, accountId);
      const type = await profileTypes.find(tx.manager, typeId);
      if (!type) throw UserError.inField('typeId', 'NOT_FOUND');
      if (type.isArchived) throw UserError.inField('typeId', 'PROFILE_TYPE_ARCHIVED');
      const profile = await this.addTo(tx, account.id, type, values, context.now);
      const view = await this.#recorded(tx, context, 'profile.added', account, null, profile);
      return profileApprovals.added(tx, context, account, profile, view);
    });
  }

  update(context: Context, { id, version, values }: ParsedInputOf<'profiles.update'>): Promise<View> {
    return this.#services.store.write(context, async (tx) => {
      const { profile, account } = await this.#chosen(tx, context, { id, version });
      return this.#change(tx, context, account, profile, values);
    });
  }

  /** The same for a profile of the account that who asks acts for. */
  updateOwn(context: Context, { id, version, values }: ParsedInputOf<'myAccount.updateProfile'>): Promise<View> {
    const { store, accounts } = this.#services;
    const { accountId } = actorOf(context);
    return store.write(context, async (tx) => {
      const profile = await tx.manager.findOneBy(Profile, { publicId: id, accountId });
      const [account] = await accounts.byIds(tx.manager, [accountId]);
      if (!profile || !account) throw new UserError('NOT_FOUND');
      assertVersion(profile, version);
      return this.#change(tx, context, account, profile, values);
    });
  }

  async remove(context: Context, choice: Choice): Promise<void> {
    await this.#services.store.write(context, async (tx) => {
      const { profile, account } = await this.#chosen(tx, context, choice);
      const before = await this.view(tx.manager, profile);
      await this.#services.profileApprovals.removed(tx, context, account, profile);
      await tx.manager.delete(Profile, { id: profile.id });
      await this.#services.activity.record(tx, context, {
        act: 'profile.removed',
        subject: subjectOf(account),
        before: recordableProfile(before),
      });
      this.#announce(tx);
    });
  }

  /** The profiles of accounts by the dozen, by the accounts' ids; who has none is not among them. */
  async ofAccounts(manager: EntityManager, accountIds: readonly number[]): Promise<ReadonlyMap<number, View[]>> {
    const rows = await profilesOfAccounts(manager, accountIds);
    const values = Map.groupBy(await valuesOfAccounts(manager, accountIds), (row) => row.profileId);
    const byAccount = Map.groupBy(rows, (row) => row.accountId);
    return new Map(
      [...byAccount].map(([accountId, own]) => [accountId, own.map((row) => viewOf(row, values.get(row.id) ?? []))]),
    );
  }

  /** Only of which types the profiles of these accounts are, by the accounts' ids: for lists. */
  async typesOfAccounts(
    manager: EntityManager,
    accountIds: readonly number[],
  ): Promise<ReadonlyMap<number, TypeOfAccountRow[]>> {
    return Map.groupBy(await typesOfAccounts(manager, accountIds), (row) => row.accountId);
  }

  /**
   * Adds a profile without asking who may, and without a word in the activity: for sample data, and behind `add`.
   * @throws UserError in `values.FIELDID`
   */
  async addTo(
    tx: Transaction,
    accountId: number,
    type: ProfileType,
    values: ProfileValues,
    now: number,
  ): Promise<Profile> {
    const profile = await tx.manager.save(
      tx.manager.create(Profile, {
        publicId: newPublicId(),
        version: 1,
        accountId,
        typeId: type.id,
        approval: 'open',
        createdAt: now,
        updatedAt: now,
      }),
    );
    await this.#writeValues(tx, profile, values, new Map());
    return profile;
  }

  /**
   * Writes other values into a profile, without a word in the activity: for what records it as a part of something else.
   * @returns the profile as it was before
   * @throws UserError in `values.FIELDID`
   */
  async writeTo(tx: Transaction, profile: Profile, values: ProfileValues, now: number): Promise<View> {
    const before = await this.view(tx.manager, profile);
    Object.assign(profile, { version: profile.version + 1, updatedAt: now });
    await tx.manager.save(profile);
    const kept = new Map(before.values.map(({ fieldId, value }) => [fieldId, value]));
    await this.#writeValues(tx, profile, values, kept);
    return before;
  }

  /**
   * Whether a new profile could have these values, before there is one.
   * @param type null where there will be none, so that nothing may be said of it
   * @throws UserError in `values.FIELDID`
   */
  async assertAcceptable(manager: EntityManager, type: ProfileType | null, values: ProfileValues): Promise<void> {
    const fields = type && (await this.#services.profileTypes.fieldsOf(manager, type.id));
    acceptedValues(fields ?? [], values, new Map());
  }

  byId(manager: EntityManager, id: number): Promise<Profile | null> {
    return manager.findOneBy(Profile, { id });
  }

  /** The same as it is shown. */
  async find(manager: EntityManager, id: number): Promise<View | null> {
    const profile = await this.byId(manager, id);
    return profile && this.view(manager, profile);
  }

  /** What profiles say, by their ids, in the fields that their types still have; however many they are, asked for once. */
  async currentValues(
    manager: EntityManager,
    ids: readonly number[],
  ): Promise<ReadonlyMap<number, { readonly label: string; readonly value: FieldValue }[]>> {
    const byProfile = Map.groupBy(await valuesOfProfiles(manager, ids), ({ profileId }) => profileId);
    return new Map(
      [...byProfile].map(([id, rows]) => [id, rows.map((row) => ({ label: row.label, value: readValue(row) }))]),
    );
  }

  /** Without asking who may, and without a word in the activity: behind what moderators decide. */
  async setApproval(tx: Transaction, ids: readonly number[], approval: Profile['approval']): Promise<void> {
    if (ids.length === 0) return;
    await this.noteApproval(tx, ids, approval);
    this.#announce(tx);
  }

  /** The same without telling windows, for who tells them of hundreds at once. */
  async noteApproval({ manager }: Transaction, ids: readonly number[], approval: Profile['approval']): Promise<void> {
    if (ids.length > 0) await manager.update(Profile, { id: In([...ids]) }, { approval });
  }

  /** The same for one that was rejected, and kept for as long as the office keeps such. */
  async removeForGood(tx: Transaction, id: number): Promise<void> {
    await tx.manager.delete(Profile, { id });
    this.#announce(tx);
  }

  async #writeValues(
    { manager }: Transaction,
    { id: profileId, typeId }: Profile,
    given: ProfileValues,
    kept: ReadonlyMap<string, FieldValue>,
  ): Promise<void> {
    const fields = await this.#services.profileTypes.fieldsOf(manager, typeId);
    for (const [{ id: fieldId, publicId }, value] of acceptedValues(fields, given, kept)) {
      if (value !== (kept.get(publicId) ?? null)) await writeValue(manager, { profileId, fieldId }, value);
    }
  }

  async #change(
    tx: Transaction,
    context: Context,
    account: Account,
    profile: Profile,
    values: ProfileValues,
  ): Promise<View> {
    const before = await this.writeTo(tx, profile, values, context.now);
    const after = await this.#recorded(tx, context, 'profile.changed', account, before, profile);
    await this.#services.profileApprovals.changed(tx, context, account, profile, after);
    return after;
  }

  async #chosen(tx: Transaction, context: Context, { id, version }: Choice) {
    const { accounts, accountRules } = this.#services;
    const profile = await tx.manager.findOneBy(Profile, { publicId: id });
    if (!profile) throw new UserError('NOT_FOUND');
    const [holder] = await accounts.byIds(tx.manager, [profile.accountId]);
    if (!holder) throw new Error('Every profile has its account.');
    const account = await accountRules.changeable(tx.manager, context, holder.publicId);
    assertVersion(profile, version);
    return { profile, account };
  }

  async #recorded(
    tx: Transaction,
    context: Context,
    act: ActivityAct,
    account: Account,
    before: View | null,
    profile: Profile,
  ): Promise<View> {
    const after = await this.view(tx.manager, profile);
    await this.#services.activity.record(tx, context, {
      act,
      subject: subjectOf(account),
      before: before && recordableProfile(before),
      after: recordableProfile(after),
    });
    this.#announce(tx);
    return after;
  }

  #announce(tx: Transaction): void {
    const { events } = this.#services;
    tx.afterCommit(() => {
      for (const feature of ['profiles', 'accounts', 'dashboard'] as const) events.changed(feature);
    });
  }

  async view(manager: EntityManager, { publicId, accountId }: Profile): Promise<View> {
    const own = (await this.ofAccounts(manager, [accountId])).get(accountId) ?? [];
    const view = own.find(({ id }) => id === publicId);
    if (!view) throw new Error('There is a view of every profile.');
    return view;
  }
}

function subjectOf(account: Account) {
  return { kind: 'account', id: account.id, label: fullName(account) } as const;
}

function viewOf(row: ProfileRow, values: readonly ValueRow[]): View {
  return {
    id: row.publicId,
    version: row.version,
    type: { id: row.typePublicId, name: row.name, color: row.color },
    values: values.map((value) => ({
      fieldId: value.fieldPublicId,
      label: value.label,
      kind: value.kind,
      isFormer: value.isFormer === 1,
      value: readValue(value),
    })),
    approval: row.approval,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
