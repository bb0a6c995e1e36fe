import type { Context } from '../../context';
import type { Transaction } from '../../store/write-gate';
import { type Account, type AccountsService, fullName } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { LoginsService } from '../logins/logins.service';
import type { CaseDecisions } from '../moderation/case-decisions.service';
import type { CaseNotes } from '../moderation/case-notes.service';
import type { SignUpCase, SignUpCases } from '../moderation/sign-up-cases.service';
import type { MessageTemplates } from '../moderation-settings/message-templates.service';
import { type ModerationPolicies, recordablePolicies } from '../moderation-settings/policies.service';
import type { ModerationRules } from '../moderation-settings/rules.service';
import { submissionOf } from '../profiles/profile-approvals.service';
import type { ProfileType, ProfileTypesService } from '../profiles/profile-types.service';
import { type ProfilesService, recordableProfile } from '../profiles/profiles.service';
import type { SettingsService } from '../settings/settings.service';
import type { OwnSignUp, SignUpService } from '../sign-up/sign-up.service';
import { sampleEmail } from './sample-data';
import {
  type SampleSignUp,
  type SampleStep,
  sampleLaterProfile,
  sampleRules,
  sampleSignUps,
  sampleTypePolicies,
} from './sample-sign-ups';

export interface SampleModerationServices {
  readonly accounts: AccountsService;
  readonly logins: LoginsService;
  readonly profileTypes: ProfileTypesService;
  readonly profiles: ProfilesService;
  readonly policies: ModerationPolicies;
  readonly rules: ModerationRules;
  readonly templates: MessageTemplates;
  readonly cases: SignUpCases;
  readonly decisions: CaseDecisions;
  readonly caseNotes: CaseNotes;
  readonly signUp: SignUpService;
  readonly ownSignUp: OwnSignUp;
  readonly settings: SettingsService;
  readonly activity: ActivityService;
}

const day = 24 * 60 * 60_000;
const openedDaysAgo = 22;

/** What a team lead of the sample data does; the rest is the founder's. */
const actsOfLead: ReadonlySet<SampleStep['act']> = new Set(['reject', 'park', 'note', 'approve-first']);

/** People who have signed up at the office of the sample data, and what became of it. */
export class SampleModeration {
  readonly #services: SampleModerationServices;

  constructor(services: SampleModerationServices) {
    this.#services = services;
  }

