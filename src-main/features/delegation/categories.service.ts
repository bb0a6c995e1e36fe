import type { EntityManager } from 'typeorm';
import type { ParsedInputOf } from '../../../src-shared/contract';
import type { Category as View } from '../../../src-shared/contract/delegation';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import { fold } from '../../store/fold';
import { newPublicId } from '../../store/public-id';
import type { Transaction } from '../../store/write-gate';
import { Category } from './category.entity';
import { categoryCounts, isCategoryInUse, type NamedCategory, namedCategories } from './delegation.repository';
import { nextPosition } from './in-order';
import { OfficeEntries, type OfficeEntriesServices } from './office-entries';

/** What authorized users are filed under. */
export class CategoriesService extends OfficeEntries<Category, View> {
  constructor(services: OfficeEntriesServices) {
    super(services, {
      entity: Category,
      subjectKind: 'category',
      acts: {
        archived: 'category.archived',
        unarchived: 'category.unarchived',
        deleted: 'category.deleted',
        ordered: 'categories.ordered',
      },
      whenInUse: 'CATEGORY_IN_USE',
      field: 'categories',
      nameOf: ({ name }) => name,
      recordable,
      viewOf: ({ publicId: id, version, name, isArchived }, useCount) => ({ id, version, name, isArchived, useCount }),
      isInUse: (manager, { id }) => isCategoryInUse(manager, id),
      counts: categoryCounts,
    });
  }

  /** Archived ones too, in the office's order. */
  named(manager: EntityManager): Promise<NamedCategory[]> {
    return namedCategories(manager);
  }

  create(context: Context, { name }: ParsedInputOf<'delegation.createCategory'>): Promise<View> {
    return this.services.store.write(context, async (tx) => {
      const category = await this.add(tx, name, context.now);
      return this.recorded(tx, context, 'category.added', category, null, recordable(category));
    });
  }

  rename(context: Context, { name, ...choice }: ParsedInputOf<'delegation.renameCategory'>): Promise<View> {
    return this.services.store.write(context, async (tx) => {
      const category = await this.changeable(tx, choice);
      await this.#assertNameIsFree(tx, name, category.id);
      const before = recordable(category);
      Object.assign(category, { name, nameFolded: fold(name) });
      await this.save(tx, category, context.now);
      return this.recorded(tx, context, 'category.changed', category, before, recordable(category));
    });
  }

  /**
   * Adds a category without asking who may, and without a word in the activity: for sample data, and behind `create`.
   * @throws UserError NAME_TAKEN in the field `name`
   */
  async add(tx: Transaction, name: string, now: number): Promise<Category> {
    await this.#assertNameIsFree(tx, name, null);
    const position = nextPosition(await this.all(tx.manager));
    const named = { name, nameFolded: fold(name), position, isArchived: false };
    const added = { publicId: newPublicId(), version: 1, ...named, createdAt: now, updatedAt: now };
    return tx.manager.save(tx.manager.create(Category, added));
  }

  async #assertNameIsFree(tx: Transaction, name: string, exceptId: number | null): Promise<void> {
    const other = await tx.manager.findOneBy(Category, { nameFolded: fold(name) });
    if (other && other.id !== exceptId) throw UserError.inField('name', 'NAME_TAKEN');
  }
}

function recordable({ name }: Category) {
  return { name };
}
