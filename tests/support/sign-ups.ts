import type { InputOf, OutputOf } from '../../src-shared/contract';
import type { ProfileType } from '../../src-shared/contract/profiles';
import { seconds } from './manual-clock';
import type { TestApp } from './test-app';
import { addAccount, addStaffAtWindow, backAtDesk, type Credentials, superuser } from './test-office';

type Registration = InputOf<'registration.register'>;
type Policies = Partial<Omit<InputOf<'moderationSettings.updatePolicies'>, 'version'>>;

/** Somebody who is held back, and the case that lets them in. */
export interface SignedUp {
  readonly caseId: string;
  readonly accountId: string;
  readonly credentials: Credentials;
}

/** For so long a decision can be undone. */
export const untilInEffect = seconds(10);

/** Changes only what is named, from the window `superuser`. Types that are not named stay as they are. */
export async function setModeration(app: TestApp, { types = [], ...wanted }: Policies): Promise<void> {
  await backAtDesk(app, 'superuser', superuser);
  const { types: _, ...before } = await app.ask('superuser', 'moderationSettings.policies', {});
  await app.ask('superuser', 'moderationSettings.updatePolicies', { ...before, ...wanted, types });
}

/** Two moderators, each at a window that is called like them. */
export async function addModerators(app: TestApp) {
  const mara = await addStaffAtWindow(app, 'mara', ['moderation.decide', 'accounts.view']);
  const theo = await addStaffAtWindow(app, 'theo', ['moderation.decide', 'accounts.view']);
  return { mara, theo };
}

/** Registers somebody from a window of their own, told apart by their given name. The office must let people do so. */
export async function register(app: TestApp, givenName: string, typed: Partial<Registration> = {}): Promise<SignedUp> {
  // A dozen at once would have to wait.
  app.clock.advance(seconds(13));
  const registration = {
    email: `${givenName.toLowerCase()}@newcomers.example`,
    password: 'paper lantern over the river',
    givenName,
    familyName: 'Newcomer',
    phone: '',
    typeId: null,
    values: {},
    message: 'Let me in, please.',
    ...typed,
  };
  await app.ask(`${givenName} registers`, 'registration.register', registration);
  return signedUp(app, registration);
}

/** The same added by the office, which is quicker. The password has yet to be changed. */
export async function holdBack(app: TestApp, givenName: string): Promise<SignedUp> {
  const { credentials } = await addAccount(app, givenName, { needsApproval: true });
  return signedUp(app, credentials);
}

async function signedUp(app: TestApp, { email, password }: Credentials): Promise<SignedUp> {
  await backAtDesk(app, 'superuser', superuser);
  const { rows } = await app.ask('superuser', 'accounts.list', { search: email });
  const accountId = rows[0]?.id ?? '';
  const { id } = await app.ask('superuser', 'moderation.caseOf', { accountId });
  if (id === null) throw new Error(`${email} has no case.`);
  return { caseId: id, accountId, credentials: { email, password } };
}

/** The case as a moderator sees it at this moment. */
export function look(app: TestApp, window: string, { caseId }: SignedUp): Promise<OutputOf<'moderation.get'>> {
  return app.ask(window, 'moderation.get', { id: caseId });
}

/** What is said with a decision, where it does not matter. */
export const said = { internalReason: 'Known to us', templateId: null };

/** What names a case in its present version. */
export async function asItIs(app: TestApp, window: string, who: SignedUp): Promise<{ id: string; version: number }> {
  const { id, version } = await look(app, window, who);
  return { id, version };
}

export async function approve(app: TestApp, window: string, who: SignedUp, message = '') {
  return app.ask(window, 'moderation.approve', { ...(await asItIs(app, window, who)), ...said, message });
}

export async function reject(app: TestApp, window: string, who: SignedUp, message = 'Not this time.') {
  return app.ask(window, 'moderation.reject', { ...(await asItIs(app, window, who)), ...said, message });
}

export async function requestChanges(app: TestApp, window: string, who: SignedUp, message = 'Please correct it.') {
  return app.ask(window, 'moderation.requestChanges', { ...(await asItIs(app, window, who)), ...said, message });
}

/** A type with one text field that is needed. */
export async function addTypeWithCompany(app: TestApp, name: string): Promise<ProfileType> {
  await backAtDesk(app, 'superuser', superuser);
  const fields = [{ label: 'Company', kind: 'text' as const, isRequired: true, choices: [] }];
  return app.ask('superuser', 'profiles.createType', { name, color: 'green', fields });
}

/** What such a profile has. */
export function companyOf({ id, fields }: ProfileType, company: string) {
  return { typeId: id, values: { [fields[0]?.id ?? '']: company } };
}
