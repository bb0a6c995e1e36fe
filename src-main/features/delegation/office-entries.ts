import type { EntityManager, EntityTarget, FindOptionsOrder, FindOptionsWhere } from 'typeorm';
import type { ActivityAct, SubjectKind } from '../../../src-shared/activity';
import type { ErrorCode } from '../../../src-shared/errors';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { assertVersion } from '../accounts/accounts.service';
import type { ActivityService, Recordable } from '../activity/activity.service';
import type { SettingsService } from '../settings/settings.service';
import { inOrder } from './in-order';

export interface OfficeEntriesServices {
  readonly store: Store;
  readonly settings: SettingsService;
  readonly activity: ActivityService;
  readonly events: Events;
}

interface Entry {
  readonly id: number;
  readonly publicId: string;
  version: number;
  position: number;
  isArchived: boolean;
  updatedAt: number;
}

/** What one kind of entries has of its own. */
interface Kind<E extends Entry, V> {
  readonly entity: EntityTarget<E>;
  readonly subjectKind: SubjectKind;
  readonly acts: Readonly<Record<'archived' | 'unarchived' | 'deleted' | 'ordered', ActivityAct>>;
  /** What is said of one that cannot be deleted. */
  readonly whenInUse: ErrorCode;
  /** Of all of them, as the activity names the field that an order is. */
  readonly field: string;
  readonly nameOf: (entry: E) => string;
  readonly recordable: (entry: E) => Recordable;
  readonly viewOf: (entry: E, useCount: number) => V;
  readonly isInUse: (manager: EntityManager, entry: E) => Promise<boolean>;
  /** How many authorized users have each, by its id. */
  readonly counts: (manager: EntityManager) => Promise<ReadonlyMap<number, number>>;
}

interface Choice {
  readonly id: string;
  readonly version: number;
}

/** What the office adds for authorized users, puts in order, archives, and deletes where nobody has it. */
export abstract class OfficeEntries<E extends Entry, V> {
  protected readonly services: OfficeEntriesServices;
  readonly #kind: Kind<E, V>;

  constructor(services: OfficeEntriesServices, kind: Kind<E, V>) {
    this.services = services;
    this.#kind = kind;
  }

  async list(): Promise<{ rows: V[] }> {
    const { read } = this.services.store;
    return { rows: await this.#views(read, await this.all(read)) };
  }

  setArchived(context: Context, { isArchived, ...choice }: Choice & { readonly isArchived: boolean }): Promise<V> {
    const { acts } = this.#kind;
    return this.services.store.write(context, async (tx) => {
      const entry = await this.changeable(tx, choice);
      if (entry.isArchived === isArchived) return this.#view(tx.manager, entry);
      entry.isArchived = isArchived;
      await this.save(tx, entry, context.now);
      return this.recorded(tx, context, isArchived ? acts.archived : acts.unarchived, entry);
    });
  }

  /** @throws UserError ORDER_OUT_OF_DATE */
  order(context: Context, { ids }: { readonly ids: readonly string[] }): Promise<{ rows: V[] }> {
    const { store, settings, activity } = this.services;
    const { acts, field, nameOf } = this.#kind;
    return store.write(context, async (tx) => {
      const all = await this.all(tx.manager);
      const before = { [field]: all.map(nameOf) };
      const ordered = inOrder(all, ids);
      if (ordered.every((one, index) => one === all[index])) return { rows: await this.#views(tx.manager, all) };
      await tx.manager.save(ordered);
      const { name } = await settings.office(tx.manager);
      const subject = { kind: 'office', id: 1, label: name } as const;
      await activity.record(tx, context, {
        act: acts.ordered,
        subject,
        before,
        after: { [field]: ordered.map(nameOf) },
      });
      this.#announce(tx);
      return { rows: await this.#views(tx.manager, ordered) };
    });
  }

  /** @throws UserError CATEGORY_IN_USE, PERMISSION_IN_USE */
  async delete(context: Context, choice: Choice): Promise<void> {
    const { store, activity } = this.services;
    const { entity, acts, whenInUse, isInUse, counts, recordable } = this.#kind;
    await store.write(context, async (tx) => {
      const entry = await this.changeable(tx, choice);
      if (await isInUse(tx.manager, entry)) {
        const count = (await counts(tx.manager)).get(entry.id) ?? 0;
        throw new UserError(whenInUse, { count });
      }
      const said = { act: acts.deleted, subject: this.#subjectOf(entry), before: recordable(entry) };
      await tx.manager.delete(entity, entry.id);
      await activity.record(tx, context, said);
      this.#announce(tx);
    });
  }

  protected all(manager: EntityManager): Promise<E[]> {
    return manager.find(this.#kind.entity, { order: { position: 'ASC', id: 'ASC' } as FindOptionsOrder<E> });
  }

  protected async changeable(tx: Transaction, { id, version }: Choice): Promise<E> {
    const entry = await tx.manager.findOneBy(this.#kind.entity, { publicId: id } as FindOptionsWhere<E>);
    if (!entry) throw new UserError('NOT_FOUND');
    assertVersion(entry, version);
    return entry;
  }

  /** Writes a changed entry as its next version. */
  protected async save(tx: Transaction, entry: E, now: number): Promise<void> {
    entry.version += 1;
    entry.updatedAt = now;
    await tx.manager.save(entry);
  }

  protected async recorded(
    tx: Transaction,
    context: Context,
    act: ActivityAct,
    entry: E,
    before: Recordable | null = null,
    after: Recordable | null = null,
  ): Promise<V> {
    await this.services.activity.record(tx, context, { act, subject: this.#subjectOf(entry), before, after });
    this.#announce(tx);
    return this.#view(tx.manager, entry);
  }

  /** Lists and forms show what they are called. */
  #announce(tx: Transaction): void {
    tx.afterCommit(() => this.services.events.changed('delegation', 'authorizedUsers'));
  }

  #subjectOf(entry: E) {
    const { subjectKind: kind, nameOf } = this.#kind;
    return { kind, id: entry.id, label: nameOf(entry) };
  }

  async #view(manager: EntityManager, entry: E): Promise<V> {
    const counts = await this.#kind.counts(manager);
    return this.#kind.viewOf(entry, counts.get(entry.id) ?? 0);
  }

  async #views(manager: EntityManager, entries: readonly E[]): Promise<V[]> {
    const counts = await this.#kind.counts(manager);
    return entries.map((entry) => this.#kind.viewOf(entry, counts.get(entry.id) ?? 0));
  }
}
