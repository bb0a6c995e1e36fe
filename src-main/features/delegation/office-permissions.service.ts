import type { EntityManager } from 'typeorm';
import type { ParsedInputOf } from '../../../src-shared/contract';
import type { OfficePermission as View } from '../../../src-shared/contract/delegation';
import { delegatePermissionCatalogue } from '../../../src-shared/delegate-permissions';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import { fold } from '../../store/fold';
import { newPublicId } from '../../store/public-id';
import type { Transaction } from '../../store/write-gate';
import { isPermissionInUse, type NamedPermission, namedPermissions, permissionCounts } from './delegation.repository';
import { nextPosition } from './in-order';
import { OfficeEntries, type OfficeEntriesServices } from './office-entries';
import { OfficePermission } from './office-permission.entity';

type Details = ParsedInputOf<'delegation.createPermission'>;

/** Permissions of authorized users that the office adds to those Steward knows, for use outside of it. */
export class OfficePermissionsService extends OfficeEntries<OfficePermission, View> {
  constructor(services: OfficeEntriesServices) {
    super(services, {
      entity: OfficePermission,
      subjectKind: 'delegate-permission',
      acts: {
        archived: 'delegate-permission.archived',
        unarchived: 'delegate-permission.unarchived',
        deleted: 'delegate-permission.deleted',
        ordered: 'delegate-permissions.ordered',
      },
      whenInUse: 'PERMISSION_IN_USE',
      field: 'permissions',
      nameOf: ({ label }) => label,
      recordable,
      viewOf: (permission, useCount) => {
        const { publicId: id, version, isArchived } = permission;
        return { id, version, ...recordable(permission), isArchived, useCount };
      },
      isInUse: (manager, { publicId }) => isPermissionInUse(manager, publicId),
      counts: permissionCounts,
    });
  }

  /** Archived ones too, in the office's order. */
  named(manager: EntityManager): Promise<NamedPermission[]> {
    return namedPermissions(manager);
  }

  create(context: Context, details: Details): Promise<View> {
    return this.services.store.write(context, async (tx) => {
      const permission = await this.add(tx, details, context.now);
      return this.recorded(tx, context, 'delegate-permission.added', permission, null, recordable(permission));
    });
  }

  update(context: Context, { id, version, ...details }: ParsedInputOf<'delegation.updatePermission'>): Promise<View> {
    return this.services.store.write(context, async (tx) => {
      const permission = await this.changeable(tx, { id, version });
      await this.#assertLabelIsFree(tx, details.label, permission.id);
      const before = recordable(permission);
      Object.assign(permission, columnsOf(details));
      await this.save(tx, permission, context.now);
      const after = recordable(permission);
      return this.recorded(tx, context, 'delegate-permission.changed', permission, before, after);
    });
  }

  /**
   * Adds a permission without asking who may, and without a word in the activity: for sample data, and behind `create`.
   * @throws UserError NAME_TAKEN in the field `label`
   */
  async add(tx: Transaction, details: Details, now: number): Promise<OfficePermission> {
    await this.#assertLabelIsFree(tx, details.label, null);
    const position = nextPosition(await this.all(tx.manager));
    const placed = { ...columnsOf(details), position, isArchived: false };
    const added = { publicId: newPublicId(), version: 1, ...placed, createdAt: now, updatedAt: now };
    return tx.manager.save(tx.manager.create(OfficePermission, added));
  }

  /** Boxes that are called the same cannot be told apart, whoever they come from. */
  async #assertLabelIsFree(tx: Transaction, label: string, exceptId: number | null): Promise<void> {
    const labelFolded = fold(label);
    const other = await tx.manager.findOneBy(OfficePermission, { labelFolded });
    const isKnown = delegatePermissionCatalogue.some((known) => fold(known.label) === labelFolded);
    if (isKnown || (other && other.id !== exceptId)) throw UserError.inField('label', 'NAME_TAKEN');
  }
}

function columnsOf({ label, group, explanation }: Details) {
  return { label, labelFolded: fold(label), groupLabel: group, explanation };
}

function recordable({ label, groupLabel, explanation }: OfficePermission) {
  return { label, group: groupLabel, explanation };
}
