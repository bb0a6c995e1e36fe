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
  }),
);

const units = new Map(
  Object.entries({
    idleLockMinutes: 'minutes',
    reauthenticationMinutes: 'minutes',
    passwordMinLength: 'characters',
    oneTimePasswordHours: 'hours',
    trashDays: 'days',
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
  return [unit ? `${value} ${unit}` : String(value)];
}
