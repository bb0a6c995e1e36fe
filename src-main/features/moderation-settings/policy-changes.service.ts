import type { EntityManager } from 'typeorm';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { assertVersion } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { ProfileTypesService } from '../profiles/profile-types.service';
import type { SettingsService } from '../settings/settings.service';
import { type ModerationPolicies, recordablePolicies } from './policies.service';

type Wanted = ParsedInputOf<'moderationSettings.updatePolicies'>;

/** Lets in everybody who waits, as a job of its own; the policies need to know no more of bulk decisions. */
export interface LettingIn {
  /** @returns whether there is anybody to let in @throws UserError JOB_UNDER_WAY */
  letEverybodyIn(tx: Transaction, context: Context): Promise<boolean>;
}

export interface PolicyChangesServices {
  readonly store: Store;
  readonly policies: ModerationPolicies;
  readonly profileTypes: ProfileTypesService;
  readonly settings: SettingsService;
  readonly activity: ActivityService;
  readonly events: Events;
  readonly lettingIn: LettingIn;
}

/** Changes what the office has decided about moderation. */
export class PolicyChanges {
  readonly #services: PolicyChangesServices;

  constructor(services: PolicyChangesServices) {
    this.#services = services;
  }

  /** @throws UserError WAITING_UNDECIDED in the field `waiting`, UNKNOWN_PROFILE_TYPE in `types.N.id`, JOB_UNDER_WAY */
  update(
    context: Context,
    { version, types, waiting, ...wanted }: Wanted,
  ): Promise<OutputOf<'moderationSettings.updatePolicies'>> {
    const { store, policies, settings, activity, events, lettingIn } = this.#services;
    return store.write(context, async (tx) => {
      const policy = await policies.get(tx.manager);
      assertVersion(policy, version);
      const isSwitchedOff = policy.isOn && !wanted.isOn;
      const leavesSomebody = isSwitchedOff && (await hasUndecided(tx.manager));
      if (leavesSomebody && waiting === undefined) throw UserError.inField('waiting', 'WAITING_UNDECIDED');
      const before = await policies.view(tx.manager);
      await policies.save(tx, Object.assign(policy, wanted), context.now);
      await this.#saveTypes(tx, types);
      const after = await policies.view(tx.manager);
      const { name: label } = await settings.office(tx.manager);
      await activity.record(tx, context, {
        act: 'moderation.policies-changed',
        subject: { kind: 'office', id: 1, label },
        before: recordablePolicies(before),
        after: { ...recordablePolicies(after), ...(leavesSomebody && { whoWaits: waiting }) },
      });
      const isLettingIn = leavesSomebody && waiting === 'let-in' && (await lettingIn.letEverybodyIn(tx, context));
      tx.afterCommit(() => {
        events.changed('moderationSettings', 'moderation');
        // Where nobody is signed in, it may say "Create an account" from now on, or no longer.
        events.everySession();
      });
      return { policies: after, isLettingIn };
    });
  }

  /** Types that are not named stay as they are, as one that was added while the form was open. */
  async #saveTypes(tx: Transaction, types: Wanted['types']): Promise<void> {
    const { policies, profileTypes } = this.#services;
    for (const [index, { id, ...policy }] of types.entries()) {
      const type = await profileTypes.find(tx.manager, id);
      if (!type) throw UserError.inField(`types.${index}.id`, 'UNKNOWN_PROFILE_TYPE');
      await policies.saveOfType(tx, type.id, policy);
    }
  }
}

/** Whether there is anybody on whom nobody has decided yet, whatever is in the way of it. */
async function hasUndecided(manager: EntityManager): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    "SELECT 1 FROM tally WHERE what = 'case' AND key <> 'decided' AND count > 0 LIMIT 1",
  );
  return rows.length > 0;
}
