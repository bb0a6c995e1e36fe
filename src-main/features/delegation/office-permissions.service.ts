import type { EntityManager } from 'typeorm';
import type { ActivityAct } from '../../../src-shared/activity';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { OfficePermission as View } from '../../../src-shared/contract/delegation';
import { delegatePermissionCatalogue } from '../../../src-shared/delegate-permissions';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import { fold } from '../../store/fold';
import { newPublicId } from '../../store/public-id';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { assertVersion } from '../accounts/accounts.service';
import type { ActivityService, Recordable } from '../activity/activity.service';
import type { SettingsService } from '../settings/settings.service';
import { isPermissionInUse, type NamedPermission, namedPermissions, permissionCounts } from './delegation.repository';
import { inOrder, nextPosition } from './in-order';
import { OfficePermission } from './office-permission.entity';

type Details = ParsedInputOf<'delegation.createPermission'>;

export interface OfficePermissionsServices {
  readonly store: Store;
  readonly settings: SettingsService;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** Permissions of authorized users that the office adds to those Steward knows, for use outside of it. */
export class OfficePermissionsService {
  readonly #services: OfficePermissionsServices;

  constructor(services: OfficePermissionsServices) {
    this.#services = services;
  }

  async list(): Promise<OutputOf<'delegation.permissions'>> {
    const { read } = this.#services.store;
    return { rows: await this.#views(read, await this.#all(read)) };
  }

  /** Archived ones too, in the office's order. */
  named(manager: EntityManager): Promise<NamedPermission[]> {
    return namedPermissions(manager);
  }

  create(context: Context, details: Details): Promise<View> {
    return this.#services.store.write(context, async (tx) => {
      const permission = await this.add(tx, details, context.now);
      return this.#recorded(tx, context, 'delegate-permission.added', permission, null, recordable(permission));
    });
  }

