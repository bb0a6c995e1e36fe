import type { Desk } from './desk';
import type { Needles } from './needles';

interface Traces {
  readonly stored: Needles;
  readonly neverStored: Needles;
}

const newcomer = { email: 'rosalind.featherstone@example.net', givenName: 'Rosalind', familyName: 'Featherstone' };
const rejected = { email: 'lysander.wolfcastle@blocked.example', givenName: 'Lysander', familyName: 'Wolfcastle' };
const phone = '+44 20 7946 0321';
const shop = 'Antiquarian umbrellas of Lower Pondbury';
const passwords = {
  registered: 'thimble orchestra over marshes',
  registeredAgain: 'somebody elses lantern parade',
  ofRejected: 'crimson kayak beneath bridges',
};
/** What is said about a sign-up, by the person and among the office. */
const said = {
  message: 'I repair umbrellas and would like to sell them here.',
  corrected: 'I sell umbrellas, and repair them on Thursdays.',
  appeal: 'My brother was blocked, and I am not my brother.',
  note: 'Her aunt has an account here since the spring.',
  internalReason: 'The register of trades knows no such shop.',
  askedFor: 'Please tell us where your shop is to be found.',
  told: 'We cannot let you in before you have a shop.',
  template: 'Dear {given name}, the office has looked at your umbrellas.',
  ruleNote: 'A wolf among the sheep of this neighbourhood',
};

/** People register, are asked for changes and rejected, by a moderator and by a rule, and say what they think of it. */
export async function walkThroughSignUps(boss: Desk, other: Desk, { stored, neverStored }: Traces): Promise<void> {
  stored.add('sign-up', ...Object.values(newcomer), ...Object.values(rejected), phone, shop, ...Object.values(said));
  neverStored.add('password of a sign-up', ...Object.values(passwords));
  await other.ask('session.signOut', {});
  const fields = [{ label: 'Shop', kind: 'text' as const, isRequired: true, choices: [] }];
  const type = await boss.ask('profiles.createType', { name: 'Umbrella seller', color: 'teal', fields });
  const [{ id: fieldId } = { id: '' }] = type.fields;
  const { types: _, ...policies } = await boss.ask('moderationSettings.policies', {});
  await boss.ask('moderationSettings.updatePolicies', { ...policies, isRegistrationOpen: true, types: [] });
  const rule = { patterns: ['blocked.example'], decision: 'reject' as const, note: said.ruleNote };
  await boss.ask('moderationSettings.addRules', rule);
  const template = { decision: 'approve' as const, name: 'Welcome of umbrellas', text: said.template };
  await boss.ask('moderationSettings.createTemplate', template);

  const details = { phone, typeId: type.id, values: { [fieldId]: shop }, message: said.message };
  const registered = { ...newcomer, ...details, password: passwords.registered };
  await other.ask('registration.register', registered);
  await other.ask('registration.register', { ...registered, password: passwords.registeredAgain });
  await other.ask('registration.register', { ...rejected, ...details, password: passwords.ofRejected });

  const { rows } = await boss.ask('moderation.queue', { tab: 'waiting', search: newcomer.familyName });
  const [found] = rows;
  if (!found) throw new Error('Whoever registers waits in the queue.');
  const { id } = found;
  await boss.ask('moderation.claim', { id });
  await boss.ask('moderation.addNote', { id, text: said.note });
  const reason = { templateId: null, internalReason: said.internalReason };
  const asked = { id, version: found.version, ...reason, message: said.askedFor };
  const { case: sentBack } = await boss.ask('moderation.requestChanges', asked);
  const reopened = await boss.ask('moderation.reopen', { id, version: sentBack.version, internalReason: '' });

  await other.signIn({ email: newcomer.email, password: passwords.registered });
  const { version } = await other.ask('signUp.mine', {});
  const corrected = { version, values: details.values, message: said.corrected, phone };
  const { givenName, familyName } = newcomer;
  await other.ask('signUp.resubmit', { ...corrected, givenName, familyName });
  await other.refusal('accounts.list', {});
  await other.ask('session.signOut', {});
  const stale = { id, version: reopened.version, ...reason, message: said.told };
  await boss.refusal('moderation.reject', stale);
  const current = await boss.ask('moderation.get', { id });
  await boss.ask('moderation.reject', { ...stale, version: current.version });

  await other.signIn({ email: rejected.email, password: passwords.ofRejected });
  const mine = await other.ask('signUp.mine', {});
  await other.ask('signUp.appeal', { version: mine.version, message: said.appeal });
}
