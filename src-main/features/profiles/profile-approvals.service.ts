import type { Profile as View } from '../../../src-shared/contract/profiles';
import type { Context } from '../../context';
import type { Events } from '../../events';
import type { Transaction } from '../../store/write-gate';
import { type Account, fullName, isBehindGate } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { SignUpCases, Submission } from '../moderation/sign-up-cases.service';
import type { ModerationPolicies } from '../moderation-settings/policies.service';
import { Profile } from './profile.entity';
import { recordableProfile } from './recordable';

export interface ProfileApprovalsServices {
  readonly policies: ModerationPolicies;
  readonly cases: SignUpCases;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** Whether a moderator has to approve a profile, and what becomes of that when it is changed or removed. */
export class ProfileApprovals {
  readonly #services: ProfileApprovalsServices;

  constructor(services: ProfileApprovalsServices) {
    this.#services = services;
  }

  /**
   * The first profile of an account that waits is decided on with it. Any other has a case of its own where its type
   * needs approval, and closes nothing that is open.
   */
  async added(tx: Transaction, context: Context, account: Account, profile: Profile, view: View): Promise<View> {
    const { cases, policies } = this.#services;
    const { isOn } = await policies.get(tx.manager);
    const ofAccount = await cases.ofAccount(tx.manager, account.id);
    if (isBehindGate(account) && ofAccount && cases.isUndecided(ofAccount) && ofAccount.profileId === null) {
      await cases.takeProfile(tx, ofAccount, profile, context.now);
      this.#announce(tx, account);
      return view;
    }
    if (!isOn || !(await policies.ofType(tx.manager, profile.typeId)).needsApproval) return view;
    return this.#hold(tx, context, account, profile, view);
  }

  /** What is to be approved is another now. */
  async changed(tx: Transaction, { now }: Context, account: Account, profile: Profile, view: View): Promise<void> {
    const { cases } = this.#services;
    const ofAccount = await cases.ofAccount(tx.manager, account.id);
    if (ofAccount?.profileId === profile.id && cases.isUndecided(ofAccount)) {
      await cases.touch(tx, ofAccount, now);
      this.#announce(tx, account);
    }
    if (profile.approval === 'open') return;
    const own = await cases.ofProfile(tx.manager, profile.id);
    if (!own || !cases.isUndecided(own)) return;
    await cases.addRevision(tx, own, submissionOf(account, view), account, now);
    this.#announce(tx, account);
  }

  /** Asked before it is removed. */
  async removed(tx: Transaction, { now }: Context, account: Account, { id }: Profile): Promise<void> {
    const { cases, policies } = this.#services;
    await cases.dropOfProfile(tx, id);
    const ofAccount = await cases.ofAccount(tx.manager, account.id);
    if (ofAccount?.profileId === id && cases.isUndecided(ofAccount)) {
      // What two have to look at is not let in by one because its profile was taken away.
      const { needsSecondModerator } = await policies.ofType(tx.manager, ofAccount.typeId);
      const typeId = needsSecondModerator ? ofAccount.typeId : null;
      await cases.touch(tx, ofAccount, now, { profileId: null, typeId });
    }
    this.#announce(tx, account);
  }

  async #hold(tx: Transaction, context: Context, account: Account, profile: Profile, view: View): Promise<View> {
    const { cases, activity } = this.#services;
    const approval = 'awaiting-approval';
    await tx.manager.update(Profile, { id: profile.id }, { approval });
    const submission = submissionOf(account, view);
    await cases.open(tx, { kind: 'profile', account, profile, submission }, context.now);
    await activity.record(tx, context, {
      act: 'sign-up.added',
      subject: { kind: 'account', id: account.id, label: fullName(account) },
      after: recordableProfile(view),
    });
    this.#announce(tx, account);
    return { ...view, approval };
  }

  #announce(tx: Transaction, { id }: Account): void {
    const { events } = this.#services;
    tx.afterCommit(() => {
      events.changed('moderation');
      events.changedFor(id, 'signUp');
    });
  }
}

/** What somebody sends with a profile as it is now, where nothing is said to the office. */
export function submissionOf({ givenName, familyName, phone }: Account, profile: View | null): Submission {
  return { givenName, familyName, phone, message: '', values: profile === null ? [] : submittedValues(profile) };
}

function submittedValues({ values }: View): Submission['values'] {
  return values.filter(({ isFormer }) => !isFormer).map(({ fieldId, label, value }) => ({ fieldId, label, value }));
}
