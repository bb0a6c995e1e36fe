import { newPublicId } from '../../../src-main/store/public-id';
import type { BulkJob } from '../../../src-shared/contract/bulk-decisions';
import type { MessageTemplate, ModerationRule } from '../../../src-shared/contract/moderation-settings';
import type { MySignUp } from '../../../src-shared/contract/sign-up';
import type { SignUpCase } from '../../../src-shared/contract/sign-up-cases';
import { newAccount } from '../../support/test-office';
import { type EveryState, everybodysPassword } from './every-state';
import { newName, someProfile } from './made-records';

/** What is said with a decision: the person is told one thing, the office another. */
export const words = {
  internalReason: 'Known from another office',
  templateId: null,
  message: 'Dear {given name}, call {office}.',
};

const heldBack = new WeakMap<EveryState, string>();

/** Always the case of the same account of an office, as it waits now: adding the account hashes a password. */
export async function someCase(states: EveryState): Promise<SignUpCase> {
  const accountId = heldBack.get(states) ?? (await addHeldBack(states));
  return waitingCaseOf(states, accountId);
}

export async function chosenCase(states: EveryState) {
  const { id, version } = await someCase(states);
  return { id, version };
}

async function addHeldBack(states: EveryState): Promise<string> {
  const typed = newAccount(newName(), { password: everybodysPassword, phone: '0170 1112223', needsApproval: true });
  const { id } = await states.open.ask('full', 'accounts.create', typed);
  await someProfile(states, id);
  heldBack.set(states, id);
  return id;
}

async function waitingCaseOf({ open }: EveryState, accountId: string): Promise<SignUpCase> {
  const { id } = await open.ask('full', 'moderation.caseOf', { accountId });
  if (id === null) throw new Error('Whoever is held back has a case.');
  const { state, version } = await open.ask('full', 'moderation.get', { id });
  if (state !== 'waiting') await open.ask('full', 'moderation.reopen', { id, version, internalReason: '' });
  return open.ask('full', 'moderation.get', { id });
}

/** The sign-up of the person behind the gate, as it waits, with a profile and an appeal still to be made. */
export async function ownSignUp(states: EveryState): Promise<MySignUp> {
  const { open, file } = states;
  const accountId = await states.accountAt('awaiting-approval');
  const { id } = await waitingCaseOf(states, accountId);
  // One appeal is all a person has, and hashing a password for each test takes long.
  file.write('UPDATE sign_up_case SET is_appeal = 0, has_appealed = 0 WHERE public_id = ?', id);
  const mine = await open.ask('awaiting-approval', 'signUp.mine', {});
  if (mine.submission.type !== null) return mine;
  await someProfile(states, accountId);
  return open.ask('awaiting-approval', 'signUp.mine', {});
}

/** The same once it is rejected and the person knows. */
export async function rejectedSignUp(states: EveryState): Promise<MySignUp> {
  const { open, file } = states;
  await ownSignUp(states);
  const { id, version } = await waitingCaseOf(states, await states.accountAt('awaiting-approval'));
  await open.ask('full', 'moderation.reject', { id, version, ...words });
  // Its time to be undone is over. To move the clock would lock the windows of everybody else.
  file.write('UPDATE sign_up_case SET effective_at = decided_at WHERE public_id = ?', id);
  return open.ask('awaiting-approval', 'signUp.mine', {});
}

/** Something the office has written to the account holder who is let in; what sends it takes its time. */
export async function someMessage(states: EveryState): Promise<string> {
  const id = newPublicId();
  states.file.write(
    `INSERT INTO outbox_message (public_id, account_id, case_id, kind, text, sent_at, read_at)
     SELECT ?, id, NULL, 'approved', 'Welcome.', 0, NULL FROM account WHERE public_id = ?`,
    id,
    await states.accountAt('holder'),
  );
  return id;
}

/** One that is through with the one case it is about. */
export async function doneJob(states: EveryState): Promise<BulkJob> {
  const { id } = await someCase(states);
  takeRunningJobAway(states);
  const job = await states.open.ask('full', 'moderation.startBulk', {
    decision: 'reject',
    choice: { ids: [id] },
    ...words,
  });
  await states.jobsAreThrough();
  return job;
}

/**
 * One that goes on until it is cancelled, because it is nobody's: how long one with something to do goes on is for the
 * computer to say.
 */
export function runningJob(states: EveryState): string {
  const { file, open } = states;
  takeRunningJobAway(states);
  const id = newPublicId();
  file.write(
    `INSERT INTO bulk_job (public_id, act, state, started_by, details, total, done, skipped, failed, undone, not_undone,
       started_at) VALUES (?, 'sign-ups.reject', 'running', 0, '{}', 0, 0, 0, 0, 0, 0, ?)`,
    id,
    open.clock.now(),
  );
  return id;
}

/** There is but one job at a time. */
export function takeRunningJobAway({ file }: EveryState): void {
  file.write('DELETE FROM bulk_job WHERE started_by = 0');
}

/** Another one each time. */
export async function someRule({ open }: EveryState): Promise<ModerationRule> {
  const patterns = [`${newName()}.example`];
  const { rows } = await open.ask('full', 'moderationSettings.addRules', { patterns, decision: 'reject', note: '' });
  const [rule] = rows.filter(({ pattern }) => patterns.includes(pattern));
  if (!rule) throw new Error('The rule is not among those it was added to.');
  return rule;
}

/** Another one each time. */
export async function someTemplate({ open }: EveryState): Promise<MessageTemplate> {
  return open.ask('full', 'moderationSettings.createTemplate', { ...newTemplate(), decision: 'approve' });
}

export function newTemplate() {
  return { decision: 'reject' as const, name: newName(), text: 'Dear {given name},\n\n{office} cannot let you in.' };
}

/** Lets people register, however many have done so just now. */
export async function openRegistration({ open, file }: EveryState): Promise<void> {
  const { types: _, ...policies } = await open.ask('full', 'moderationSettings.policies', {});
  const opened = { ...policies, isOn: true, isRegistrationOpen: true, types: [] };
  await open.ask('full', 'moderationSettings.updatePolicies', opened);
  file.write('DELETE FROM registration_attempt');
}
