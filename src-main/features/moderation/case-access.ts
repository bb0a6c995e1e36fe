import type { EntityManager } from 'typeorm';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import { includesRights } from '../../rights';
import { type Account, type AccountsService, fullName, isPurged } from '../accounts/accounts.service';
import type { Asking, Refusal } from './case-machine';
import type { SignUpCase, SignUpCases } from './sign-up-cases.service';

export interface CaseAccessServices {
  readonly accounts: AccountsService;
  readonly cases: SignUpCases;
}

/** A case with the account it is about. */
export interface FoundCase {
  readonly signUpCase: SignUpCase;
  readonly account: Account;
}

/** Finds cases for moderators, and says in words why they may not do something with them. */
export class CaseAccess {
  readonly #services: CaseAccessServices;

  constructor(services: CaseAccessServices) {
    this.#services = services;
  }

  /** @throws UserError NOT_FOUND, also where nothing says any more whose case it was */
  async found(manager: EntityManager, { now }: Context, publicId: string): Promise<FoundCase> {
    const { accounts, cases } = this.#services;
    const signUpCase = await cases.find(manager, publicId);
    if (signUpCase === null || signUpCase.accountId === null) throw new UserError('NOT_FOUND');
    const [account] = await accounts.byIds(manager, [signUpCase.accountId]);
    if (!account || isPurged(account, now)) throw new UserError('NOT_FOUND');
    return { signUpCase, account };
  }

  async asking(manager: EntityManager, context: Context, account: Account, version?: number): Promise<Asking> {
    const { accountId, rights } = actorOf(context);
    const theirs = await this.#services.accounts.rightsOf(manager, account);
    return { now: context.now, accountId, isBeyondRights: !includesRights(rights, theirs), version };
  }

  /** @throws UserError for a refusal */
  async refuse(refusal: Refusal | null, { now }: Context): Promise<void> {
    if (!refusal) return;
    const { code, by } = refusal;
    if (code === 'NOT_IN_FUTURE') throw UserError.inField('until', code);
    throw by === undefined ? new UserError(code) : new UserError(code, { name: await this.#nameOf(by, now) });
  }

  async #nameOf(accountId: number | null, now: number): Promise<string> {
    if (accountId === null) return 'A rule';
    const [person] = await this.#services.accounts.peopleByIds([accountId], now);
    return person ? fullName(person) : 'Somebody';
  }
}
