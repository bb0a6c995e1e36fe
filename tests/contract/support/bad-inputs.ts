import type { ProcedureName } from '../../../src-shared/contract';
import { staffPermissions } from '../../../src-shared/permissions';
import { anotherAccount, type BadInput, id, noId, noRecordsVersion, surplus } from './bad-input';
import { delegateBadInputs } from './bad-inputs.delegates';
import { moderationBadInputs } from './bad-inputs.moderation';

const superuser = { email: 'a@b.example', givenName: 'A', familyName: 'B', password: 'fifteen characters' };
const office = { officeName: 'A', passphrase: null, useKeyStore: true, superuser, addSampleData: false };
const person = {
  email: 'a@b.example',
  givenName: 'A',
  familyName: 'B',
  phone: '',
  isSuperuser: false,
  groups: [],
  permissions: [],
};
const account = { ...person, notes: '', isActive: true, isStaff: false };
const profileType = { name: 'A', color: 'blue', fields: [] };
const profileField = { label: 'A', kind: 'text', isRequired: false, choices: [] };
const group = { name: 'A', description: '', permissions: [] };
const policies = {
  version: 1,
  officeName: 'A',
  idleLockMinutes: 15,
  reauthenticationMinutes: 5,
  passwordMinLength: 15,
  oneTimePasswordHours: 72,
  trashDays: 30,
};

