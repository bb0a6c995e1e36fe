import type { RecordedValue } from '../../../src-shared/contract/activity';
import { permissionLabel } from '../../components/permissions/catalogue';
import { formatDateAndTime } from '../../components/times';

// Maps, because a field of a profile may be called like something that every object has.
const labels = new Map(
  Object.entries({
    email: 'E-mail',
    givenName: 'Given name',
    familyName: 'Family name',
    phone: 'Phone',
    notes: 'Notes',
    isActive: 'Active',
    isStaff: 'Staff',
    isSuperuser: 'Superuser',
    groups: 'Groups',
    permissions: 'Permissions',
    name: 'Name',
    description: 'Description',
    officeName: 'Name of the office',
    idleLockMinutes: 'Lock a window after',
    reauthenticationMinutes: 'Ask for the password again after',
    passwordMinLength: 'Shortest password',
    oneTimePasswordHours: 'One-time passwords are valid for',
    trashDays: 'Days in the trash',
    color: 'Colour',
    isArchived: 'Archived',
    fields: 'Fields',
    removedFields: 'Removed fields',
    profileType: 'Profile type',
    role: 'Role',
    category: 'Category',
    login: 'Login',
    username: 'Username',
    recoveryEmail: 'Recovery e-mail',
    label: 'Label',
    group: 'Group',
    explanation: 'Explanation',
    categories: 'Categories',
    deletedAt: 'In the trash since',
    purgeAt: 'Deleted for good on',
    isOn: 'A moderator approves new people',
    isRegistrationOpen: 'People can register',
    reminderDays: 'Late after',
    claimMinutes: 'A claim holds for',
    rejectedRetentionDays: 'Delete what was rejected after',
    offeredTypes: 'Offered at registration',
    typesThatNeedApproval: 'Need approval when added later',
    typesWithSecondModerator: 'Need a second moderator',
    whoWaits: 'Those who waited',
    rules: 'E-mails and domains',
    ruleDecision: 'Whoever registers with one',
    note: 'Note',
    templateFor: 'Used for',
    text: 'Text',
    signUp: 'Sign-up',
    profileApproval: 'Approval of the profile',
    firstApproval: 'First approval',
    comesBackAt: 'Comes back on',
    claim: 'Claim',
    appeal: 'Appeal',
    bulkDecision: 'Decision',
    signUps: 'Sign-ups',
    signUpsDone: 'Decided so far',
  }),
);

const units = new Map(
  Object.entries({
    idleLockMinutes: 'minutes',
    reauthenticationMinutes: 'minutes',
    passwordMinLength: 'characters',
    oneTimePasswordHours: 'hours',
    trashDays: 'days',
    reminderDays: 'days',
    claimMinutes: 'minutes',
    rejectedRetentionDays: 'days',
  }),
);

/** What stands for a choice among few. */
const choices = new Map(
  Object.entries({
    'whoWaits let-in': 'Let in',
    'whoWaits keep': 'Kept waiting',
    'ruleDecision approve': 'Is approved',
    'ruleDecision reject': 'Is rejected',
    'templateFor approve': 'Approving',
    'templateFor reject': 'Rejecting',
    'templateFor request-changes': 'Asking for changes',
    'bulkDecision approve': 'Approve',
    'bulkDecision reject': 'Reject',
  }),
);

/** The name of a recorded field as the screens have it. A field of a later version is at least made readable. */
export function fieldLabel(field: string): string {
  const words = field.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return labels.get(field) ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** A recorded value in words: none when it is empty, several for a list. */
export function valueWords(field: string, value: RecordedValue): string[] {
  if (value === null || value === '') return [];
  if (Array.isArray(value)) return value.map(permissionLabel);
  if (typeof value === 'boolean') return [value ? 'Yes' : 'No'];
  if (typeof value === 'number' && field.endsWith('At')) return [formatDateAndTime(value)];
  const unit = units.get(field);
  return [unit ? `${value} ${unit}` : (choices.get(`${field} ${value}`) ?? String(value))];
}
