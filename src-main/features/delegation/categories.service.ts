import type { EntityManager } from 'typeorm';
import type { ActivityAct } from '../../../src-shared/activity';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { Category as View } from '../../../src-shared/contract/delegation';
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
import { Category } from './category.entity';
import { categoryCounts, isCategoryInUse, type NamedCategory, namedCategories } from './delegation.repository';
import { inOrder, nextPosition } from './in-order';

export interface CategoriesServices {
  readonly store: Store;
  readonly settings: SettingsService;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** What authorized users are filed under. */
export class CategoriesService {
  readonly #services: CategoriesServices;

  constructor(services: CategoriesServices) {
    this.#services = services;
  }

  async list(): Promise<OutputOf<'delegation.categories'>> {
    const { read } = this.#services.store;
    return { rows: await this.#views(read, await this.#all(read)) };
  }

  /** Archived ones too, in the office's order. */
  named(manager: EntityManager): Promise<NamedCategory[]> {
    return namedCategories(manager);
  }

  create(context: Context, { name }: ParsedInputOf<'delegation.createCategory'>): Promise<View> {
    return this.#services.store.write(context, async (tx) => {
      const category = await this.add(tx, name, context.now);
      return this.#recorded(tx, context, 'category.added', category, null, { name });
    });
  }

  rename(context: Context, { id, version, name }: ParsedInputOf<'delegation.renameCategory'>): Promise<View> {
    return this.#services.store.write(context, async (tx) => {
      const category = await this.#changeable(tx, id, version);
      await this.#assertNameIsFree(tx, name, category.id);
      const before = { name: category.name };
      await this.#save(tx, category, { name, nameFolded: fold(name) }, context.now);
      return this.#recorded(tx, context, 'category.changed', category, before, { name });
    });
  }

  setArchived(context: Context, input: ParsedInputOf<'delegation.setCategoryArchived'>): Promise<View> {
    const { id, version, isArchived } = input;
    return this.#services.store.write(context, async (tx) => {
      const category = await this.#changeable(tx, id, version);
      if (category.isArchived === isArchived) return this.#view(tx.manager, category);
      await this.#save(tx, category, { isArchived }, context.now);
      return this.#recorded(tx, context, isArchived ? 'category.archived' : 'category.unarchived', category);
    });
  }

  order(context: Context, { ids }: ParsedInputOf<'delegation.orderCategories'>) {
    const { store, settings, activity } = this.#services;
    return store.write(context, async (tx): Promise<OutputOf<'delegation.orderCategories'>> => {
      const all = await this.#all(tx.manager);
      const before = { categories: all.map(({ name }) => name) };
      const ordered = inOrder(all, ids);
      if (ordered.every((one, index) => one === all[index])) return { rows: await this.#views(tx.manager, all) };
      await tx.manager.save(ordered);
      const { name } = await settings.office(tx.manager);
      await activity.record(tx, context, {
        act: 'categories.ordered',
        subject: { kind: 'office', id: 1, label: name },
        before,
        after: { categories: ordered.map((category) => category.name) },
      });
      this.#announce(tx);
      return { rows: await this.#views(tx.manager, ordered) };
    });
  }

  async delete(context: Context, { id, version }: ParsedInputOf<'delegation.deleteCategory'>): Promise<void> {
    const { store, activity } = this.#services;
    await store.write(context, async (tx) => {
      const category = await this.#changeable(tx, id, version);
      if (await isCategoryInUse(tx.manager, category.id)) {
        const count = (await categoryCounts(tx.manager)).get(category.id) ?? 0;
        throw new UserError('CATEGORY_IN_USE', { count });
      }
      await tx.manager.delete(Category, { id: category.id });
      const before = { name: category.name };
      await activity.record(tx, context, { act: 'category.deleted', subject: subjectOf(category), before });
      this.#announce(tx);
    });
  }

  /**
   * Adds a category without asking who may, and without a word in the activity: for sample data, and behind `create`.
   * @throws UserError NAME_TAKEN in the field `name`
   */
  async add(tx: Transaction, name: string, now: number): Promise<Category> {
    await this.#assertNameIsFree(tx, name, null);
    const position = nextPosition(await this.#all(tx.manager));
    const named = { name, nameFolded: fold(name), position, isArchived: false };
    const added = { publicId: newPublicId(), version: 1, ...named, createdAt: now, updatedAt: now };
    return tx.manager.save(tx.manager.create(Category, added));
  }

  #all(manager: EntityManager): Promise<Category[]> {
    return manager.find(Category, { order: { position: 'ASC', id: 'ASC' } });
  }

  async #save(tx: Transaction, category: Category, changes: Partial<Category>, now: number): Promise<void> {
    Object.assign(category, changes, { version: category.version + 1, updatedAt: now });
    await tx.manager.save(category);
  }

  async #changeable(tx: Transaction, publicId: string, version: number): Promise<Category> {
    const category = await tx.manager.findOneBy(Category, { publicId });
    if (!category) throw new UserError('NOT_FOUND');
    assertVersion(category, version);
    return category;
  }

  async #assertNameIsFree(tx: Transaction, name: string, exceptId: number | null): Promise<void> {
    const other = await tx.manager.findOneBy(Category, { nameFolded: fold(name) });
    if (other && other.id !== exceptId) throw UserError.inField('name', 'NAME_TAKEN');
  }

  async #recorded(
    tx: Transaction,
    context: Context,
    act: ActivityAct,
    category: Category,
    before: Recordable | null = null,
    after: Recordable | null = null,
  ): Promise<View> {
    await this.#services.activity.record(tx, context, { act, subject: subjectOf(category), before, after });
    this.#announce(tx);
    return this.#view(tx.manager, category);
  }

  /** Lists and forms show what they are called. */
  #announce(tx: Transaction): void {
    tx.afterCommit(() => this.#services.events.changed('delegation', 'authorizedUsers'));
  }

  async #view(manager: EntityManager, category: Category): Promise<View> {
    const [view] = await this.#views(manager, [category]);
    if (!view) throw new Error('There is a view of every category.');
    return view;
  }

  async #views(manager: EntityManager, categories: readonly Category[]): Promise<View[]> {
    const counts = await categoryCounts(manager);
    return categories.map(({ id, publicId, version, name, isArchived }) => {
      return { id: publicId, version, name, isArchived, useCount: counts.get(id) ?? 0 };
    });
  }
}

function subjectOf({ id, name }: Category) {
  return { kind: 'category', id, label: name } as const;
}
