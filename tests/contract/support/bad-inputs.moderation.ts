import type { ProcedureName } from '../../../src-shared/contract';
import type { ErrorCode } from '../../../src-shared/errors';
import { anotherAccount, type BadInput, id, noId, noRecordsVersion, surplus } from './bad-input';

/** What is about people who ask to be let in, and about those who decide on it. */
export type ModerationProcedure = Extract<
  ProcedureName,
  `${'registration' | 'signUp' | 'messages' | 'moderation' | 'moderationSettings'}.${string}`
>;

const submitted = { givenName: 'A', familyName: 'B', phone: '', values: {}, message: '' };
const registered = { ...submitted, email: 'a@b.example', password: 'fifteen characters', typeId: null };
const decided = { id, version: 1, internalReason: '', templateId: null, message: 'A' };
const policies = {
  version: 1,
  isOn: true,
  isRegistrationOpen: false,
  reminderDays: 3,
  claimMinutes: 30,
  rejectedRetentionDays: 90,
  types: [],
};
const typePolicy = { id, isOffered: true, needsApproval: false, needsSecondModerator: false };
const template = { decision: 'reject', name: 'A', text: 'A' };

/** Something right in every respect, but for one thing. */
function wrong(right: object, changes: object, field: string, code: ErrorCode): BadInput {
  return { input: { ...right, ...changes }, field, code };
}

/** What can be wrong with what somebody sends of themselves, whatever stands beside it. */
function badSubmissions(right: object): BadInput[] {
  return [
    wrong(right, { givenName: ' ' }, 'givenName', 'FIELD_REQUIRED'),
    wrong(right, { familyName: 'A'.repeat(101) }, 'familyName', 'FIELD_TOO_LONG'),
    wrong(right, { phone: 'CALL ME' }, 'phone', 'FIELD_NOT_PHONE'),
    wrong(right, { message: 'A'.repeat(2_001) }, 'message', 'FIELD_TOO_LONG'),
    wrong(right, { message: 'A\u202eB' }, 'message', 'FIELD_UNPRINTABLE'),
    wrong(right, { values: { name: 'A' } }, 'values.name', 'FIELD_INVALID'),
    wrong(right, { values: { [id]: ['A'] } }, `values.${id}`, 'FIELD_INVALID'),
    wrong(right, { accountId: id }, 'accountId', 'FIELD_UNKNOWN'),
  ];
}

/** What can be wrong with every decision on a case. */
const badDecisions: readonly BadInput[] = [
  noId,
  noRecordsVersion,
  wrong(decided, { id: '../../1' }, 'id', 'FIELD_INVALID'),
  wrong(decided, { internalReason: 'A'.repeat(1_001) }, 'internalReason', 'FIELD_TOO_LONG'),
  wrong(decided, { templateId: '' }, 'templateId', 'FIELD_INVALID'),
  wrong(decided, { message: 'A'.repeat(2_001) }, 'message', 'FIELD_TOO_LONG'),
  // It would be read as it stands.
  wrong(decided, { message: 'Dear {given name,' }, 'message', 'PLACEHOLDER_MALFORMED'),
  // Nobody decides in somebody else's name.
  wrong(decided, { decidedBy: id }, 'decidedBy', 'FIELD_UNKNOWN'),
];

/** A message that has to say something. */
const badMessages: readonly BadInput[] = [
  wrong(decided, { message: '' }, 'message', 'FIELD_REQUIRED'),
  wrong(decided, { message: ' \n\u200d' }, 'message', 'FIELD_REQUIRED'),
];

const badFilters: readonly BadInput[] = [
  { input: {}, field: 'tab', code: 'FIELD_UNKNOWN' },
  { input: { tab: 'gone' }, field: 'tab', code: 'FIELD_UNKNOWN' },
  { input: { tab: 'waiting', search: 'A'.repeat(201) }, field: 'search', code: 'FIELD_TOO_LONG' },
  { input: { tab: 'waiting', typeId: 1 }, field: 'typeId', code: 'FIELD_INVALID' },
  { input: { tab: 'waiting', domain: 'A\u0000' }, field: 'domain', code: 'FIELD_UNPRINTABLE' },
  { input: { tab: 'waiting', from: 'yesterday' }, field: 'from', code: 'FIELD_INVALID' },
  { input: { tab: 'waiting', before: 'yesterday' }, field: 'before', code: 'FIELD_INVALID' },
  { input: { tab: 'waiting', claimedBy: 'me' }, field: 'claimedBy', code: 'FIELD_INVALID' },
  { input: { tab: 'waiting', hasDuplicates: false }, field: 'hasDuplicates', code: 'FIELD_UNKNOWN' },
  { input: { tab: 'decided', decision: 'parked' }, field: 'decision', code: 'FIELD_UNKNOWN' },
];

