import { setTimeout } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import type { AccountLogins } from '../accounts/account-logins.service';
import { type Account, fullName } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { CaseDecisions } from '../moderation/case-decisions.service';
import type { SignUpCases, Submission } from '../moderation/sign-up-cases.service';
import type { ModerationPolicies } from '../moderation-settings/policies.service';
import type { ModerationRules } from '../moderation-settings/rules.service';
import type { PasswordsService } from '../passwords/passwords.service';
import { submissionOf } from '../profiles/profile-approvals.service';
import type { ProfileType, ProfileTypesService } from '../profiles/profile-types.service';
import { type Profile, type ProfilesService, recordableProfile } from '../profiles/profiles.service';
import type { SettingsService } from '../settings/settings.service';
import type { RegistrationAttempts } from './registration-attempts.service';

type Submitted = ParsedInputOf<'registration.register'>;

/**
 * An answer takes at least so long, in milliseconds, so that adding an account does not take longer than not doing so.
 * It is far more than either takes on an office PC.
 */
const leastAnswerTime = 400;

export interface RegistrationServices {
  readonly store: Store;
  readonly accountLogins: AccountLogins;
  readonly profiles: ProfilesService;
  readonly profileTypes: ProfileTypesService;
  readonly passwords: PasswordsService;
  readonly settings: SettingsService;
  readonly policies: ModerationPolicies;
  readonly rules: ModerationRules;
  readonly cases: SignUpCases;
  readonly decisions: CaseDecisions;
  readonly registrationAttempts: RegistrationAttempts;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** People who ask for an account themselves. */
export class RegistrationService {
  readonly #services: RegistrationServices;

  constructor(services: RegistrationServices) {
    this.#services = services;
  }

  async offer(): Promise<OutputOf<'registration.offer'>> {
    const { store, policies, profileTypes } = this.#services;
    const { isRegistrationOpen: isOpen, isOn: isModerated } = await policies.get(store.read);
    // Whoever cannot register need not know what the office has.
    if (!isOpen) return { isOpen, isModerated, types: [] };
    const types = await profileTypes.views(store.read, await policies.offeredTypes(store.read));
    return { isOpen, isModerated, types: types.map(({ id, name, color, fields }) => ({ id, name, color, fields })) };
  }

  /**
   * Adds an account, unless the e-mail is in use: whoever asks is not told which. Until then everything is done alike,
   * and what is wrong with the rest is said before anybody looks for the e-mail.
   * @throws UserError REGISTRATION_CLOSED, REGISTRATION_WAIT; in the fields `typeId`, `values.FIELDID`, `password`
   */
  async register(context: Context, submitted: Submitted): Promise<void> {
    const { store, profiles, passwords, settings, registrationAttempts } = this.#services;
    const type = await this.#offeredType(store.read, submitted);
    await profiles.assertAcceptable(store.read, type, submitted.values);
    await passwords.assertAcceptable(submitted.password, await settings.passwordRules(submitted), 'password');
    await registrationAttempts.charge(context.now);
    const least = setTimeout(leastAnswerTime);
    try {
      const passwordHash = await passwords.hash(submitted.password);
      await store.write(context, (tx) => this.#add(tx, context, submitted, passwordHash));
    } catch (error) {
      if (!isEmailInUse(error)) throw error;
    } finally {
      await least;
    }
  }

  /** @throws UserError REGISTRATION_CLOSED; UNKNOWN_PROFILE_TYPE in the field `typeId` */
  async #offeredType(manager: EntityManager, { typeId }: Pick<Submitted, 'typeId'>): Promise<ProfileType | null> {
    const { policies } = this.#services;
    const { isRegistrationOpen } = await policies.get(manager);
    if (!isRegistrationOpen) throw new UserError('REGISTRATION_CLOSED');
    const types = await policies.offeredTypes(manager);
    if (typeId === null && types.length === 0) return null;
    const type = types.find(({ publicId }) => publicId === typeId);
    if (!type) throw UserError.inField('typeId', 'UNKNOWN_PROFILE_TYPE');
    return type;
  }

  /** Asks anew for all that may have become another while the password was being hashed. */
  async #add(tx: Transaction, context: Context, submitted: Submitted, passwordHash: string): Promise<void> {
    const { accountLogins, profiles, policies, activity, events } = this.#services;
    const { email, givenName, familyName, phone, message, values } = submitted;
    const type = await this.#offeredType(tx.manager, submitted);
    const { isOn } = await policies.get(tx.manager);
    // Where no moderator is to read it, what was said to the office stands where the office looks.
    const details = { email, givenName, familyName, phone, notes: isOn ? '' : message };
    const account = await accountLogins.add(tx, context, details, {
      passwordHash,
      isPasswordByOwner: true,
      access: isOn ? 'awaiting-approval' : 'open',
      isStaff: false,
      isSuperuser: false,
    });
    const profile = type && (await profiles.addTo(tx, account.id, type, values, context.now));
    const view = profile && (await profiles.view(tx.manager, profile));
    await activity.record(tx, context, {
      act: 'sign-up.registered',
      subject: { kind: 'account', id: account.id, label: fullName(account) },
      after: { email, givenName, familyName, phone, ...(view && recordableProfile(view)) },
    });
    tx.afterCommit(() => events.changed('accounts', 'profiles', 'dashboard'));
    if (isOn) await this.#openCase(tx, context, account, profile, { ...submissionOf(account, view), message });
  }

  async #openCase(
    tx: Transaction,
    context: Context,
    account: Account,
    profile: Profile | null,
    submission: Submission,
  ): Promise<void> {
    const { cases, rules, decisions, events } = this.#services;
    const opened = await cases.open(tx, { kind: 'account', account, profile, submission }, context.now);
    tx.afterCommit(() => events.changed('moderation'));
    const rule = await rules.decisionFor(tx.manager, account.email);
    if (rule) await decisions.byRule(tx, context, { signUpCase: opened, account }, rule);
  }
}

/** The account was not added, whatever else was right. */
function isEmailInUse(error: unknown): boolean {
  return error instanceof UserError && (error.code === 'EMAIL_TAKEN' || error.code === 'EMAIL_IN_TRASH');
}
