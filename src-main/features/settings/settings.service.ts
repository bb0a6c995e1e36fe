import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { OfficeSettings } from '../../../src-shared/contract/settings';
import { passwordMinimum } from '../../../src-shared/contract/shapes';
import type { Context } from '../../context';
import type { Events } from '../../events';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { assertVersion } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { PasswordRules } from '../passwords/passwords.service';
import { Office } from './office.entity';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const firstPolicies = {
  idleLockMinutes: 15,
  reauthenticationMinutes: 5,
  passwordMinLength: passwordMinimum,
  oneTimePasswordHours: 72,
  trashDays: 30,
};

/** The office's name and policies. */
export class SettingsService {
  readonly #store: Store;
  readonly #activity: ActivityService;
  readonly #events: Events;

  constructor(store: Store, activity: ActivityService, events: Events) {
    this.#store = store;
    this.#activity = activity;
    this.#events = events;
  }

  office(manager: EntityManager): Promise<Office> {
    return manager.findOneByOrFail(Office, { id: 1 });
  }

  async get(): Promise<OfficeSettings> {
    return viewOf(await this.office(this.#store.read));
  }

  update(context: Context, { version, officeName, ...policies }: OfficeSettings): Promise<OfficeSettings> {
    return this.#store.write(context, async (tx) => {
      const office = await this.office(tx.manager);
      assertVersion(office, version);
      const before = recordable(office);
      Object.assign(office, policies, { name: officeName, version: version + 1, updatedAt: context.now });
      await tx.manager.save(office);
      await this.#activity.record(tx, context, {
        act: 'settings.changed',
        subject: { kind: 'office', id: 1, label: office.name },
        before,
        after: recordable(office),
      });
      tx.afterCommit(() => {
        this.#events.changed('settings');
        this.#events.everySession();
      });
      return viewOf(office);
    });
  }

  /** Writes the one office row: for the set-up. */
  async addOffice(tx: Transaction, name: string, now: number): Promise<void> {
    const office = tx.manager.create(Office, {
      id: 1,
      version: 1,
      name,
      ...firstPolicies,
      nameDigestKey: randomBytes(32),
      usedRecoveryWay: null,
      createdAt: now,
      updatedAt: now,
    });
    await tx.manager.insert(Office, office);
  }

  async useUpRecoveryWay(tx: Transaction, wayId: string): Promise<void> {
    await tx.manager.update(Office, { id: 1 }, { usedRecoveryWay: wayId });
  }

  /** What a new password is judged by, for a person with these names. */
  async passwordRules(person: { email: string; givenName: string; familyName: string }): Promise<PasswordRules> {
    const office = await this.office(this.#store.read);
    return {
      minLength: office.passwordMinLength,
      about: [person.email, person.givenName, person.familyName, office.name],
    };
  }

  /** When what is put into the trash now is deleted for good. */
  async purgeAt(manager: EntityManager, now: number): Promise<number> {
    const { trashDays } = await this.office(manager);
    return now + trashDays * day;
  }

  /** How long a password that somebody else sets now will let its owner in. */
  async bySomebodyElse(manager: EntityManager, now: number) {
    const { oneTimePasswordHours } = await this.office(manager);
    return { by: 'somebody else', expiresAt: now + oneTimePasswordHours * hour } as const;
  }
}

export function idleLockMs(office: Office): number {
  return office.idleLockMinutes * minute;
}

export function reauthenticationMs(office: Office): number {
  return office.reauthenticationMinutes * minute;
}

function viewOf(office: Office): OfficeSettings {
  return { version: office.version, ...recordable(office) };
}

function recordable(office: Office) {
  return {
    officeName: office.name,
    idleLockMinutes: office.idleLockMinutes,
    reauthenticationMinutes: office.reauthenticationMinutes,
    passwordMinLength: office.passwordMinLength,
    oneTimePasswordHours: office.oneTimePasswordHours,
    trashDays: office.trashDays,
  };
}