/** Every procedure has at least one: the walk over the contract fails for a procedure that is missing here. */
export const badInputs: Readonly<Record<ProcedureName, readonly BadInput[]>> = {
  'setup.options': [surplus],
  'setup.create': [
    { input: { ...office, officeName: '  ' }, field: 'officeName', code: 'FIELD_REQUIRED' },
    { input: { ...office, passphrase: 'too short' }, field: 'passphrase', code: 'FIELD_TOO_SHORT' },
    { input: { ...office, useKeyStore: 1 }, field: 'useKeyStore', code: 'FIELD_INVALID' },
    {
      input: { ...office, superuser: { ...superuser, email: 'nobody' } },
      field: 'superuser.email',
      code: 'FIELD_NOT_EMAIL',
    },
    {
      input: { ...office, superuser: { ...superuser, isSuperuser: true } },
      field: 'superuser.isSuperuser',
      code: 'FIELD_UNKNOWN',
    },
  ],
  'opening.ways': [surplus],
  'opening.openWithPassphrase': [{ input: {}, field: 'passphrase', code: 'FIELD_REQUIRED' }],
  'opening.openWithKeyStore': [surplus],
  'opening.openWithRecoveryCode': [
    { input: { recoveryCode: 7 }, field: 'recoveryCode', code: 'FIELD_INVALID' },
    { input: { recoveryCode: 'A'.repeat(101) }, field: 'recoveryCode', code: 'FIELD_TOO_LONG' },
  ],
  'opening.settings': [surplus],
  'opening.setPassphrase': [
    { input: { passphrase: 'fourteen chars' }, field: 'passphrase', code: 'FIELD_TOO_SHORT' },
    { input: { passphrase: 'A'.repeat(129) }, field: 'passphrase', code: 'FIELD_TOO_LONG' },
  ],
  'opening.setKeyStore': [{ input: { isUsed: 'yes' }, field: 'isUsed', code: 'FIELD_INVALID' }],
  'opening.replaceRecoveryCode': [surplus],
  'session.state': [surplus],
  'session.signIn': [
    { input: { signInName: '', password: 'x' }, field: 'signInName', code: 'FIELD_REQUIRED' },
    { input: { signInName: 'x', password: 'A'.repeat(129) }, field: 'password', code: 'FIELD_TOO_LONG' },
  ],
  'session.signOut': [surplus],
  'session.touch': [surplus],
  'session.lock': [surplus],
  'session.unlock': [{ input: { password: '' }, field: 'password', code: 'FIELD_REQUIRED' }],
  'session.reauthenticate': [{ input: { password: 7 }, field: 'password', code: 'FIELD_INVALID' }],
  'session.accounts': [surplus, anotherAccount],
  'session.switchAccount': [
    { input: {}, field: 'id', code: 'FIELD_REQUIRED' },
    { input: { id: '../../1' }, field: 'id', code: 'FIELD_INVALID' },
  ],
  'session.changeOwnPassword': [
    { input: { currentPassword: 'x', newPassword: 'too short' }, field: 'newPassword', code: 'FIELD_TOO_SHORT' },
    { input: { newPassword: 'fifteen characters' }, field: 'currentPassword', code: 'FIELD_REQUIRED' },
    {
      input: { currentPassword: 'x', newPassword: 'fifteen characters', accountId: 1 },
      field: 'accountId',
      code: 'FIELD_UNKNOWN',
    },
  ],
  'recovery.setSuperuserPassword': [
    {
      input: { recoveryCode: 'A', email: 'a@b.example', newPassword: 'too short' },
      field: 'newPassword',
      code: 'FIELD_TOO_SHORT',
    },
  ],
  'passwords.assess': [
    { input: { password: 'x', about: 'Anna' }, field: 'about', code: 'FIELD_INVALID' },
    { input: { password: 'x', about: ['A'.repeat(255)] }, field: 'about.0', code: 'FIELD_TOO_LONG' },
  ],
  'passwords.suggest': [surplus],
  'dashboard.get': [surplus],
  'accounts.list': [
    { input: { sort: 'phone' }, field: 'sort', code: 'FIELD_UNKNOWN' },
    { input: { search: 'A'.repeat(1_000) }, field: 'search', code: 'FIELD_TOO_LONG' },
    { input: { search: 'A\u0000' }, field: 'search', code: 'FIELD_UNPRINTABLE' },
    { input: { status: 'asleep' }, field: 'status', code: 'FIELD_UNKNOWN' },
    { input: { neverSignedIn: false }, field: 'neverSignedIn', code: 'FIELD_UNKNOWN' },
    { input: { createdFrom: 'yesterday' }, field: 'createdFrom', code: 'FIELD_INVALID' },
    { input: { groupId: 1 }, field: 'groupId', code: 'FIELD_INVALID' },
    { input: { cursor: 'not one of ours' }, field: 'cursor', code: 'FIELD_INVALID' },
  ],
  'accounts.total': [
    { input: { search: 'A'.repeat(201) }, field: 'search', code: 'FIELD_TOO_LONG' },
    { input: { sort: 'name' }, field: 'sort', code: 'FIELD_UNKNOWN' },
  ],
  'accounts.get': [{ input: { id: 'too short' }, field: 'id', code: 'FIELD_INVALID' }],
  'accounts.activity': [{ input: { id, cursor: 7 }, field: 'cursor', code: 'FIELD_INVALID' }],
  'accounts.duplicates': [
    { input: { givenName: 'A', familyName: 'B' }, field: 'phone', code: 'FIELD_REQUIRED' },
    { input: { givenName: 'A'.repeat(101), familyName: 'B', phone: '' }, field: 'givenName', code: 'FIELD_TOO_LONG' },
  ],
  'accounts.create': [
    { input: { ...account, password: 'too short' }, field: 'password', code: 'FIELD_TOO_SHORT' },
    { input: { ...account, phone: '0170 CALL ME' }, field: 'phone', code: 'FIELD_NOT_PHONE' },
    { input: { ...account, familyName: 'A'.repeat(300) }, field: 'familyName', code: 'FIELD_TOO_LONG' },
    { input: { ...account, notes: 'A\u0007' }, field: 'notes', code: 'FIELD_UNPRINTABLE' },
    { input: { ...account, isActive: 'yes' }, field: 'isActive', code: 'FIELD_INVALID' },
    { input: { ...account, onBehalf: {} }, field: 'onBehalf', code: 'FIELD_UNKNOWN' },
  ],
  'accounts.update': [
    { input: { ...account, id, version: 1, email: 'a b@c.example' }, field: 'email', code: 'FIELD_NOT_EMAIL' },
    {
      input: { ...account, id, version: 1, onBehalf: { reason: ' ', identityVerifiedBy: null } },
      field: 'onBehalf.reason',
      code: 'FIELD_REQUIRED',
    },
    {
      input: { ...account, id, version: 1, onBehalf: { reason: 'A' } },
      field: 'onBehalf.identityVerifiedBy',
      code: 'FIELD_REQUIRED',
    },
  ],
  'accounts.activate': [noId, noRecordsVersion],
  'accounts.deactivate': [noId, noRecordsVersion],
  'accounts.giveOneTimePassword': [noId, noRecordsVersion],
  'accounts.setPassword': [
    noId,
    { input: { id, version: 1, newPassword: 'too short' }, field: 'newPassword', code: 'FIELD_TOO_SHORT' },
  ],
  'accounts.liftLock': [{ input: {}, field: 'id', code: 'FIELD_REQUIRED' }],
  'accounts.delete': [
    noId,
    noRecordsVersion,
    { input: { id, version: 1, onBehalf: 'A' }, field: 'onBehalf', code: 'FIELD_INVALID' },
  ],
  'accounts.restore': [noId, noRecordsVersion],
  'accounts.purge': [
    noId,
    { input: { id, version: 1 }, field: 'typedEmail', code: 'FIELD_REQUIRED' },
    { input: { id, version: 1, typedEmail: 'A'.repeat(255) }, field: 'typedEmail', code: 'FIELD_TOO_LONG' },
  ],
  'profiles.types': [surplus],
  'profiles.manageableTypes': [surplus],
  'profiles.createType': [
    { input: { ...profileType, name: ' ' }, field: 'name', code: 'FIELD_REQUIRED' },
    { input: { ...profileType, name: 'A\u202eB' }, field: 'name', code: 'FIELD_UNPRINTABLE' },
    { input: { ...profileType, color: 'plaid' }, field: 'color', code: 'FIELD_UNKNOWN' },
    { input: { ...profileType, fields: Array(51).fill(profileField) }, field: 'fields', code: 'FIELD_INVALID' },
    {
      input: { ...profileType, fields: [{ ...profileField, kind: 'colour' }] },
      field: 'fields.0.kind',
      code: 'FIELD_UNKNOWN',
    },
    { input: { ...profileType, fields: [{ ...profileField, id }] }, field: 'fields.0.id', code: 'FIELD_UNKNOWN' },
  ],
  'profiles.updateType': [
    { input: { ...profileType, id, version: 1 }, field: 'removed', code: 'FIELD_REQUIRED' },
    {
      input: { ...profileType, id, version: 1, removed: [{ id, values: 'burn' }] },
      field: 'removed.0.values',
      code: 'FIELD_UNKNOWN',
    },
    { input: { ...profileType, fields: [{ ...profileField, id: 7 }] }, field: 'fields.0.id', code: 'FIELD_INVALID' },
  ],
  'profiles.setTypeArchived': [
    noId,
    noRecordsVersion,
    { input: { id, version: 1, isArchived: 'yes' }, field: 'isArchived', code: 'FIELD_INVALID' },
  ],
  'profiles.deleteType': [noId, noRecordsVersion],
  'profiles.add': [
    { input: { accountId: id, typeId: 'x', values: {} }, field: 'typeId', code: 'FIELD_INVALID' },
    { input: { accountId: id, typeId: id }, field: 'values', code: 'FIELD_REQUIRED' },
    {
      input: { accountId: id, typeId: id, values: { [id]: Number.NaN } },
      field: `values.${id}`,
      code: 'FIELD_INVALID',
    },
    {
      input: { accountId: id, typeId: id, values: { [id]: 'A'.repeat(5_001) } },
      field: `values.${id}`,
      code: 'FIELD_TOO_LONG',
    },
  ],
  'profiles.update': [
    noId,
    noRecordsVersion,
    { input: { id, version: 1, values: { name: 'A' } }, field: 'values.name', code: 'FIELD_INVALID' },
    { input: { id, version: 1, values: { [id]: ['A'] } }, field: `values.${id}`, code: 'FIELD_INVALID' },
  ],
  'profiles.remove': [noId, noRecordsVersion],
  ...delegateBadInputs,
  ...moderationBadInputs,
  'staff.list': [
    { input: { status: 'gone' }, field: 'status', code: 'FIELD_UNKNOWN' },
    { input: { search: 'A'.repeat(201) }, field: 'search', code: 'FIELD_TOO_LONG' },
    { input: { cursor: 'not one of ours' }, field: 'cursor', code: 'FIELD_INVALID' },
  ],
  'staff.get': [{ input: { id: 'too short' }, field: 'id', code: 'FIELD_INVALID' }],
  'staff.create': [
    { input: { ...person, password: 'too short' }, field: 'password', code: 'FIELD_TOO_SHORT' },
    { input: { ...person, givenName: 'A\u0000' }, field: 'givenName', code: 'FIELD_UNPRINTABLE' },
    { input: { ...person, permissions: ['everything'] }, field: 'permissions.0', code: 'FIELD_UNKNOWN' },
    { input: { ...person, groups: [7] }, field: 'groups.0', code: 'FIELD_INVALID' },
    { input: { ...person, id }, field: 'id', code: 'FIELD_UNKNOWN' },
  ],
  'staff.update': [
    { input: { ...person, id, version: 1, email: 'a b@c.example' }, field: 'email', code: 'FIELD_NOT_EMAIL' },
    { input: { ...person, id, version: 1.5 }, field: 'version', code: 'FIELD_NOT_WHOLE' },
    { input: { ...person, id, version: 1, phone: '1'.repeat(41) }, field: 'phone', code: 'FIELD_TOO_LONG' },
  ],
  'staff.deactivate': [noId, noRecordsVersion],
  'staff.activate': [noId, noRecordsVersion],
  'staff.giveOneTimePassword': [noId, noRecordsVersion],
  'staff.grantable': [surplus],
  'groups.list': [surplus],
  'groups.create': [
    { input: { ...group, name: '' }, field: 'name', code: 'FIELD_REQUIRED' },
    { input: { ...group, description: 'A'.repeat(501) }, field: 'description', code: 'FIELD_TOO_LONG' },
  ],
  'groups.update': [
    { input: { ...group, id, version: Number.MAX_VALUE }, field: 'version', code: 'FIELD_TOO_LARGE' },
    {
      input: { ...group, permissions: Array(staffPermissions.length + 1).fill('staff.view') },
      field: 'permissions',
      code: 'FIELD_INVALID',
    },
    { input: { ...group, id, version: 1, name: 'A\u202eB' }, field: 'name', code: 'FIELD_UNPRINTABLE' },
  ],
  'groups.delete': [noId, noRecordsVersion],
  'settings.get': [surplus],
  'settings.update': [
    { input: { ...policies, passwordMinLength: 14 }, field: 'passwordMinLength', code: 'FIELD_TOO_SMALL' },
    { input: { ...policies, idleLockMinutes: 481 }, field: 'idleLockMinutes', code: 'FIELD_TOO_LARGE' },
    {
      input: { ...policies, reauthenticationMinutes: Number.NaN },
      field: 'reauthenticationMinutes',
      code: 'FIELD_INVALID',
    },
  ],
  'activity.list': [
    { input: { act: 'office.burnt-down' }, field: 'act', code: 'FIELD_UNKNOWN' },
    { input: { personId: '../../etc/passwd' }, field: 'personId', code: 'FIELD_INVALID' },
  ],
  'activity.people': [{ input: {}, field: 'search', code: 'FIELD_REQUIRED' }],
  'activity.refusedCalls': [{ input: { cursor: '' }, field: 'cursor', code: 'FIELD_REQUIRED' }],
};
