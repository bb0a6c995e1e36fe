import type { EntityManager } from 'typeorm';
import type { ParsedInputOf } from '../../../src-shared/contract';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import { type KeyFile, writeKeyFile } from '../../store/key/key-file';
import type { KeyFileTurns } from '../../store/key/key-file-turns';
import { recoveryWayId, unwrapWithRecoveryCode, withRecoveryCode } from '../../store/key/key-ways';
import { generateRecoveryCode } from '../../store/key/recovery-code';
import type { StoreKey } from '../../store/key/store-key';
import type { Store } from '../../store/store';
import { type Account, type AccountsService, fullName } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { LoginsService } from '../logins/logins.service';
import type { SignInWaits } from '../logins/sign-in-waits.service';
import type { PasswordsService } from '../passwords/passwords.service';
import type { SettingsService } from '../settings/settings.service';

export interface RecoveryServices {
  readonly store: Store;
  readonly key: StoreKey;
  readonly keyFileTurns: KeyFileTurns;
  readonly accounts: AccountsService;
  readonly logins: LoginsService;
  readonly waits: SignInWaits;
  readonly passwords: PasswordsService;
  readonly settings: SettingsService;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** A forgotten last superuser password must not be the end of the office. */
export class RecoveryService {
  readonly #services: RecoveryServices;

  constructor(services: RecoveryServices) {
    this.#services = services;
  }

  /** @returns the recovery code that replaces the one used up */
  async setSuperuserPassword(
    context: Context,
    wanted: ParsedInputOf<'recovery.setSuperuserPassword'>,
  ): Promise<string> {
    // Tries of recovery codes wait together, whatever e-mail is typed beside them.
    await this.#services.waits.charge('recovery', context.now);
    return this.#services.keyFileTurns.take((keyFile) => this.#recover(context, keyFile, wanted));
  }

  async #recover(
    context: Context,
    keyFile: KeyFile,
    { recoveryCode, email, newPassword }: ParsedInputOf<'recovery.setSuperuserPassword'>,
  ): Promise<string> {
    const { store, key, waits, passwords, settings, keyFileTurns } = this.#services;
    await this.#assertRightCode(keyFile, recoveryCode);
    await store.write(context, (tx) => waits.clear(tx, 'recovery'));
    const account = await this.#superuser(store.read, email);
    await passwords.assertAcceptable(newPassword, await settings.passwordRules(account), 'newPassword');
    const passwordHash = await passwords.hash(newPassword);
    const nextCode = generateRecoveryCode();
    const nextKeyFile = await withRecoveryCode(keyFile, key, nextCode);
    // The store first: were the key file first and the power failed between the two, the old code would be gone
    // and the new one never shown. Writing the old file once more finds a full or read-only disk before that.
    writeKeyFile(keyFileTurns.path, keyFile);
    await this.#setPassword(context, email, passwordHash, recoveryWayId(keyFile) ?? '');
    writeKeyFile(keyFileTurns.path, nextKeyFile);
    return nextCode;
  }

  async #assertRightCode(keyFile: KeyFile, recoveryCode: string): Promise<void> {
    const { key, settings, store } = this.#services;
    const unwrapped = await unwrapWithRecoveryCode(keyFile, recoveryCode);
    if (!unwrapped.equals(key)) throw UserError.inField('recoveryCode', 'WRONG_RECOVERY_CODE');
    const { usedRecoveryWay } = await settings.office(store.read);
    if (usedRecoveryWay === recoveryWayId(keyFile)) throw UserError.inField('recoveryCode', 'RECOVERY_CODE_USED');
  }

  async #superuser(manager: EntityManager, email: string): Promise<Account> {
    const account = await this.#services.accounts.findByEmail(manager, email);
    if (!account?.isActive || !account.isSuperuser || account.deletedAt !== null) {
      throw UserError.inField('email', 'NOT_A_SUPERUSER');
    }
    return account;
  }

  async #setPassword(context: Context, email: string, passwordHash: string, usedWay: string): Promise<void> {
    const { store, logins, waits, settings, activity, events } = this.#services;
    await store.write(context, async (tx) => {
      // Asked anew: making the password took its time, and the code must not be used up for somebody deleted meanwhile.
      const account = await this.#superuser(tx.manager, email);
      await settings.useUpRecoveryWay(tx, usedWay);
      await logins.setPassword(tx, account.loginId, { passwordHash, now: context.now }, { by: 'owner' });
      await waits.clear(tx, { signInName: account.email });
      await activity.record(tx, context, {
        act: 'password.recovered',
        subject: { kind: 'account', id: account.id, label: fullName(account) },
      });
      tx.afterCommit(() => {
        events.changed('accounts', 'dashboard', 'staff');
        events.everySession();
      });
    });
  }
}
