import type { EntityManager } from 'typeorm';
import type { ModerationPolicies as View } from '../../../src-shared/contract/moderation-settings';
import type { Transaction } from '../../store/write-gate';
import type { Recordable } from '../activity/activity.service';
import type { ProfileType, ProfileTypesService } from '../profiles/profile-types.service';
import { ModerationPolicy } from './moderation-policy.entity';
import { ModerationTypePolicy } from './moderation-type-policy.entity';

export type { ModerationPolicy };

const day = 24 * 60 * 60_000;
const minute = 60_000;

export type TypePolicy = Pick<ModerationTypePolicy, 'isOffered' | 'needsApproval' | 'needsSecondModerator'>;

/** Of a type that nothing was said about. */
const firstTypePolicy: TypePolicy = { isOffered: true, needsApproval: false, needsSecondModerator: false };

/** The office's policies about whom it lets in, as they are at this moment. */
export class ModerationPolicies {
  readonly #profileTypes: ProfileTypesService;

  constructor(profileTypes: ProfileTypesService) {
    this.#profileTypes = profileTypes;
  }

  get(manager: EntityManager): Promise<ModerationPolicy> {
    return manager.findOneByOrFail(ModerationPolicy, { id: 1 });
  }

  /** @param typeId null for a sign-up without a profile */
  async ofType(manager: EntityManager, typeId: number | null): Promise<TypePolicy> {
    if (typeId === null) return firstTypePolicy;
    return policyOf(await manager.findOneBy(ModerationTypePolicy, { typeId }));
  }

  /** The types that somebody new can choose, by name. */
  async offeredTypes(manager: EntityManager): Promise<ProfileType[]> {
    const types = await this.#types(manager);
    return types.filter(({ policy }) => policy.isOffered).map(({ type }) => type);
  }

  async view(manager: EntityManager): Promise<View> {
    const { version, ...policy } = await this.get(manager);
    const types = (await this.#types(manager)).map(({ type: { publicId, name, color }, policy: said }) => {
      return { id: publicId, name, color, ...said };
    });
    return { version, ...policiesOf(policy), types };
  }

  /** Without asking who may, and without a word in the activity: for sample data, and behind what changes policies. */
  async save({ manager }: Transaction, policy: ModerationPolicy, now: number): Promise<void> {
    Object.assign(policy, { version: policy.version + 1, updatedAt: now });
    await manager.save(policy);
  }

  /** The same for one type. */
  async saveOfType({ manager }: Transaction, typeId: number, policy: TypePolicy): Promise<void> {
    await manager.upsert(ModerationTypePolicy, { typeId, ...policy }, ['typeId']);
  }

  /** Of every type that is not archived. */
  async #types(manager: EntityManager): Promise<{ readonly type: ProfileType; readonly policy: TypePolicy }[]> {
    const said = new Map((await manager.find(ModerationTypePolicy)).map((policy) => [policy.typeId, policy]));
    const types = await this.#profileTypes.open(manager);
    return types.map((type) => ({ type, policy: policyOf(said.get(type.id) ?? null) }));
  }
}

export function claimMs({ claimMinutes }: ModerationPolicy): number {
  return claimMinutes * minute;
}

/** From this age on a case that waits is late. */
export function reminderMs({ reminderDays }: ModerationPolicy): number {
  return reminderDays * day;
}

/** How long what was rejected is kept. */
export function retentionMs({ rejectedRetentionDays }: ModerationPolicy): number {
  return rejectedRetentionDays * day;
}

/** The policies as they stand in the activity. */
export function recordablePolicies({ types, version: _, ...policies }: View): Recordable {
  const named = (has: (type: View['types'][number]) => boolean) => types.filter(has).map(({ name }) => name);
  return {
    ...policies,
    offeredTypes: named(({ isOffered }) => isOffered),
    typesThatNeedApproval: named(({ needsApproval }) => needsApproval),
    typesWithSecondModerator: named(({ needsSecondModerator }) => needsSecondModerator),
  };
}

function policiesOf(policy: Omit<ModerationPolicy, 'version'>) {
  const { isOn, isRegistrationOpen, reminderDays, claimMinutes, rejectedRetentionDays } = policy;
  return { isOn, isRegistrationOpen, reminderDays, claimMinutes, rejectedRetentionDays };
}

function policyOf(said: TypePolicy | null): TypePolicy {
  const { isOffered, needsApproval, needsSecondModerator } = said ?? firstTypePolicy;
  return { isOffered, needsApproval, needsSecondModerator };
}
