import { days } from '../../support/manual-clock';
import type { ModerationProcedure } from './bad-inputs.moderation';
import { everybodysPassword } from './every-state';
import { asking, chosenOf, type Prepare } from './good-call';
import { filledType, newName, someType } from './made-records';
import {
  chosenCase,
  doneJob,
  newTemplate,
  openRegistration,
  ownSignUp,
  rejectedSignUp,
  runningJob,
  someCase,
  someMessage,
  someRule,
  someTemplate,
  takeRunningJobAway,
  words,
} from './made-records.moderation';

const queue = { tab: 'waiting' as const, search: 'okafor', domain: 'example.com' };

export const moderationCalls: { readonly [N in ModerationProcedure]: Prepare<N> } = {
  'registration.offer': async (states) => {
    await openRegistration(states);
    await someType(states);
    return { place: 'signed-out', input: {} };
  },
  'registration.register': async (states) => {
    await openRegistration(states);
    const name = newName();
    const said = { givenName: name, familyName: 'Okafor', phone: '0170 3334445', message: 'I sell pots.\nTwo shops.' };
    const login = { email: `${name}@example.com`, password: everybodysPassword };
    return { place: 'signed-out', input: { ...login, ...said, ...(await filledType(states)) } };
  },
  'signUp.mine': async (states) => {
    await ownSignUp(states);
    return { place: 'awaiting-approval', input: {} };
  },
  'signUp.resubmit': async (states) => {
    const { version, submission } = await ownSignUp(states);
    const said = { givenName: newName(), familyName: 'Okafor', phone: '0170 3334445', message: 'Now complete.' };
    return { place: 'awaiting-approval', input: { version, ...said, values: submission.values } };
  },
  'signUp.appeal': async (states) => {
    const { version } = await rejectedSignUp(states);
    return { place: 'awaiting-approval', input: { version, message: 'There must be a mistake.' } };
  },
  'messages.unread': async (states) => {
    await someMessage(states);
    return { place: 'holder', input: {} };
  },
  'messages.markRead': async (states) => ({ place: 'holder', input: { id: await someMessage(states) } }),
  'moderation.counts': () => asking,
  'moderation.queue': async (states) => {
    await someCase(states);
    return { place: 'full', input: queue };
  },
  'moderation.total': () => ({ place: 'full', input: queue }),
  'moderation.get': async (states) => ({ place: 'full', input: { id: (await someCase(states)).id } }),
  'moderation.caseOf': async (states) => ({
    place: 'full',
    input: { accountId: (await someCase(states)).accountId },
  }),
  'moderation.moderators': () => asking,
  'moderation.claim': async (states) => ({
    place: 'full',
    input: { id: (await someCase(states)).id, takesOver: true },
  }),
  'moderation.release': async (states) => {
    const { id } = await someCase(states);
    await states.open.ask('full', 'moderation.claim', { id });
    return { place: 'full', input: { id } };
  },
  'moderation.approve': async (states) => ({ place: 'full', input: { ...(await chosenCase(states)), ...words } }),
  'moderation.reject': async (states) => ({ place: 'full', input: { ...(await chosenCase(states)), ...words } }),
  'moderation.requestChanges': async (states) => ({
    place: 'full',
    input: { ...(await chosenCase(states)), ...words },
  }),
  'moderation.park': async (states) => {
    const until = states.open.clock.now() + days(3);
    return { place: 'full', input: { ...(await chosenCase(states)), until, internalReason: 'Calls back' } };
  },
  'moderation.reopen': async (states) => {
    const until = states.open.clock.now() + days(3);
    const input = { ...(await chosenCase(states)), until, internalReason: '' };
    const { case: parked } = await states.open.ask('full', 'moderation.park', input);
    return { place: 'full', input: { id: parked.id, version: parked.version, internalReason: 'Has called back' } };
  },
  'moderation.undo': async (states) => {
    const input = { ...(await chosenCase(states)), ...words };
    const { case: approved } = await states.open.ask('full', 'moderation.approve', input);
    return chosenOf(approved);
  },
  'moderation.addNote': async (states) => ({
    place: 'full',
    input: { id: (await someCase(states)).id, text: 'Two\nlines' },
  }),
  'moderation.previewBulk': async (states) => {
    await someCase(states);
    return { place: 'full', input: { decision: 'approve', choice: { filter: queue } } };
  },
  'moderation.startBulk': async (states) => {
    takeRunningJobAway(states);
    const ids = [(await someCase(states)).id];
    return { place: 'full', input: { decision: 'reject', choice: { ids }, ...words } };
  },
  'moderation.bulkJobs': async (states) => {
    await doneJob(states);
    return asking;
  },
  'moderation.bulkFailures': async (states) => ({ place: 'full', input: { id: (await doneJob(states)).id } }),
  'moderation.cancelBulk': (states) => ({ place: 'full', input: { id: runningJob(states) } }),
  'moderation.undoBulk': async (states) => ({ place: 'full', input: { id: (await doneJob(states)).id } }),
  'moderation.insight': () => ({ place: 'full', input: { days: 30 } }),
  'moderation.templates': async (states) => {
    await someTemplate(states);
    return asking;
  },
  'moderationSettings.policies': () => asking,
  'moderationSettings.updatePolicies': async (states) => {
    const { id } = await someType(states);
    const { types: _, ...policies } = await states.open.ask('full', 'moderationSettings.policies', {});
    const type = { id, isOffered: false, needsApproval: true, needsSecondModerator: true };
    return { place: 'full', input: { ...policies, reminderDays: 5, types: [type], waiting: 'keep' } };
  },
  'moderationSettings.rules': async (states) => {
    await someRule(states);
    return asking;
  },
  'moderationSettings.previewRule': () => ({ place: 'full', input: { pattern: '*.example.com' } }),
  'moderationSettings.addRules': () => ({
    place: 'full',
    input: { patterns: [`*.${newName()}.example`, `${newName()}@post.example`], decision: 'approve', note: 'Partners' },
  }),
  'moderationSettings.deleteRule': async (states) => ({ place: 'full', input: { id: (await someRule(states)).id } }),
  'moderationSettings.templates': async (states) => {
    await someTemplate(states);
    return asking;
  },
  'moderationSettings.createTemplate': () => ({ place: 'full', input: newTemplate() }),
  'moderationSettings.updateTemplate': async (states) => {
    const { id, version } = await someTemplate(states);
    return { place: 'full', input: { ...newTemplate(), id, version } };
  },
  'moderationSettings.setTemplateArchived': async (states) => {
    const { id, version } = await someTemplate(states);
    return { place: 'full', input: { id, version, isArchived: true } };
  },
};