/** What a bulk decision is about. */
const badChoices: readonly BadInput[] = [
  { input: { decision: 'park', choice: { ids: [id] } }, field: 'decision', code: 'FIELD_UNKNOWN' },
  { input: { decision: 'approve' }, field: 'choice', code: 'FIELD_INVALID' },
  { input: { decision: 'approve', choice: { ids: [] } }, field: 'choice.ids', code: 'FIELD_REQUIRED' },
  { input: { decision: 'approve', choice: { ids: Array(1_001).fill(id) } }, field: 'choice', code: 'FIELD_INVALID' },
  {
    input: { decision: 'approve', choice: { filter: { tab: 'decided' } } },
    field: 'choice.filter.tab',
    code: 'TAB_DECIDED',
  },
  // Not both, and not everything for want of a filter.
  { input: { decision: 'approve', choice: { filter: {} } }, field: 'choice', code: 'FIELD_INVALID' },
  {
    input: { decision: 'approve', choice: { ids: [id], filter: { tab: 'waiting' } } },
    field: 'choice',
    code: 'FIELD_INVALID',
  },
];

const badPatterns: readonly BadInput[] = [
  { input: { pattern: ' ' }, field: 'pattern', code: 'FIELD_REQUIRED' },
  { input: { pattern: 'A'.repeat(255) }, field: 'pattern', code: 'FIELD_TOO_LONG' },
];

const badTemplates: readonly BadInput[] = [
  wrong(template, { decision: 'park' }, 'decision', 'FIELD_UNKNOWN'),
  wrong(template, { name: '' }, 'name', 'FIELD_REQUIRED'),
  wrong(template, { name: 'A'.repeat(61) }, 'name', 'FIELD_TOO_LONG'),
  wrong(template, { text: '\u200d' }, 'text', 'FIELD_REQUIRED'),
  wrong(template, { text: 'A'.repeat(2_001) }, 'text', 'FIELD_TOO_LONG'),
];

