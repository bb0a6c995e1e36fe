import { type EntityManager, In, Not } from 'typeorm';
import { domainOf } from '../../store/mail-address';
import { newPublicId } from '../../store/public-id';
import type { Transaction } from '../../store/write-gate';
import type { Account, AccountsService } from '../accounts/accounts.service';
import {
  appealed,
  appealRefusal,
  asTold,
  type Changes,
  isBeingDecided,
  isDecided,
  resubmitted,
  resubmittingRefusal,
  touched,
} from './case-machine';
import { SignUpCase } from './sign-up-case.entity';
import {
  addSubmission,
  countSubmissions,
  deleteOpenCasesOfProfile,
  markDuplicates,
  newestCaseOf,
  type Submission,
  submissionOf,
} from './sign-up-cases.repository';

export { SignUpCase, type Submission };

/** So few that it takes no time, however many have the same name. */
const notedDuplicates = 10;

export interface Opening {
  readonly kind: SignUpCase['kind'];
  readonly account: Account;
  /** The one it is decided with; null where the account has none yet. */
  readonly profile: { readonly id: number; readonly typeId: number } | null;
  readonly submission: Submission;
}

/** Sign-ups as they lie in the store: what may be done to them is the case machine's. */
export class SignUpCases {
  readonly #accounts: AccountsService;

  constructor({ accounts }: { accounts: AccountsService }) {
    this.#accounts = accounts;
  }

  /** Null also for one whose account is gone for good: what is left of it is only counted. */
  async find(manager: EntityManager, publicId: string): Promise<SignUpCase | null> {
    const found = await manager.findOneBy(SignUpCase, { publicId });
    return found?.accountId == null ? null : found;
  }

  /** In the order of the ids. */
  async byIds(manager: EntityManager, ids: readonly number[]): Promise<SignUpCase[]> {
    const found = new Map((await manager.findBy(SignUpCase, { id: In(ids) })).map((one) => [one.id, one]));
    return ids.map((id) => found.get(id)).filter((one) => one !== undefined);
  }

  /** Whether an account is let in: its newest case of that kind, whatever it has come to. */
  ofAccount(manager: EntityManager, accountId: number): Promise<SignUpCase | null> {
    return manager.findOne(SignUpCase, { where: { accountId, kind: 'account' }, order: { id: 'DESC' } });
  }

  /** Whether a profile that was added later is approved: its newest case of that kind, whatever it has come to. */
  ofProfile(manager: EntityManager, profileId: number): Promise<SignUpCase | null> {
    return manager.findOne(SignUpCase, { where: { profileId, kind: 'profile' }, order: { id: 'DESC' } });
  }

  /** The public id of the newest case of an account, of whatever kind. */
  newestOf(manager: EntityManager, accountId: number): Promise<string | null> {
    return newestCaseOf(manager, accountId);
  }

  /** A new case, which waits, with what was sent. It changes neither the account nor the profile. */
  async open(tx: Transaction, { kind, account, profile, submission }: Opening, now: number): Promise<SignUpCase> {
    const opened = tx.manager.create(SignUpCase, {
      ...untouched,
      publicId: newPublicId(),
      kind,
      accountId: account.id,
      profileId: profile?.id ?? null,
      typeId: profile?.typeId ?? null,
      submittedAt: now,
      since: now,
      createdAt: now,
      domain: domainOf(account.email),
      hasDuplicates: await this.#noteDuplicates(tx, account),
      isInTrash: account.deletedAt !== null,
    });
    await tx.manager.insert(SignUpCase, opened);
    await addSubmission(tx.manager, opened, submission);
    return opened;
  }

  /** What was sent anew: the case waits again, and whoever has approved it before has approved something else. */
  async addRevision(
    tx: Transaction,
    signUpCase: SignUpCase,
    submission: Submission,
    account: Account,
    now: number,
  ): Promise<SignUpCase> {
    const hasDuplicates = await this.#noteDuplicates(tx, account);
    const changed = await this.write(tx, signUpCase, { ...resubmitted(signUpCase, now), hasDuplicates });
    await addSubmission(tx.manager, changed, submission);
    return changed;
  }

  /** The person's one appeal: the case waits again, in its own part of the queue. */
  appeal(
    tx: Transaction,
    signUpCase: SignUpCase,
    appeal: string,
    { email }: Account,
    now: number,
  ): Promise<SignUpCase> {
    return this.write(tx, signUpCase, { ...appealed(appeal, now), domain: domainOf(email) });
  }