  /** One thing after the other, as it happened: the activity is numbered in this order. */
  async add(tx: Transaction, context: Context, passwordHash: string): Promise<void> {
    const founder = { ...context, tx };
    const lead = { ...founder, actor: await this.#actor(tx, sampleEmail(5)) };
    await this.#setPolicies(tx, before(founder, openedDaysAgo));
    for (const { decision, patterns, note } of sampleRules) {
      await this.#services.rules.add(before(founder, openedDaysAgo), { decision, patterns: [...patterns], note });
    }
    const happened = [
      ...sampleSignUps.flatMap((sample) => [
        {
          daysAgo: sample.registeredDaysAgo,
          happen: () => this.#register(tx, before(context, sample.registeredDaysAgo), sample, passwordHash),
        },
        ...sample.steps.map((step) => {
          const by = actsOfLead.has(step.act) ? lead : founder;
          return { daysAgo: step.daysAgo, happen: () => this.#take(tx, before(by, step.daysAgo), sample, step) };
        }),
      ]),
      { daysAgo: sampleLaterProfile.addedDaysAgo, happen: () => this.#addLater(tx, founder) },
    ];
    for (const { happen } of happened.sort((one, other) => other.daysAgo - one.daysAgo)) await happen();
  }

  async #setPolicies(tx: Transaction, context: Context): Promise<void> {
    const { policies, settings, activity } = this.#services;
    const policy = await policies.get(tx.manager);
    const old = await policies.view(tx.manager);
    await policies.save(tx, Object.assign(policy, { isRegistrationOpen: true }), context.now);
    for (const { type, ...said } of sampleTypePolicies) {
      await policies.saveOfType(tx, (await this.#type(tx, type)).id, said);
    }
    const { name: label } = await settings.office(tx.manager);
    await activity.record(tx, context, {
      act: 'moderation.policies-changed',
      subject: { kind: 'office', id: 1, label },
      before: recordablePolicies(old),
      after: recordablePolicies(await policies.view(tx.manager)),
    });
  }

  async #register(tx: Transaction, context: Context, sample: SampleSignUp, passwordHash: string): Promise<void> {
    const { accounts, logins, profiles, cases, rules, decisions, activity } = this.#services;
    const { email, givenName, familyName, phone, message } = sample;
    const { now } = context;
    const login = await logins.add(tx, { signInName: email, passwordHash, now }, { by: 'owner' });
    const kind = { loginId: login.id, isStaff: false, isSuperuser: false, access: 'awaiting-approval', now } as const;
    const account = await accounts.add(tx, { email, givenName, familyName, phone }, kind);
    const type = await this.#type(tx, sample.profile.type);
    const values = await this.#values(tx, type, sample.profile.values);
    const profile = await profiles.addTo(tx, account.id, type, values, now);
    const view = await profiles.view(tx.manager, profile);
    const byNobody = { ...context, tx, actor: null };
    await activity.record(tx, byNobody, {
      act: 'sign-up.registered',
      subject: { kind: 'account', id: account.id, label: fullName(account) },
      after: { email, givenName, familyName, phone, ...recordableProfile(view) },
    });
    const submission = { ...submissionOf(account, view), message };
    const signUpCase = await cases.open(tx, { kind: 'account', account, profile, submission }, now);
    const rule = await rules.decisionFor(tx.manager, email);
    if (rule) await decisions.byRule(tx, byNobody, { signUpCase, account }, rule);
  }

  async #take(tx: Transaction, context: Context, { email }: SampleSignUp, step: SampleStep): Promise<void> {
    const { decisions, caseNotes, signUp, ownSignUp } = this.#services;
    const { account, signUpCase } = await this.#caseOf(tx, email);
    const { publicId: id, version } = signUpCase;
    if (step.act === 'note') return caseNotes.add(context, { id, text: step.text });
    if (step.act === 'park') {
      const until = context.now + step.forDays * day;
      await decisions.park(context, { id, version, until, internalReason: step.reason });
      return;
    }
    if (step.act === 'appeal' || step.act === 'resubmit') {
      const own = { ...context, actor: await this.#actor(tx, email) };
      const seen = await ownSignUp.of(tx.manager, account, signUpCase, context.now);
      if (step.act === 'appeal') {
        await signUp.appeal(own, { version: seen.version, message: step.message });
        return;
      }
      const { givenName, familyName, phone } = account;
      const type = await this.#type(tx, seen.submission.type?.name ?? '');
      const values = await this.#values(tx, type, step.values);
      const corrected = { version: seen.version, givenName, familyName, phone, values, message: step.message };
      await signUp.resubmit(own, corrected);
      return;
    }
    const said = { id, version, internalReason: '', templateId: null, message: '' };
    if (step.act === 'approve-first') {
      await decisions.approve(context, said);
      return;
    }
    const { id: templateId, text: message } = await this.#template(tx, step.act, step.template);
    const input = { ...said, templateId, message };
    if (step.act === 'approve') await decisions.approve(context, input);
    if (step.act === 'reject') await decisions.reject(context, input);
    if (step.act === 'request-changes') await decisions.requestChanges(context, input);
  }

  async #addLater(tx: Transaction, context: Context): Promise<void> {
    const { holder, addedDaysAgo, profile } = sampleLaterProfile;
    const account = await this.#account(tx, holder);
    const type = await this.#type(tx, profile.type);
    const values = await this.#values(tx, type, profile.values);
    const added = { accountId: account.publicId, typeId: type.publicId, values };
    await this.#services.profiles.add(before(context, addedDaysAgo), added);
  }

  async #caseOf(tx: Transaction, email: string): Promise<{ account: Account; signUpCase: SignUpCase }> {
    const account = await this.#account(tx, email);
    const signUpCase = await this.#services.cases.ofAccount(tx.manager, account.id);
    if (!signUpCase) throw new Error(`${email} has signed up.`);
    return { account, signUpCase };
  }

  async #account(tx: Transaction, email: string): Promise<Account> {
    const account = await this.#services.accounts.findByEmail(tx.manager, email);
    if (!account) throw new Error(`The sample data have no account ${email}.`);
    return account;
  }

  async #actor(tx: Transaction, email: string): Promise<NonNullable<Context['actor']>> {
    const account = await this.#account(tx, email);
    const rights = await this.#services.accounts.rightsOf(tx.manager, account);
    return { ...account, accountId: account.id, delegate: null, rights };
  }

  async #type(tx: Transaction, name: string): Promise<ProfileType> {
    const types = await this.#services.profileTypes.open(tx.manager);
    const type = types.find((one) => one.name === name);
    if (!type) throw new Error(`The sample data have no profile type ${name}.`);
    return type;
  }

  async #values(tx: Transaction, type: ProfileType, byLabel: SampleSignUp['profile']['values']) {
    const fields = await this.#services.profileTypes.fieldsOf(tx.manager, type.id);
    return Object.fromEntries(fields.map(({ publicId, label }) => [publicId, byLabel[label] ?? null]));
  }

  async #template(tx: Transaction, decision: string, name: string) {
    const { rows } = await this.#services.templates.choices(tx.manager);
    const template = rows.find((one) => one.decision === decision && one.name === name);
    if (!template) throw new Error(`A new office has no template ${name}.`);
    return template;
  }
}

function before<C extends Context>(context: C, daysAgo: number): C {
  return { ...context, now: Math.round(context.now - daysAgo * day) };
}
