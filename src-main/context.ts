import type { EntityManager } from 'typeorm';
import type { DelegatePermission } from '../src-shared/delegate-permissions';
import type { Rights } from './rights';
import type { Transaction } from './store/write-gate';

/** By whom an account is acted for who is not its holder. */
export interface DelegateActor {
  /** Of the authorized user. */
  readonly id: number;
  readonly publicId: string;
  /** With everything they imply. */
  readonly permissions: ReadonlySet<DelegatePermission>;
}

/**
 * The person who asks: the account they act for, and the login by which they came in. Read anew at every call.
 * Hazard: public id, e-mail and names are the person's own. Only where `delegate` is null are they the account's too.
 */
export interface Actor {
  readonly accountId: number;
  readonly loginId: number;
  /** Null for the holder of the account. */
  readonly delegate: DelegateActor | null;
  readonly publicId: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Never true of who acts for somebody else, whatever the account is. */
  readonly isStaff: boolean;
  readonly rights: Rights;
}

/** Who asks, from which window, when, and in which transaction. */
export interface Context {
  readonly window: string;
  readonly now: number;
  /** Null where nobody is signed in. */
  readonly actor: Actor | null;
  readonly tx?: Transaction;
  /** Asked in each transaction of the call before anything is written; throws where the actor no longer may. */
  readonly confirm?: (manager: EntityManager) => Promise<void>;
}

/** What the application does of its own accord, for nobody and from no window. */
export function byItself(now: number): Context {
  return { window: '', now, actor: null };
}

/** For what only makes sense for somebody: the dispatcher has let nobody else through. */
export function actorOf(context: Context): Actor {
  if (!context.actor) throw new Error('This is only called for somebody who is signed in.');
  return context.actor;
}
