import type { EntityManager } from 'typeorm';
import { UserError } from '../../errors';
import { fold } from '../../store/fold';
import { newPublicId } from '../../store/public-id';
import type { Transaction } from '../../store/write-gate';
import { Login } from './login.entity';

export type { Login };

/** Who has set a password: its owner, or somebody else for them, for a time. */
export type PasswordOrigin = { readonly by: 'owner' } | { readonly by: 'somebody else'; readonly expiresAt: number };

/** The ways to sign in, apart from the accounts they belong to. */
export class LoginsService {
  findById(manager: EntityManager, id: number): Promise<Login | null> {
    return manager.findOneBy(Login, { id });
  }

  /** Which of these logins have to change their password. */
  async mustChangePassword(manager: EntityManager, ids: readonly number[]): Promise<ReadonlySet<number>> {
    const marks = ids.map(() => '?').join(', ');
    const rows = await manager.query<{ id: number }[]>(
      `SELECT id FROM login WHERE must_change_password = 1 AND id IN (${marks})`,
      [...ids],
    );
    return new Set(rows.map((row) => row.id));
  }

  findByName(manager: EntityManager, typedName: string): Promise<Login | null> {
    return manager.findOneBy(Login, { signInNameFolded: fold(typedName) });
  }

  async add(
    tx: Transaction,
    given: { readonly signInName: string; readonly passwordHash: string; readonly now: number },
    origin: PasswordOrigin,
  ): Promise<Login> {
    const { signInName, passwordHash, now } = given;
    if (await this.findByName(tx.manager, signInName)) throw UserError.inField('email', 'EMAIL_TAKEN');
    const login = tx.manager.create(Login, {
      publicId: newPublicId(),
      signInName,
      signInNameFolded: fold(signInName),
      ...passwordFields(passwordHash, origin, now),
      epoch: 1,
      createdAt: now,
    });
    return tx.manager.save(login);
  }

  /** Whoever was signed in by it is signed out. */
  async remove(tx: Transaction, id: number): Promise<void> {
    await tx.manager.delete(Login, { id });
  }

  async rename(tx: Transaction, id: number, signInName: string): Promise<void> {
    await tx.manager.update(Login, { id }, { signInName, signInNameFolded: fold(signInName) });
  }

  /** Sets the password and ends every session of this login. @returns the new epoch */
  async setPassword(
    tx: Transaction,
    id: number,
    given: { readonly passwordHash: string; readonly now: number },
    origin: PasswordOrigin,
  ): Promise<number> {
    await tx.manager.update(Login, { id }, passwordFields(given.passwordHash, origin, given.now));
    return this.endSessions(tx, id);
  }

  /** @returns the new epoch */
  async endSessions(tx: Transaction, id: number): Promise<number> {
    await tx.manager.increment(Login, { id }, 'epoch', 1);
    const login = await tx.manager.findOneByOrFail(Login, { id });
    return login.epoch;
  }
}

function passwordFields(passwordHash: string, origin: PasswordOrigin, now: number) {
  return {
    passwordHash,
    passwordSetAt: now,
    mustChangePassword: origin.by === 'somebody else',
    passwordExpiresAt: origin.by === 'somebody else' ? origin.expiresAt : null,
  };
}