  /** Whether the person may send a corrected version. */
  mayBeCorrected(signUpCase: SignUpCase, now: number): boolean {
    return resubmittingRefusal(signUpCase, signUpCase.version, now) === null;
  }

  mayBeAppealed(signUpCase: SignUpCase, now: number): boolean {
    return appealRefusal(signUpCase, signUpCase.version, now) === null;
  }

  /** As the person is to see it: without what the office can still take back. */
  asTold(signUpCase: SignUpCase, now: number): SignUpCase {
    return asTold(signUpCase, now);
  }

  /** Whether what the person sends would cross a decision they have not been told of. */
  isBeingDecided(signUpCase: SignUpCase, now: number): boolean {
    return isBeingDecided(signUpCase, now);
  }

  isUndecided(signUpCase: SignUpCase): boolean {
    return !isDecided(signUpCase);
  }

  /** How often the person has sent something since. */
  sentSince(manager: EntityManager, { id }: SignUpCase, since: number): Promise<number> {
    return countSubmissions(manager, id, since);
  }

  /** A profile that the office has added to an account that waits without one is decided on with it. */
  takeProfile(
    tx: Transaction,
    signUpCase: SignUpCase,
    profile: { readonly id: number; readonly typeId: number },
    now: number,
  ): Promise<SignUpCase> {
    return this.touch(tx, signUpCase, now, { profileId: profile.id, typeId: profile.typeId });
  }

  /** The office has changed what is decided on: whoever has approved it before has approved something else. */
  touch(tx: Transaction, signUpCase: SignUpCase, now: number, changes: Changes = {}): Promise<SignUpCase> {
    return this.write(tx, signUpCase, { ...touched(signUpCase, now), ...changes });
  }

  /** What was sent last, or so many times before; null where it was deleted since. */
  submission(
    manager: EntityManager,
    { id, revision }: Pick<SignUpCase, 'id' | 'revision'>,
    before = 0,
  ): Promise<Submission | null> {
    return submissionOf(manager, id, revision - before);
  }

  /** Writes the next version of a case. */
  async write(tx: Transaction, signUpCase: SignUpCase, changes: Changes): Promise<SignUpCase> {
    return this.note(tx, signUpCase, { ...changes, version: signUpCase.version + 1 });
  }

  /** The same where nobody who looks at it has to be told that it is another: claims, and what comes by itself. */
  async note(tx: Transaction, signUpCase: SignUpCase, changes: Changes): Promise<SignUpCase> {
    await tx.manager.update(SignUpCase, { id: signUpCase.id }, changes);
    return tx.manager.create(SignUpCase, { ...signUpCase, ...changes });
  }

  /**
   * The person's name, e-mail or phone is another now. Who waits is sifted by the domain of the e-mail they have now;
   * what was decided was decided under another.
   */
  async followAccount(tx: Transaction, { id: accountId, email }: Account, now: number): Promise<void> {
    const undecided = { accountId, state: Not(In(['approved', 'rejected'])) };
    for (const one of await tx.manager.findBy(SignUpCase, undecided)) {
      await this.touch(tx, one, now, { domain: domainOf(email) });
    }
  }

  /**
   * Who waits already is a likely duplicate from now on too. The newest are enough: those before were marked by them.
   * @returns whether there is any
   */
  async #noteDuplicates(tx: Transaction, account: Account): Promise<boolean> {
    const others = await this.#accounts.idsOfDuplicates(tx.manager, account, notedDuplicates);
    await markDuplicates(tx.manager, others);
    return others.length > 0;
  }

  /** Of a profile that is removed nothing is left to decide. */
  dropOfProfile(tx: Transaction, profileId: number): Promise<void> {
    return deleteOpenCasesOfProfile(tx.manager, profileId);
  }
}

const untouched = {
  version: 1,
  state: 'waiting',
  isAppeal: false,
  hasAppealed: false,
  appeal: '',
  revision: 1,
  parkedUntil: null,
  claimedBy: null,
  claimedUntil: null,
  firstApprovalBy: null,
  firstApprovalAt: null,
  decidedBy: null,
  decidedRule: null,
  decidedAt: null,
  effectiveAt: null,
  undo: null,
  decisionReason: '',
  internalReason: '',
  waited: null,
  dueAt: null,
  purgeAt: null,
  // A trigger asks the account for it.
  searchText: '',
} satisfies Partial<SignUpCase>;
