import type { EntityManager } from 'typeorm';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { Group } from '../../../src-shared/contract/groups';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import { includesRights, noRights, type Rights, rightsOf } from '../../rights';
import { fold } from '../../store/fold';
import { newPublicId } from '../../store/public-id';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { type AccountsService, assertVersion } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import { StaffGroup } from './group.entity';
import {
  emptyGroup,
  groupsOfAccounts,
  membersOfGroups,
  permissionsOfGroups,
  replaceGroupsOfAccount,
  replacePermissionsOfGroup,
} from './groups.repository';

export type { StaffGroup };

type Details = ParsedInputOf<'groups.create'>;

/** Named sets of staff permissions, and who is in them. */
export class GroupsService {
  readonly #store: Store;
  readonly #accounts: AccountsService;
  readonly #activity: ActivityService;
  readonly #events: Events;

  constructor(store: Store, accounts: AccountsService, activity: ActivityService, events: Events) {
    this.#store = store;
    this.#accounts = accounts;
    this.#activity = activity;
    this.#events = events;
  }

  async list(context: Context): Promise<OutputOf<'groups.list'>> {
    const { read } = this.#store;
    return { rows: await this.#views(read, await this.all(read), context) };
  }

  create(context: Context, details: Details): Promise<Group> {
    return this.#store.write(context, async (tx) => {
      await this.#assertNameIsFree(tx, details.name, null);
      this.#assertIncludes(context, rightsOf(false, details.permissions));
      const group = await this.add(tx, details, context.now);
      await this.#activity.record(tx, context, {
        act: 'group.added',
        subject: { kind: 'group', id: group.id, label: group.name },
        after: recordable(details),
      });
      this.#announce(tx);
      return this.#view(tx, group, context);
    });
  }

  update(context: Context, { id, version, ...details }: ParsedInputOf<'groups.update'>): Promise<Group> {
    return this.#store.write(context, async (tx) => {
      const group = await this.#changeable(tx, context, id, version);
      await this.#assertNameIsFree(tx, details.name, group.id);
      this.#assertIncludes(context, rightsOf(false, details.permissions));
      const before = recordable({ ...group, permissions: await this.permissionsOf(tx.manager, [group]) });
      Object.assign(group, {
        name: details.name,
        nameFolded: fold(details.name),
        description: details.description,
        version: group.version + 1,
        updatedAt: context.now,
      });
      await tx.manager.save(group);
      await replacePermissionsOfGroup(tx.manager, group.id, details.permissions);
      await this.#activity.record(tx, context, {
        act: 'group.changed',
        subject: { kind: 'group', id: group.id, label: group.name },
        before,
        after: recordable(details),
      });
      this.#announce(tx);
      // What its members may do has changed, and what the group is called on their accounts.
      tx.afterCommit(() => {
        this.#events.changed('accounts');
        this.#events.everySession();
      });
      return this.#view(tx, group, context);
    });
  }

  async delete(context: Context, { id, version }: ParsedInputOf<'groups.delete'>): Promise<void> {
    await this.#store.write(context, async (tx) => {
      const group = await this.#changeable(tx, context, id, version);
      const members = await membersOfGroups(tx.manager, [group.id]);
      if (members.length > 0) throw new UserError('GROUP_IN_USE', { count: members.length });
      const before = recordable({ ...group, permissions: await this.permissionsOf(tx.manager, [group]) });
      await emptyGroup(tx.manager, group.id);
      await tx.manager.delete(StaffGroup, { id: group.id });
      await this.#activity.record(tx, context, {
        act: 'group.deleted',
        subject: { kind: 'group', id: group.id, label: group.name },
        before,
      });
      this.#announce(tx);
    });
  }

  find(manager: EntityManager, publicId: string): Promise<StaffGroup | null> {
    return manager.findOneBy(StaffGroup, { publicId });
  }

  all(manager: EntityManager): Promise<StaffGroup[]> {
    return manager.find(StaffGroup, { order: { nameFolded: 'ASC' } });
  }

  /** Adds a group without asking who may: for the set-up, and behind `create`. */
  async add(tx: Transaction, details: Details, now: number): Promise<StaffGroup> {
    const group = await tx.manager.save(
      tx.manager.create(StaffGroup, {
        publicId: newPublicId(),
        version: 1,
        name: details.name,
        nameFolded: fold(details.name),
        description: details.description,
        createdAt: now,
        updatedAt: now,
      }),
    );
    await replacePermissionsOfGroup(tx.manager, group.id, details.permissions);
    return group;
  }

  /** What somebody would have who were in all of these groups. */
  async permissionsOf(manager: EntityManager, groups: readonly StaffGroup[]): Promise<string[]> {
    const rows = await permissionsOfGroups(manager, idsOf(groups));
    return rows.map((row) => row.permission);
  }

  /** What each of these groups gives, by their ids. */
  async rightsOf(manager: EntityManager, groups: readonly StaffGroup[]): Promise<ReadonlyMap<number, Rights>> {
    const given = Map.groupBy(await permissionsOfGroups(manager, idsOf(groups)), (row) => row.groupId);
    const permissionsOfOne = (id: number) => (given.get(id) ?? []).map((row) => row.permission);
    return new Map(groups.map(({ id }) => [id, rightsOf(false, permissionsOfOne(id))]));
  }

  /** The groups of accounts by the dozen, by their ids; who is in none is not among them. */
  async ofAccounts(manager: EntityManager, ids: readonly number[]) {
    return Map.groupBy(await groupsOfAccounts(manager, ids), (row) => row.accountId);
  }

  /** The groups with these public ids. @throws UserError UNKNOWN_GROUP in the field `groups` */
  async resolve(manager: EntityManager, publicIds: readonly string[]): Promise<StaffGroup[]> {
    const all = await this.all(manager);
    const chosen = all.filter((group) => publicIds.includes(group.publicId));
    if (chosen.length !== new Set(publicIds).size) throw UserError.inField('groups', 'UNKNOWN_GROUP');
    return chosen;
  }

  replaceOfAccount(tx: Transaction, accountId: number, groups: readonly StaffGroup[]): Promise<void> {
    return replaceGroupsOfAccount(tx.manager, accountId, idsOf(groups));
  }

  async #changeable(tx: Transaction, context: Context, publicId: string, version: number): Promise<StaffGroup> {
    const group = await this.find(tx.manager, publicId);
    if (!group) throw new UserError('NOT_FOUND');
    const { mayChange } = await this.#view(tx, group, context);
    if (!mayChange) throw new UserError('BEYOND_OWN_RIGHTS');
    assertVersion(group, version);
    return group;
  }

  #assertIncludes(context: Context, rights: Rights): void {
    if (!includesRights(actorOf(context).rights, rights)) throw UserError.inField('permissions', 'BEYOND_OWN_RIGHTS');
  }

  async #assertNameIsFree(tx: Transaction, name: string, exceptId: number | null): Promise<void> {
    const other = await tx.manager.findOneBy(StaffGroup, { nameFolded: fold(name) });
    if (other && other.id !== exceptId) throw UserError.inField('name', 'NAME_TAKEN');
  }

  #announce(tx: Transaction): void {
    tx.afterCommit(() => this.#events.changed('groups', 'staff'));
  }

  async #view(tx: Transaction, group: StaffGroup, context: Context): Promise<Group> {
    const [view] = await this.#views(tx.manager, [group], context);
    if (!view) throw new Error('There is a view of every group.');
    return view;
  }

  /** However many groups there are, each thing about them is asked for once. */
  async #views(manager: EntityManager, groups: readonly StaffGroup[], context: Context): Promise<Group[]> {
    const rights = await this.rightsOf(manager, groups);
    const members = Map.groupBy(await membersOfGroups(manager, idsOf(groups)), (row) => row.groupId);
    const beyond = await this.#accountsBeyond(
      manager,
      [...members.values()].flat().map((row) => row.accountId),
      context,
    );
    return groups.map(({ id, publicId, version, name, description }) => {
      const ofGroup = rights.get(id) ?? noRights;
      const memberIds = (members.get(id) ?? []).map((row) => row.accountId);
      // Changing a group changes its members' rights, so who changes it must have all that they have.
      const mayChange =
        includesRights(actorOf(context).rights, ofGroup) && !memberIds.some((memberId) => beyond.has(memberId));
      const permissions = [...ofGroup.permissions];
      return { id: publicId, version, name, description, permissions, memberCount: memberIds.length, mayChange };
    });
  }

  /** Those of these accounts who have a right that the actor has not. */
  async #accountsBeyond(manager: EntityManager, ids: readonly number[], context: Context): Promise<Set<number>> {
    const own = actorOf(context).rights;
    if (own.isSuperuser) return new Set();
    const rights = await this.#accounts.rightsOfIds(manager, [...new Set(ids)]);
    return new Set(ids.filter((id) => !includesRights(own, rights.get(id) ?? noRights)));
  }
}

function idsOf(groups: readonly StaffGroup[]): number[] {
  return groups.map((group) => group.id);
}

function recordable({ name, description, permissions }: { name: string; description: string; permissions: string[] }) {
  return { name, description, permissions: [...permissions].sort() };
}