  update(context: Context, { id, version, ...details }: ParsedInputOf<'delegation.updatePermission'>): Promise<View> {
    return this.#services.store.write(context, async (tx) => {
      const permission = await this.#changeable(tx, id, version);
      await this.#assertLabelIsFree(tx, details.label, permission.id);
      const before = recordable(permission);
      await this.#save(tx, permission, columnsOf(details), context.now);
      const after = recordable(permission);
      return this.#recorded(tx, context, 'delegate-permission.changed', permission, before, after);
    });
  }

  setArchived(context: Context, input: ParsedInputOf<'delegation.setPermissionArchived'>): Promise<View> {
    const { id, version, isArchived } = input;
    return this.#services.store.write(context, async (tx) => {
      const permission = await this.#changeable(tx, id, version);
      if (permission.isArchived === isArchived) return this.#view(tx.manager, permission);
      await this.#save(tx, permission, { isArchived }, context.now);
      const act = isArchived ? 'delegate-permission.archived' : 'delegate-permission.unarchived';
      return this.#recorded(tx, context, act, permission);
    });
  }

  order(context: Context, { ids }: ParsedInputOf<'delegation.orderPermissions'>) {
    const { store, settings, activity } = this.#services;
    return store.write(context, async (tx): Promise<OutputOf<'delegation.orderPermissions'>> => {
      const all = await this.#all(tx.manager);
      const before = { permissions: all.map(({ label }) => label) };
      const ordered = inOrder(all, ids);
      if (ordered.every((one, index) => one === all[index])) return { rows: await this.#views(tx.manager, all) };
      await tx.manager.save(ordered);
      const { name } = await settings.office(tx.manager);
      await activity.record(tx, context, {
        act: 'delegate-permissions.ordered',
        subject: { kind: 'office', id: 1, label: name },
        before,
        after: { permissions: ordered.map(({ label }) => label) },
      });
      this.#announce(tx);
      return { rows: await this.#views(tx.manager, ordered) };
    });
  }

  async delete(context: Context, { id, version }: ParsedInputOf<'delegation.deletePermission'>): Promise<void> {
    const { store, activity } = this.#services;
    await store.write(context, async (tx) => {
      const permission = await this.#changeable(tx, id, version);
      if (await isPermissionInUse(tx.manager, permission.publicId)) {
        const count = (await permissionCounts(tx.manager)).get(permission.id) ?? 0;
        throw new UserError('PERMISSION_IN_USE', { count });
      }
      await tx.manager.delete(OfficePermission, { id: permission.id });
      await activity.record(tx, context, {
        act: 'delegate-permission.deleted',
        subject: subjectOf(permission),
        before: recordable(permission),
      });
      this.#announce(tx);
    });
  }

  /**
   * Adds a permission without asking who may, and without a word in the activity: for sample data, and behind `create`.
   * @throws UserError NAME_TAKEN in the field `label`
   */
  async add(tx: Transaction, details: Details, now: number): Promise<OfficePermission> {
    await this.#assertLabelIsFree(tx, details.label, null);
    const position = nextPosition(await this.#all(tx.manager));
    const placed = { ...columnsOf(details), position, isArchived: false };
    const added = { publicId: newPublicId(), version: 1, ...placed, createdAt: now, updatedAt: now };
    return tx.manager.save(tx.manager.create(OfficePermission, added));
  }

  #all(manager: EntityManager): Promise<OfficePermission[]> {
    return manager.find(OfficePermission, { order: { position: 'ASC', id: 'ASC' } });
  }

  async #save(
    tx: Transaction,
    permission: OfficePermission,
    changes: Partial<OfficePermission>,
    now: number,
  ): Promise<void> {
    Object.assign(permission, changes, { version: permission.version + 1, updatedAt: now });
    await tx.manager.save(permission);
  }

  async #changeable(tx: Transaction, publicId: string, version: number): Promise<OfficePermission> {
    const permission = await tx.manager.findOneBy(OfficePermission, { publicId });
    if (!permission) throw new UserError('NOT_FOUND');
    assertVersion(permission, version);
    return permission;
  }

  /** Boxes that are called the same cannot be told apart, whoever they come from. */
  async #assertLabelIsFree(tx: Transaction, label: string, exceptId: number | null): Promise<void> {
    const labelFolded = fold(label);
    const other = await tx.manager.findOneBy(OfficePermission, { labelFolded });
    const isKnown = delegatePermissionCatalogue.some((known) => fold(known.label) === labelFolded);
    if (isKnown || (other && other.id !== exceptId)) throw UserError.inField('label', 'NAME_TAKEN');
  }

  async #recorded(
    tx: Transaction,
    context: Context,
    act: ActivityAct,
    permission: OfficePermission,
    before: Recordable | null = null,
    after: Recordable | null = null,
  ): Promise<View> {
    await this.#services.activity.record(tx, context, { act, subject: subjectOf(permission), before, after });
    this.#announce(tx);
    return this.#view(tx.manager, permission);
  }

  /** Lists and forms show what they are called. */
  #announce(tx: Transaction): void {
    tx.afterCommit(() => this.#services.events.changed('delegation', 'authorizedUsers'));
  }

  async #view(manager: EntityManager, permission: OfficePermission): Promise<View> {
    const [view] = await this.#views(manager, [permission]);
    if (!view) throw new Error('There is a view of every permission.');
    return view;
  }

  async #views(manager: EntityManager, permissions: readonly OfficePermission[]): Promise<View[]> {
    const counts = await permissionCounts(manager);
    return permissions.map((permission) => ({
      id: permission.publicId,
      version: permission.version,
      ...recordable(permission),
      isArchived: permission.isArchived,
      useCount: counts.get(permission.id) ?? 0,
    }));
  }
}

function columnsOf({ label, group, explanation }: Details) {
  return { label, labelFolded: fold(label), groupLabel: group, explanation };
}

function recordable({ label, groupLabel, explanation }: OfficePermission) {
  return { label, group: groupLabel, explanation };
}

function subjectOf({ id, label }: OfficePermission) {
  return { kind: 'delegate-permission', id, label } as const;
}
