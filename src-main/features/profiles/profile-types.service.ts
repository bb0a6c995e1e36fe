import type { EntityManager } from 'typeorm';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { ProfileType as TypeView } from '../../../src-shared/contract/profiles';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import { fold } from '../../store/fold';
import { newPublicId } from '../../store/public-id';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { assertVersion } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { FieldRemoval } from './field-removal';
import { ProfileField } from './profile-field.entity';
import { ProfileType } from './profile-type.entity';
import { hasValues, isTypeInUse, profileCounts } from './profile-types.repository';
import { recordableType } from './recordable';
import { checkedFields, type FieldPlan, planFields } from './type-fields';

export type { ProfileField, ProfileType };

type Details = ParsedInputOf<'profiles.createType'>;
type Choice = ParsedInputOf<'profiles.deleteType'>;

export interface ProfileTypesServices {
  readonly store: Store;
  readonly activity: ActivityService;
  readonly events: Events;
  readonly fieldRemoval: FieldRemoval;
}

/** Which types of profiles the office has, and which fields each of them. */
export class ProfileTypesService {
  readonly #services: ProfileTypesServices;

  constructor(services: ProfileTypesServices) {
    this.#services = services;
  }

  async list(): Promise<OutputOf<'profiles.types'>> {
    const { read } = this.#services.store;
    const types = await read.find(ProfileType, { order: { nameFolded: 'ASC' } });
    return { rows: await this.#views(read, types) };
  }

  create(context: Context, details: Details): Promise<TypeView> {
    return this.#services.store.write(context, async (tx) => {
      const type = await this.add(tx, details, context.now);
      await this.#services.activity.record(tx, context, {
        act: 'profile-type.added',
        subject: subjectOf(type),
        after: recordableType(type, await this.fieldsOf(tx.manager, type.id)),
      });
      return this.#changed(tx, type);
    });
  }

  update(context: Context, input: ParsedInputOf<'profiles.updateType'>): Promise<TypeView> {
    const { store, activity, fieldRemoval } = this.#services;
    return store.write(context, async (tx) => {
      const type = await this.#changeable(tx, input);
      await this.#assertNameIsFree(tx, input.name, type.id);
      const fields = await this.fieldsOf(tx.manager, type.id);
      const plan = planFields(fields, input.fields, input.removed);
      const before = recordableType(type, fields);
      await this.#save(tx, type, { name: input.name, nameFolded: fold(input.name), color: input.color }, context.now);
      await this.#carryOut(tx, type.id, plan);
      await activity.record(tx, context, {
        act: 'profile-type.changed',
        subject: subjectOf(type),
        before,
        after: recordableType(type, await this.fieldsOf(tx.manager, type.id), plan),
      });
      // What fails here is tried again, and reported, when the application next looks around.
      tx.afterCommit(() => void fieldRemoval.finish().catch(() => undefined));
      return this.#changed(tx, type);
    });
  }

  setArchived(context: Context, input: ParsedInputOf<'profiles.setTypeArchived'>): Promise<TypeView> {
    const { isArchived } = input;
    return this.#services.store.write(context, async (tx) => {
      const type = await this.#changeable(tx, input);
      if (type.isArchived === isArchived) return this.#view(tx.manager, type);
      await this.#save(tx, type, { isArchived }, context.now);
      await this.#services.activity.record(tx, context, {
        act: isArchived ? 'profile-type.archived' : 'profile-type.unarchived',
        subject: subjectOf(type),
      });
      return this.#changed(tx, type);
    });
  }

  async delete(context: Context, choice: Choice): Promise<void> {
    await this.#services.store.write(context, async (tx) => {
      const type = await this.#changeable(tx, choice);
      if (await isTypeInUse(tx.manager, type.id)) {
        const count = (await profileCounts(tx.manager)).get(type.id) ?? 0;
        throw new UserError('PROFILE_TYPE_IN_USE', { count });
      }
      const before = recordableType(type, await this.fieldsOf(tx.manager, type.id));
      await tx.manager.delete(ProfileType, { id: type.id });
      await this.#services.activity.record(tx, context, {
        act: 'profile-type.deleted',
        subject: subjectOf(type),
        before,
      });
      this.#announce(tx);
    });
  }

  find(manager: EntityManager, publicId: string): Promise<ProfileType | null> {
    return manager.findOneBy(ProfileType, { publicId });
  }

  /** Those that take new profiles, by name. */
  open(manager: EntityManager): Promise<ProfileType[]> {
    return manager.find(ProfileType, { where: { isArchived: false }, order: { nameFolded: 'ASC' } });
  }

  /** Types as they are shown, with their fields, in the order of the types. */
  views(manager: EntityManager, types: readonly ProfileType[]): Promise<TypeView[]> {
    return this.#views(manager, types);
  }

  /** The fields a type has now, in their order: without the former ones. */
  fieldsOf(manager: EntityManager, typeId: number): Promise<ProfileField[]> {
    return manager.find(ProfileField, {
      where: { typeId, isFormer: false, isRemoved: false },
      order: { position: 'ASC' },
    });
  }

  /**
   * Adds a type without asking who may, and without a word in the activity: for sample data, and behind `create`.
   * @throws UserError NAME_TAKEN, CHOICES_NEEDED, FIELD_TWICE
   */
  async add(tx: Transaction, { name, color, fields }: Details, now: number): Promise<ProfileType> {
    await this.#assertNameIsFree(tx, name, null);
    const checked = checkedFields(fields);
    const type = await tx.manager.save(
      tx.manager.create(ProfileType, {
        publicId: newPublicId(),
        version: 1,
        name,
        nameFolded: fold(name),
        color,
        isArchived: false,
        createdAt: now,
        updatedAt: now,
      }),
    );
    await this.#carryOut(tx, type.id, {
      after: checked.map((typed) => ({ typed: { ...typed, id: null }, field: null })),
      removed: [],
    });
    return type;
  }

  async #carryOut({ manager }: Transaction, typeId: number, { after, removed }: FieldPlan): Promise<void> {
    for (const [position, { typed, field }] of after.entries()) {
      const { label, kind, isRequired, choices } = typed;
      const changes = { label, isRequired, choices, position };
      const added = { publicId: newPublicId(), typeId, kind, isFormer: false, isRemoved: false };
      await manager.save(manager.create(ProfileField, { ...(field ?? added), ...changes }));
    }
    for (const { field, keepsValues } of removed) {
      const isFormer = keepsValues && (await hasValues(manager, field.id));
      await manager.update(ProfileField, { id: field.id }, { isFormer, isRemoved: !isFormer });
    }
  }

  async #save(tx: Transaction, type: ProfileType, changes: Partial<ProfileType>, now: number): Promise<void> {
    Object.assign(type, changes, { version: type.version + 1, updatedAt: now });
    await tx.manager.save(type);
  }

  async #changeable(tx: Transaction, { id, version }: Choice): Promise<ProfileType> {
    const type = await this.find(tx.manager, id);
    if (!type) throw new UserError('NOT_FOUND');
    assertVersion(type, version);
    return type;
  }

  async #assertNameIsFree(tx: Transaction, name: string, exceptId: number | null): Promise<void> {
    const other = await tx.manager.findOneBy(ProfileType, { nameFolded: fold(name) });
    if (other && other.id !== exceptId) throw UserError.inField('name', 'NAME_TAKEN');
  }

  /** Accounts show the names and colours of their profiles' types. */
  #announce(tx: Transaction): void {
    const { events } = this.#services;
    tx.afterCommit(() => {
      for (const feature of ['profiles', 'accounts', 'dashboard'] as const) events.changed(feature);
    });
  }

  #changed(tx: Transaction, type: ProfileType): Promise<TypeView> {
    this.#announce(tx);
    return this.#view(tx.manager, type);
  }

  async #view(manager: EntityManager, type: ProfileType): Promise<TypeView> {
    const [view] = await this.#views(manager, [type]);
    if (!view) throw new Error('There is a view of every type.');
    return view;
  }

  async #views(manager: EntityManager, types: readonly ProfileType[]): Promise<TypeView[]> {
    const fields = await manager.find(ProfileField, {
      where: { isFormer: false, isRemoved: false, ...(types.length === 1 && { typeId: types[0]?.id }) },
      order: { typeId: 'ASC', position: 'ASC' },
    });
    const ofType = Map.groupBy(fields, ({ typeId }) => typeId);
    const counts = await profileCounts(manager);
    return types.map(({ id, publicId, version, name, color, isArchived }) => ({
      id: publicId,
      version,
      name,
      color,
      isArchived,
      fields: (ofType.get(id) ?? []).map(fieldView),
      profileCount: counts.get(id) ?? 0,
    }));
  }
}

function subjectOf({ id, name }: ProfileType) {
  return { kind: 'profile-type', id, label: name } as const;
}

function fieldView({ publicId, label, kind, isRequired, choices }: ProfileField): TypeView['fields'][number] {
  return { id: publicId, label, kind, isRequired, choices };
}
