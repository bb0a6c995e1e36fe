import type { EntityManager } from 'typeorm';
import type { CaseRow } from '../../../src-shared/contract/sign-up-cases';
import { actorOf, type Context } from '../../context';
import { fullName } from '../accounts/accounts.service';
import { claimantOf, isDecided } from './case-machine';
import { type PersonRow, peopleOf, type TypeRow, typesOf } from './case-view.repository';
import type { SignUpCase } from './sign-up-case.entity';

/** Puts lines of the queue together, however many they are, with each thing about them asked for once. */
export class CaseView {
  async row(manager: EntityManager, context: Context, signUpCase: SignUpCase): Promise<CaseRow> {
    const [row] = await this.rows(manager, context, [signUpCase]);
    if (!row) throw new Error('There is a line of every case whose account is there.');
    return row;
  }

  /** In the order of the cases. One whose account was deleted for good meanwhile is left out. */
  async rows(manager: EntityManager, context: Context, cases: readonly SignUpCase[]): Promise<CaseRow[]> {
    const people = new Map((await peopleOf(manager, idsOf(cases.flatMap(peopleIn)))).map((one) => [one.id, one]));
    const types = new Map(
      (await typesOf(manager, idsOf(cases.map(({ typeId }) => typeId)))).map((one) => [one.id, one]),
    );
    const around = { people, types, now: context.now, askerId: actorOf(context).accountId };
    return cases.map((one) => rowOf(one, around)).filter((row) => row !== null);
  }
}

interface Around {
  readonly people: ReadonlyMap<number, PersonRow>;
  readonly types: ReadonlyMap<number, TypeRow>;
  readonly now: number;
  readonly askerId: number;
}

function rowOf(one: SignUpCase, around: Around): CaseRow | null {
  const account = one.accountId === null ? undefined : around.people.get(one.accountId);
  if (!account) return null;
  const type = one.typeId === null ? undefined : around.types.get(one.typeId);
  return {
    id: one.publicId,
    version: one.version,
    kind: one.kind,
    tab: tabOf(one),
    state: one.state,
    isAppeal: one.isAppeal,
    accountId: account.publicId,
    email: account.email,
    givenName: account.givenName,
    familyName: account.familyName,
    type: type ? { id: type.publicId, name: type.name, color: type.color } : null,
    since: one.since,
    hasDuplicates: one.hasDuplicates,
    claim: claimOf(one, around),
    firstApproval: firstApprovalOf(one, around),
    parkedUntil: one.parkedUntil,
    decision: decisionOf(one, around),
  };
}

/** As in the store's own column `tab`, which also knows what is gone: nobody comes to that by the queue. */
function tabOf(one: SignUpCase): CaseRow['tab'] {
  if (isDecided(one)) return 'decided';
  if (one.state === 'waiting') return one.isAppeal ? 'appeals' : 'waiting';
  return one.state as 'parked' | 'changes-requested';
}

function claimOf(one: SignUpCase, around: Around): CaseRow['claim'] {
  const claimant = claimantOf(one, around.now);
  if (claimant === null || one.claimedUntil === null) return null;
  return { ...named(claimant, around), until: one.claimedUntil };
}

function firstApprovalOf(one: SignUpCase, around: Around): CaseRow['firstApproval'] {
  if (one.firstApprovalBy === null || one.firstApprovalAt === null) return null;
  return { ...named(one.firstApprovalBy, around), at: one.firstApprovalAt };
}

function decisionOf(one: SignUpCase, around: Around): CaseRow['decision'] {
  if (one.decidedAt === null || one.effectiveAt === null) return null;
  const who = one.decidedBy === null ? { name: '', isSelf: false } : named(one.decidedBy, around);
  return {
    by: who.name,
    isSelf: who.isSelf,
    at: one.decidedAt,
    effectiveAt: one.effectiveAt,
    rule: one.decidedRule,
    // Why, the office says among itself.
    reason: one.accountId === around.askerId ? '' : one.internalReason || one.decisionReason,
  };
}

/** Whoever was deleted for good has no name any more. */
function named(accountId: number, { people, askerId }: Around) {
  const person = people.get(accountId);
  return { name: person ? fullName(person) : '', isSelf: accountId === askerId };
}

function peopleIn({ accountId, claimedBy, firstApprovalBy, decidedBy }: SignUpCase): (number | null)[] {
  return [accountId, claimedBy, firstApprovalBy, decidedBy];
}

function idsOf(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