export const moderationBadInputs: Readonly<Record<ModerationProcedure, readonly BadInput[]>> = {
  'registration.offer': [surplus],
  'registration.register': [
    ...badSubmissions(registered),
    wrong(registered, { email: 'nobody' }, 'email', 'FIELD_NOT_EMAIL'),
    wrong(registered, { email: 'a\u200d@b.example' }, 'email', 'FIELD_UNPRINTABLE'),
    wrong(registered, { password: 'too short' }, 'password', 'FIELD_TOO_SHORT'),
    wrong(registered, { password: 'A'.repeat(129) }, 'password', 'FIELD_TOO_LONG'),
    wrong(registered, { typeId: 'seller' }, 'typeId', 'FIELD_INVALID'),
    // Nobody makes themself more than somebody who waits.
    wrong(registered, { isStaff: true }, 'isStaff', 'FIELD_UNKNOWN'),
    wrong(registered, { needsApproval: false }, 'needsApproval', 'FIELD_UNKNOWN'),
  ],
  'signUp.mine': [surplus, anotherAccount],
  'signUp.resubmit': [
    ...badSubmissions({ ...submitted, version: 1 }),
    { input: submitted, field: 'version', code: 'FIELD_REQUIRED' },
    // What was chosen, and what one signs in with, stay.
    wrong(submitted, { version: 1, email: 'a@b.example' }, 'email', 'FIELD_UNKNOWN'),
    wrong(submitted, { version: 1, typeId: id }, 'typeId', 'FIELD_UNKNOWN'),
  ],
  'signUp.appeal': [
    { input: { message: 'A' }, field: 'version', code: 'FIELD_REQUIRED' },
    { input: { version: 1, message: ' ' }, field: 'message', code: 'FIELD_REQUIRED' },
    { input: { version: 1, message: 'A'.repeat(2_001) }, field: 'message', code: 'FIELD_TOO_LONG' },
    anotherAccount,
  ],
  'messages.unread': [surplus, anotherAccount],
  'messages.markRead': [noId, { input: { id: 7 }, field: 'id', code: 'FIELD_INVALID' }, anotherAccount],
  'moderation.counts': [surplus],
  'moderation.queue': [
    ...badFilters,
    { input: { tab: 'waiting', isReversed: 'yes' }, field: 'isReversed', code: 'FIELD_INVALID' },
    { input: { tab: 'waiting', cursor: 'A'.repeat(501) }, field: 'cursor', code: 'FIELD_TOO_LONG' },
    { input: { tab: 'waiting', cursor: 'not one of ours' }, field: 'cursor', code: 'FIELD_INVALID' },
  ],
  'moderation.total': [
    ...badFilters,
    { input: { tab: 'waiting', cursor: 'A' }, field: 'cursor', code: 'FIELD_UNKNOWN' },
  ],
  'moderation.get': [{ input: { id: 'too short' }, field: 'id', code: 'FIELD_INVALID' }],
  'moderation.caseOf': [{ input: { accountId: 1 }, field: 'accountId', code: 'FIELD_INVALID' }],
  'moderation.moderators': [surplus],
  'moderation.claim': [noId, { input: { id, takesOver: 'yes' }, field: 'takesOver', code: 'FIELD_INVALID' }],
  'moderation.release': [noId],
  'moderation.approve': badDecisions,
  'moderation.reject': [...badDecisions, ...badMessages],
  'moderation.requestChanges': [...badDecisions, ...badMessages],
  'moderation.park': [
    noId,
    noRecordsVersion,
    { input: { id, version: 1, internalReason: '' }, field: 'until', code: 'FIELD_REQUIRED' },
    { input: { id, version: 1, internalReason: '', until: 1.5 }, field: 'until', code: 'FIELD_NOT_WHOLE' },
    {
      input: { id, version: 1, internalReason: 'A\u0007', until: 1 },
      field: 'internalReason',
      code: 'FIELD_UNPRINTABLE',
    },
  ],
  'moderation.reopen': [
    noId,
    noRecordsVersion,
    { input: { id, version: 1 }, field: 'internalReason', code: 'FIELD_REQUIRED' },
  ],
  'moderation.undo': [noId, noRecordsVersion],
  'moderation.addNote': [
    noId,
    { input: { id, text: '' }, field: 'text', code: 'FIELD_REQUIRED' },
    { input: { id, text: 'A'.repeat(2_001) }, field: 'text', code: 'FIELD_TOO_LONG' },
  ],
  'moderation.previewBulk': badChoices,
  'moderation.startBulk': [
    ...badChoices,
    { input: { message: 'A'.repeat(2_001) }, field: 'message', code: 'FIELD_TOO_LONG' },
    { input: { internalReason: 7 }, field: 'internalReason', code: 'FIELD_INVALID' },
  ],
  'moderation.bulkJobs': [surplus],
  'moderation.bulkFailures': [noId, { input: { id, cursor: '' }, field: 'cursor', code: 'FIELD_REQUIRED' }],
  'moderation.cancelBulk': [noId],
  'moderation.undoBulk': [noId, { input: { id: 'A'.repeat(23) }, field: 'id', code: 'FIELD_INVALID' }],
  'moderation.insight': [
    { input: {}, field: 'days', code: 'FIELD_INVALID' },
    { input: { days: 8 }, field: 'days', code: 'FIELD_INVALID' },
    { input: { days: '7' }, field: 'days', code: 'FIELD_INVALID' },
  ],
  'moderation.templates': [surplus],
  'moderationSettings.policies': [surplus],
  'moderationSettings.updatePolicies': [
    wrong(policies, { version: undefined }, 'version', 'FIELD_REQUIRED'),
    wrong(policies, { isOn: 1 }, 'isOn', 'FIELD_INVALID'),
    wrong(policies, { reminderDays: 0 }, 'reminderDays', 'FIELD_TOO_SMALL'),
    wrong(policies, { claimMinutes: 241 }, 'claimMinutes', 'FIELD_TOO_LARGE'),
    wrong(policies, { rejectedRetentionDays: 1.5 }, 'rejectedRetentionDays', 'FIELD_NOT_WHOLE'),
    wrong(policies, { types: Array(201).fill(typePolicy) }, 'types', 'FIELD_INVALID'),
    wrong(policies, { types: [{ ...typePolicy, isOffered: 'yes' }] }, 'types.0.isOffered', 'FIELD_INVALID'),
    wrong(policies, { types: [{ ...typePolicy, name: 'A' }] }, 'types.0.name', 'FIELD_UNKNOWN'),
    wrong(policies, { waiting: 'reject' }, 'waiting', 'FIELD_UNKNOWN'),
  ],
  'moderationSettings.rules': [surplus],
  'moderationSettings.previewRule': badPatterns,
  'moderationSettings.addRules': [
    { input: { patterns: [], decision: 'reject', note: '' }, field: 'patterns', code: 'FIELD_REQUIRED' },
    { input: { patterns: [' '], decision: 'reject', note: '' }, field: 'patterns.0', code: 'FIELD_REQUIRED' },
    { input: { patterns: Array(201).fill('b.example') }, field: 'patterns', code: 'FIELD_INVALID' },
    { input: { patterns: ['b.example'], decision: 'park', note: '' }, field: 'decision', code: 'FIELD_UNKNOWN' },
    { input: { note: 'A'.repeat(201) }, field: 'note', code: 'FIELD_TOO_LONG' },
  ],
  'moderationSettings.deleteRule': [noId],
  'moderationSettings.templates': [surplus],
  'moderationSettings.createTemplate': badTemplates,
  'moderationSettings.updateTemplate': [...badTemplates, noId, noRecordsVersion],
  'moderationSettings.setTemplateArchived': [
    noId,
    noRecordsVersion,
    { input: { id, version: 1, isArchived: 'yes' }, field: 'isArchived', code: 'FIELD_INVALID' },
  ],
};
