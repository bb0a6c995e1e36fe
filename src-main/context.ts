import type { EntityManager } from 'typeorm';
import type { Rights } from './rights';
import type { Transaction } from './store/write-gate';

/** The person who asks: an account, and the login by which they came in. Read anew at every call. */
export interface Actor {
  readonly accountId: number;
  readonly loginId: number;
  readonly publicId: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
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

/** For what only makes sense for somebody: the dispatcher has let nobody else through. */
export function actorOf(context: Context): Actor {
  if (!context.actor) throw new Error('This is only called for somebody who is signed in.');
  return context.actor;
}
