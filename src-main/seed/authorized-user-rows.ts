import { seededRoles } from './delegation-words';
import type { KnownDelegation } from './known-delegation';
import { type MadeUpPerson, madeUpPerson } from './people';
import { Choice, type Random } from './random';

export interface SeededAuthorizedUser extends MadeUpPerson {
  readonly role: string;
  readonly categoryId: number | null;
  /** Null for who has never had a login. */
  readonly login: {
    readonly username: string;
    readonly isEnabled: boolean;
    readonly mustChangePassword: boolean;
  } | null;
  readonly recoveryEmail: string;
  readonly permissions: readonly string[];
  readonly createdAt: number;
  readonly lastSignInAt: number | null;
  readonly deletedAt: number | null;
}

const day = 24 * 60 * 60_000;
const shares = {
  login: 0.35,
  switchedOff: 0.07,
  mustChange: 0.05,
  neverSignedIn: 0.3,
  category: 0.7,
  role: 0.75,
  recoveryEmail: 0.4,
  trash: 0.006,
  /** Ticked beforehand, for when they get a login. */
  permissionsWithoutLogin: 0.04,
};
const roles = Choice.byZipf(seededRoles);
const mostPermissions = 7;

/** @param id told apart by it: no two of them share an e-mail or a username */
export function seededAuthorizedUser(
  id: number,
  accountCreatedAt: number,
  { categories, permissions }: KnownDelegation,
  { now, trashDays, random }: { readonly now: number; readonly trashDays: number; readonly random: Random },
): SeededAuthorizedUser {
  const person = madeUpPerson(id, random);
  const [username = ''] = person.email.split('@');
  const createdAt = between(accountCreatedAt, now, random);
  const hasLogin = random.isTrue(shares.login);
  const isKnown = hasLogin && !random.isTrue(shares.neverSignedIn);
  return {
    ...person,
    role: random.isTrue(shares.role) ? roles.pick(random) : '',
    categoryId: random.isTrue(shares.category) ? categories.pick(random) : null,
    login: hasLogin
      ? {
          username,
          isEnabled: !random.isTrue(shares.switchedOff),
          mustChangePassword: !isKnown || random.isTrue(shares.mustChange),
        }
      : null,
    recoveryEmail: hasLogin && random.isTrue(shares.recoveryEmail) ? `${username}@post.example.org` : '',
    permissions: hasLogin || random.isTrue(shares.permissionsWithoutLogin) ? several(permissions, random) : [],
    createdAt,
    lastSignInAt: isKnown ? Math.floor(now - (now - createdAt) * random.next() ** 3) : null,
    deletedAt: random.isTrue(shares.trash)
      ? between(Math.max(createdAt, now - (trashDays - 1) * day), now, random)
      : null,
  };
}

function several(permissions: Choice<string>, random: Random): string[] {
  return [...new Set(Array.from({ length: 1 + random.below(mostPermissions) }, () => permissions.pick(random)))];
}

function between(from: number, before: number, random: Random): number {
  return Math.floor(from + (before - from) * random.next());
}
