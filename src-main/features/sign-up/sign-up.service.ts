import type { ParsedInputOf } from '../../../src-shared/contract';
import type { MySignUp } from '../../../src-shared/contract/sign-up';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { type Account, type AccountsService, assertVersion, fullName } from '../accounts/accounts.service';
import type { ActivityService, Recordable } from '../activity/activity.service';
import type { Outbox } from '../moderation/outbox.service';
import type { SignUpCase, SignUpCases } from '../moderation/sign-up-cases.service';
import { submissionOf } from '../profiles/profile-approvals.service';
import { type ProfilesService, recordableProfile } from '../profiles/profiles.service';
import type { OwnSignUp } from './own-sign-up';

export type { OwnSignUp };

export interface SignUpServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly profiles: ProfilesService;
  readonly cases: SignUpCases;
  readonly outbox: Outbox;
  readonly ownSignUp: OwnSignUp;
  readonly activity: ActivityService;
  readonly events: Events;
}

const oneDay = 24 * 60 * 60_000;
/** More than that nobody looks at. */
const mostInOneDay = 20;

/** What somebody who is held back sees of it, and sends to the office. */
export class SignUpService {
  readonly #services: SignUpServices;

  constructor(services: SignUpServices) {
    this.#services = services;
  }

  async mine(context: Context): Promise<MySignUp> {
    const { store, accounts, cases, ownSignUp } = this.#services;
    const { accountId } = actorOf(context);
    const [account] = await accounts.byIds(store.read, [accountId]);
    const one = await cases.ofAccount(store.read, accountId);
    if (!account || !one) throw new UserError('NOT_FOUND');
    return ownSignUp.of(store.read, account, one, context.now);
  }

  /** @throws UserError NOT_FOUND, SIGN_UP_DECIDED, STALE_VERSION, NOTHING_CHANGED, SENT_TOO_OFTEN; in the fields `values.FIELDID` */
  resubmit(context: Context, typed: ParsedInputOf<'signUp.resubmit'>): Promise<MySignUp> {
    const { store, accounts, profiles, cases, outbox, activity } = this.#services;
    const { version, values, message, ...person } = typed;
    return store.write(context, async (tx) => {
      const { account, one, seen } = await this.#own(tx, context);
      if (!seen.mayCorrect || cases.isBeingDecided(one, context.now)) throw new UserError('SIGN_UP_DECIDED');
      assertVersion(seen, version);
      if ((await cases.sentSince(tx.manager, one, context.now - oneDay)) >= mostInOneDay) {
        throw new UserError('SENT_TOO_OFTEN');
      }
      const before = await this.#recordable(tx, account, one);
      const profile = one.profileId === null ? null : await profiles.byId(tx.manager, one.profileId);
      if (profile) await profiles.writeTo(tx, profile, values, context.now);
      else await profiles.assertAcceptable(tx.manager, null, values);
      const changed = await accounts.change(tx, account, person, context.now);
      const view = profile && (await profiles.view(tx.manager, profile));
      const submission = { ...submissionOf(changed, view), message };
      // Compared as it was accepted: what is typed may have blanks around it.
      if (isSame(before, await this.#recordable(tx, changed, one)) && message === seen.submission.message) {
        throw new UserError('NOTHING_CHANGED');
      }
      const sent = await cases.addRevision(tx, one, submission, changed, context.now);
      await outbox.answered(tx, one.id, context.now);
      await activity.record(tx, context, {
        act: 'sign-up.resubmitted',
        subject: subjectOf(changed),
        before,
        after: await this.#recordable(tx, changed, sent),
      });
      this.#announce(tx, changed);
      return this.#services.ownSignUp.of(tx.manager, changed, sent, context.now);
    });
  }

  /** @throws UserError NOT_FOUND, NO_APPEAL, STALE_VERSION */
  appeal(context: Context, { version, message }: ParsedInputOf<'signUp.appeal'>): Promise<MySignUp> {
    const { store, cases, outbox, activity, ownSignUp } = this.#services;
    return store.write(context, async (tx) => {
      const { account, one, seen } = await this.#own(tx, context);
      if (!seen.mayAppeal) throw new UserError('NO_APPEAL');
      assertVersion(seen, version);
      const sent = await cases.appeal(tx, one, message, account, context.now);
      await outbox.answered(tx, one.id, context.now);
      await activity.record(tx, context, {
        act: 'sign-up.appealed',
        subject: subjectOf(account),
        after: { appeal: message },
      });
      this.#announce(tx, account);
      return ownSignUp.of(tx.manager, account, sent, context.now);
    });
  }

  async #own(tx: Transaction, context: Context) {
    const { accounts, cases, ownSignUp } = this.#services;
    const { accountId } = actorOf(context);
    const [account] = await accounts.byIds(tx.manager, [accountId]);
    const one = await cases.ofAccount(tx.manager, accountId);
    if (!account || !one) throw new UserError('NOT_FOUND');
    return { account, one, seen: await ownSignUp.of(tx.manager, account, one, context.now) };
  }

  async #recordable(tx: Transaction, account: Account, one: SignUpCase): Promise<Recordable> {
    const { profiles } = this.#services;
    const { givenName, familyName, phone } = account;
    const profile = one.profileId === null ? null : await profiles.byId(tx.manager, one.profileId);
    const values = profile && recordableProfile(await profiles.view(tx.manager, profile));
    return { ...values, givenName, familyName, phone };
  }

  #announce(tx: Transaction, { id }: Account): void {
    const { events } = this.#services;
    tx.afterCommit(() => {
      events.changed('moderation', 'accounts', 'profiles', 'dashboard');
      events.changedFor(id, 'signUp');
      // The person's name stands in every window of theirs.
      events.everySession();
    });
  }
}

function isSame(before: Recordable, after: Recordable): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function subjectOf(account: Account) {
  return { kind: 'account', id: account.id, label: fullName(account) } as const;
}
