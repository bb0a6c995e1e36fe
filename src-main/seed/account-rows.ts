import { type MadeUpPerson, madeUpPerson } from './people';
import type { Random } from './random';

export interface SeededAccount extends MadeUpPerson {
  readonly id: number;
  readonly isActive: boolean;
  readonly isStaff: boolean;
  readonly access: 'open' | 'awaiting-approval';
  readonly mustChangePassword: boolean;
  readonly notes: string;
  readonly createdAt: number;
  readonly lastSignInAt: number | null;
  readonly deletedAt: number | null;
  readonly purgeAt: number | null;
}

const day = 24 * 60 * 60_000;
const years = 8 * 365 * day;

const shares = { deactivated: 0.05, awaiting: 0.03, trash: 0.005, mustChange: 0.015, neverSignedIn: 0.22, notes: 0.03 };
const mostStaff = 3_000;
const staffShare = 0.002;
const notes = [
  'Asked for a call back about last month.',
  'Has moved; the new address is in the letter of March.',
  'Please write, do not call.',
  'Two people of this household have accounts.',
];

/** What the accounts of one run have in common. */
export interface SeedingPlan {
  readonly count: number;
  readonly now: number;
  readonly trashDays: number;
}

/** @param index from 0 on, in the order in which the accounts were created */
export function seededAccount(id: number, index: number, plan: SeedingPlan, random: Random): SeededAccount {
  const { count, now, trashDays } = plan;
  // The office grew: the second half of its accounts came in the last third of the time.
  const age = 1 - ((index + random.next()) / count) ** 0.6;
  const createdAt = Math.floor(now - age * years);
  const isStaff = random.isTrue(Math.min(staffShare, mostStaff / count));
  // What is deleted within the next minutes would be purged while somebody looks at it.
  const deletedAt = !isStaff && random.isTrue(shares.trash) ? between(now - (trashDays - 1) * day, now, random) : null;
  const isAwaiting = !isStaff && random.isTrue(shares.awaiting);
  const isKnown = !isAwaiting && !random.isTrue(shares.neverSignedIn);
  return {
    ...madeUpPerson(id, random),
    id,
    isActive: !random.isTrue(shares.deactivated),
    isStaff,
    access: isAwaiting ? 'awaiting-approval' : 'open',
    mustChangePassword: random.isTrue(shares.mustChange),
    notes: random.isTrue(shares.notes) ? (notes[random.below(notes.length)] ?? '') : '',
    createdAt: deletedAt === null ? createdAt : Math.min(createdAt, deletedAt),
    lastSignInAt: isKnown ? lastSignIn(createdAt, now, random) : null,
    deletedAt,
    purgeAt: deletedAt === null ? null : deletedAt + trashDays * day,
  };
}

/** Most people who come at all have come lately. */
function lastSignIn(createdAt: number, now: number, random: Random): number {
  return Math.floor(now - (now - createdAt) * random.next() ** 3);
}

function between(from: number, before: number, random: Random): number {
  return Math.floor(from + (before - from) * random.next());
}
