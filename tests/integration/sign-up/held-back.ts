import type { MySignUp } from '../../../src-shared/contract/sign-up';
import type { SignUpCase } from '../../../src-shared/contract/sign-up-cases';
import { setModeration } from '../../support/sign-ups';
import type { TestApp } from '../../support/test-app';
import { backAtDesk, signIn, superuser } from '../../support/test-office';
import { addType, newcomer, ownPassword, valuesOf } from '../registration/people-who-register';

export interface HeldBack {
  /** At which they are signed in. */
  readonly window: string;
  readonly email: string;
  readonly accountId: string;
}

/** An office that lets people register, with one type of profile. */
export async function openForRegistration(app: TestApp): Promise<void> {
  await addType(app, 'Seller');
  await setModeration(app, { isRegistrationOpen: true });
}

export async function sellerType(app: TestApp) {
  const { rows } = await app.ask('superuser', 'profiles.types', {});
  const type = rows.find(({ name }) => name === 'Seller');
  if (!type) throw new Error('The office was opened for registration before.');
  return type;
}

/** Registers somebody and signs them in at a window that is called like them. */
export async function registered(app: TestApp, name: string): Promise<HeldBack> {
  await backAtDesk(app, 'superuser', superuser);
  const type = await sellerType(app);
  const values = valuesOf(type, { Company: `${name} & Co`, Employees: 3 });
  const typed = newcomer(name, { typeId: type.id, values, phone: '+44 20 7946 0100', message: 'Please let me in.' });
  await app.ask(`${name} registers`, 'registration.register', typed);
  await signIn(app, name, { email: typed.email, password: ownPassword });
  const { rows } = await app.ask('superuser', 'accounts.list', { search: typed.email });
  return { window: name, email: typed.email, accountId: rows[0]?.id ?? '' };
}

/** The case of somebody, as a moderator has it before them. */
export async function caseOf(app: TestApp, { accountId }: Pick<HeldBack, 'accountId'>): Promise<SignUpCase> {
  const { id } = await app.ask('superuser', 'moderation.caseOf', { accountId });
  return app.ask('superuser', 'moderation.get', { id: id ?? '' });
}

const internal = { internalReason: 'Seen by two of us', templateId: null };

/** Decides on somebody from the window `superuser`; it has effect ten seconds later. */
export async function decide(
  app: TestApp,
  person: Pick<HeldBack, 'accountId'>,
  act: 'approve' | 'reject' | 'requestChanges',
  message = 'Hello {given name}.',
): Promise<void> {
  const { id, version } = await caseOf(app, person);
  await app.ask('superuser', `moderation.${act}`, { id, version, message, ...internal });
}

export const mine = (app: TestApp, { window }: HeldBack): Promise<MySignUp> => app.ask(window, 'signUp.mine', {});

/** What a form sends that changes nothing. */
export function formOf({ version, submission }: MySignUp) {
  const { givenName, familyName, phone, values, message } = submission;
  return { version, givenName, familyName, phone, values, message };
}
