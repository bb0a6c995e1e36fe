import type { OutputOf } from '../../../src-shared/contract';
import type { Profile } from '../../../src-shared/contract/profiles';
import type { SignUpCase as View } from '../../../src-shared/contract/sign-up-cases';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import { mayDo } from '../../rights';
import { shownDomain } from '../../store/mail-address';
import type { Store } from '../../store/store';
import type { AccountDuplicates } from '../accounts/account-duplicates.service';
import { type Account, type AccountsService, fullName } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { ModerationPolicies } from '../moderation-settings/policies.service';
import type { ModerationRules } from '../moderation-settings/rules.service';
import type { CaseAccess, FoundCase } from './case-access';
import { obstacleOf } from './case-machine';
import type { CaseView } from './case-view';
import { countsOfDomain, decidedCasesOf, notesOf, peopleOf } from './case-view.repository';
import type { CaseWords } from './case-words';
import type { Outbox } from './outbox.service';
import type { SignUpCase, SignUpCases } from './sign-up-cases.service';
import { changesBetween } from './submission-changes';

const mostEarlier = 10;
const mostWithSamePhone = 20;
const mostActivity = 20;

export interface WholeCasesServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly accountDuplicates: AccountDuplicates;
  readonly activity: ActivityService;
  readonly policies: ModerationPolicies;
  readonly rules: ModerationRules;
  readonly cases: SignUpCases;
  readonly caseAccess: CaseAccess;
  readonly caseView: CaseView;
  readonly caseWords: CaseWords;
  readonly outbox: Outbox;
}

/** Everything about one case that a moderator needs to decide on it. */
export class WholeCases {
  readonly #services: WholeCasesServices;

  constructor(services: WholeCasesServices) {
    this.#services = services;
  }

  /** @throws UserError NOT_FOUND */
  async get(context: Context, publicId: string): Promise<View> {
    const { store, activity, policies, caseAccess, caseView, caseWords, outbox } = this.#services;
    const { read } = store;
    const found = await caseAccess.found(read, context, publicId);
    const { signUpCase, account } = found;
    const policy = await policies.ofType(read, signUpCase.typeId);
    const asking = await caseAccess.asking(read, context, account);
    const profile = await caseWords.profileOf(read, signUpCase);
    const { accountId: askerId, rights } = actorOf(context);
    // What colleagues say of somebody among themselves is not for them.
    const isOwn = account.id === askerId;
    return {
      ...(await caseView.row(read, context, signUpCase)),
      submittedAt: signUpCase.submittedAt,
      revision: signUpCase.revision,
      phone: account.phone,
      appeal: signUpCase.appeal,
      ...(await this.#sent(signUpCase, profile)),
      // The profile as it is, since it is what is let in.
      values: (profile?.values ?? []).map(({ fieldId, label, kind, value }) => ({ fieldId, label, kind, value })),
      duplicates: await this.#duplicates(account),
      earlier: isOwn ? [] : await this.#earlier(found),
      domain: await this.#domain(signUpCase.domain),
      notes: isOwn ? [] : await this.#notes(signUpCase.id),
      messages: await outbox.ofCase(read, signUpCase.id),
      activity:
        isOwn || !mayDo(rights, 'accounts.view')
          ? []
          : await activity.latestAbout(account.id, mostActivity, context.now),
      placeholders: await caseWords.placeholders(read, account, profile, context.now),
      needsSecondModerator: policy.needsSecondModerator,
      obstacle: obstacleOf(signUpCase, asking, policy),
    };
  }

  /** The newest case of an account; null where there never was one. @throws UserError NOT_FOUND */
  async ofAccount({ now }: Context, accountId: string): Promise<OutputOf<'moderation.caseOf'>> {
    const { store, accounts, cases } = this.#services;
    const account = await accounts.find(store.read, accountId, now);
    if (!account) throw new UserError('NOT_FOUND');
    return { id: await cases.newestOf(store.read, account.id) };
  }

  /** What the person has said, and what they have changed with the last version. */
  async #sent(signUpCase: SignUpCase, profile: Profile | null): Promise<Pick<View, 'message' | 'changes'>> {
    const { store, cases } = this.#services;
    const sent = await cases.submission(store.read, signUpCase);
    const before = signUpCase.revision > 1 ? await cases.submission(store.read, signUpCase, 1) : null;
    const kinds = new Map((profile?.values ?? []).map(({ fieldId, kind }) => [fieldId, kind]));
    return { message: sent?.message ?? '', changes: sent && before ? changesBetween(before, sent, kinds) : [] };
  }

  async #duplicates({ publicId, givenName, familyName, phone }: Account): Promise<View['duplicates']> {
    const { rows } = await this.#services.accountDuplicates.of({ exceptId: publicId, givenName, familyName, phone });
    return rows.map(({ id, email, status, reasons, ...row }) => ({
      accountId: id,
      givenName: row.givenName,
      familyName: row.familyName,
      email,
      phone: row.phone,
      status,
      reasons,
    }));
  }

  async #earlier({ signUpCase, account }: FoundCase): Promise<View['earlier']> {
    const { store, accounts } = this.#services;
    const samePhone = await accounts.idsWithPhoneOf(store.read, account, mostWithSamePhone);
    const accountIds = [...new Set([account.id, ...samePhone])];
    const rows = await decidedCasesOf(store.read, accountIds, signUpCase.id, mostEarlier);
    const ids = rows.flatMap(({ accountId, decidedBy }) => (decidedBy === null ? [accountId] : [accountId, decidedBy]));
    const people = new Map((await peopleOf(store.read, [...new Set(ids)])).map((one) => [one.id, one]));
    return rows.map(({ publicId, accountId, state, decidedAt, decidedBy, reason }) => {
      const person = people.get(accountId);
      const moderator = decidedBy === null ? undefined : people.get(decidedBy);
      return {
        caseId: publicId,
        name: person ? fullName(person) : '',
        email: person?.email ?? '',
        state,
        at: decidedAt,
        by: moderator ? fullName(moderator) : '',
        reason,
      };
    });
  }

  async #domain(domain: string): Promise<View['domain']> {
    const { store, rules } = this.#services;
    const rule = await rules.decisionForDomain(store.read, domain);
    return { name: shownDomain(domain), ...(await countsOfDomain(store.read, domain)), rule: rule?.decision ?? null };
  }

  async #notes(caseId: number): Promise<View['notes']> {
    const { read } = this.#services.store;
    const notes = await notesOf(read, caseId);
    const authors = await peopleOf(read, [...new Set(notes.map(({ authorId }) => authorId))]);
    const names = new Map(authors.map((one) => [one.id, fullName(one)]));
    return notes.map(({ at, authorId, text }) => ({ at, by: names.get(authorId) ?? '', text }));
  }
}
