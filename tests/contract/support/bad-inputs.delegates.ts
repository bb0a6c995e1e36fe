import type { ProcedureName } from '../../../src-shared/contract';
import type { ErrorCode } from '../../../src-shared/errors';
import { anotherAccount, type BadInput, id, noId, noRecordsVersion, surplus } from './bad-input';

/** What is about authorized users, or for those who act for an account. */
export type DelegateProcedure = Extract<
  ProcedureName,
  `${'authorizedUsers' | 'myAuthorizedUsers' | 'delegation' | 'myAccount'}.${string}`
>;

const delegate = {
  givenName: 'A',
  familyName: 'B',
  email: 'a@b.example',
  phone: '',
  role: '',
  categoryId: null,
  isLoginEnabled: false,
  username: null,
  password: null,
  recoveryEmail: '',
  permissions: [],
};
const officePermission = { label: 'A', group: 'B', explanation: '' };

/** What can be wrong with an authorized user's details, whoever sends them and whatever stands beside them. */
function badDelegates(beside: object): BadInput[] {
  const wrong = (changes: object, field: string, code: ErrorCode): BadInput => ({
    input: { ...delegate, ...beside, ...changes },
    field,
    code,
  });
  return [
    wrong({ email: '' }, 'email', 'FIELD_REQUIRED'),
    wrong({ email: 'nobody' }, 'email', 'FIELD_NOT_EMAIL'),
    wrong({ givenName: ' ' }, 'givenName', 'FIELD_REQUIRED'),
    wrong({ familyName: undefined }, 'familyName', 'FIELD_REQUIRED'),
    wrong({ phone: 'CALL ME' }, 'phone', 'FIELD_NOT_PHONE'),
    wrong({ role: 'A\u0000' }, 'role', 'FIELD_UNPRINTABLE'),
    wrong({ categoryId: 7 }, 'categoryId', 'FIELD_INVALID'),
    wrong({ isLoginEnabled: 'yes' }, 'isLoginEnabled', 'FIELD_INVALID'),
    wrong({ username: 'a@b.example' }, 'username', 'FIELD_NOT_USERNAME'),
    wrong({ username: 'a b' }, 'username', 'FIELD_NOT_USERNAME'),
    wrong({ username: 'ab' }, 'username', 'FIELD_TOO_SHORT'),
    wrong({ username: 'A'.repeat(61) }, 'username', 'FIELD_TOO_LONG'),
    wrong({ password: 'too short' }, 'password', 'FIELD_TOO_SHORT'),
    wrong({ recoveryEmail: 'nobody' }, 'recoveryEmail', 'FIELD_NOT_EMAIL'),
    wrong({ recoveryEmail: 'A'.repeat(255) }, 'recoveryEmail', 'FIELD_TOO_LONG'),
    wrong({ permissions: ['profiles.fly'] }, 'permissions.0', 'FIELD_INVALID'),
    wrong({ permissions: Array(501).fill(id) }, 'permissions', 'FIELD_INVALID'),
  ];
}

/** What can be wrong with what a list of authorized users is asked. */
const badFilters: readonly BadInput[] = [
  { input: { search: 'A'.repeat(201) }, field: 'search', code: 'FIELD_TOO_LONG' },
  { input: { loginState: 'asleep' }, field: 'loginState', code: 'FIELD_UNKNOWN' },
  { input: { permission: 'profiles.fly' }, field: 'permission', code: 'FIELD_INVALID' },
  { input: { categoryId: 1 }, field: 'categoryId', code: 'FIELD_INVALID' },
  { input: { isInTrash: false }, field: 'isInTrash', code: 'FIELD_UNKNOWN' },
];
const badOrders: readonly BadInput[] = [
  { input: { sort: 'phone' }, field: 'sort', code: 'FIELD_UNKNOWN' },
  { input: { cursor: 'not one of ours' }, field: 'cursor', code: 'FIELD_INVALID' },
];
export const delegateBadInputs: Readonly<Record<DelegateProcedure, readonly BadInput[]>> = {
  'authorizedUsers.list': [
    ...badFilters,
    ...badOrders,
    { input: { accountId: 1 }, field: 'accountId', code: 'FIELD_INVALID' },
  ],
  'authorizedUsers.total': [...badFilters, { input: { sort: 'name' }, field: 'sort', code: 'FIELD_UNKNOWN' }],
  'authorizedUsers.get': [{ input: { id: 'too short' }, field: 'id', code: 'FIELD_INVALID' }],
  'authorizedUsers.create': [
    ...badDelegates({ accountId: id }),
    { input: delegate, field: 'accountId', code: 'FIELD_REQUIRED' },
    {
      input: { ...delegate, accountId: id, onBehalf: { reason: ' ', identityVerifiedBy: null } },
      field: 'onBehalf.reason',
      code: 'FIELD_REQUIRED',
    },
  ],
  'authorizedUsers.update': [
    ...badDelegates({ id, version: 1 }),
    noRecordsVersion,
    { input: { ...delegate, id, version: 1, accountId: id }, field: 'accountId', code: 'FIELD_UNKNOWN' },
  ],
  'authorizedUsers.resetPassword': [
    noId,
    { input: { id, version: 1, newPassword: 'too short' }, field: 'newPassword', code: 'FIELD_TOO_SHORT' },
    { input: { id, version: 1 }, field: 'newPassword', code: 'FIELD_REQUIRED' },
  ],
  'authorizedUsers.liftLock': [{ input: {}, field: 'id', code: 'FIELD_REQUIRED' }],
  'authorizedUsers.linkable': [
    { input: { id }, field: 'search', code: 'FIELD_REQUIRED' },
    { input: { id, search: 'A'.repeat(201) }, field: 'search', code: 'FIELD_TOO_LONG' },
  ],
  'authorizedUsers.link': [
    noRecordsVersion,
    { input: { id, version: 1 }, field: 'to', code: 'FIELD_REQUIRED' },
    { input: { id, version: 1, to: { kind: 'group', id } }, field: 'to.kind', code: 'FIELD_UNKNOWN' },
    { input: { id, version: 1, to: { kind: 'account', id: 1 } }, field: 'to.id', code: 'FIELD_INVALID' },
  ],
  'authorizedUsers.delete': [
    noId,
    noRecordsVersion,
    { input: { id, version: 1, onBehalf: 'A' }, field: 'onBehalf', code: 'FIELD_INVALID' },
  ],
  'authorizedUsers.restore': [noId, noRecordsVersion],
  'myAuthorizedUsers.list': [...badFilters, ...badOrders, anotherAccount],
  'myAuthorizedUsers.total': [...badFilters, anotherAccount],
  'myAuthorizedUsers.get': [{ input: { id: 'too short' }, field: 'id', code: 'FIELD_INVALID' }, anotherAccount],
  'myAuthorizedUsers.choices': [surplus, anotherAccount],
  'myAuthorizedUsers.create': [
    ...badDelegates({}),
    { input: { ...delegate, accountId: id }, field: 'accountId', code: 'FIELD_UNKNOWN' },
    { input: { ...delegate, onBehalf: {} }, field: 'onBehalf', code: 'FIELD_UNKNOWN' },
  ],
  'myAuthorizedUsers.update': [...badDelegates({ id, version: 1 }), noRecordsVersion, anotherAccount],
  'myAuthorizedUsers.resetPassword': [
    noId,
    { input: { id, version: 1, newPassword: 'A'.repeat(129) }, field: 'newPassword', code: 'FIELD_TOO_LONG' },
    anotherAccount,
  ],
  'myAuthorizedUsers.delete': [noId, noRecordsVersion, anotherAccount],
  'myAuthorizedUsers.restore': [noId, noRecordsVersion, anotherAccount],
  'delegation.choices': [surplus],
  'delegation.categories': [surplus],
  'delegation.createCategory': [
    { input: { name: ' ' }, field: 'name', code: 'FIELD_REQUIRED' },
    { input: { name: 'A'.repeat(61) }, field: 'name', code: 'FIELD_TOO_LONG' },
  ],
  'delegation.renameCategory': [
    { input: { id, version: 1, name: 'A\u202eB' }, field: 'name', code: 'FIELD_UNPRINTABLE' },
    noRecordsVersion,
  ],
  'delegation.setCategoryArchived': [
    noId,
    { input: { id, version: 1, isArchived: 'yes' }, field: 'isArchived', code: 'FIELD_INVALID' },
  ],
  'delegation.orderCategories': [
    { input: {}, field: 'ids', code: 'FIELD_REQUIRED' },
    { input: { ids: [1] }, field: 'ids.0', code: 'FIELD_INVALID' },
    { input: { ids: Array(501).fill(id) }, field: 'ids', code: 'FIELD_INVALID' },
  ],
  'delegation.deleteCategory': [noId, noRecordsVersion],
  'delegation.permissions': [surplus],
  'delegation.createPermission': [
    { input: { ...officePermission, label: '' }, field: 'label', code: 'FIELD_REQUIRED' },
    { input: { ...officePermission, group: 'A'.repeat(61) }, field: 'group', code: 'FIELD_TOO_LONG' },
    { input: { ...officePermission, explanation: 'A'.repeat(301) }, field: 'explanation', code: 'FIELD_TOO_LONG' },
  ],
  'delegation.updatePermission': [
    { input: { ...officePermission, id, version: 1, label: 'A\u0007' }, field: 'label', code: 'FIELD_UNPRINTABLE' },
    noRecordsVersion,
  ],
  'delegation.setPermissionArchived': [
    noRecordsVersion,
    { input: { id, version: 1 }, field: 'isArchived', code: 'FIELD_REQUIRED' },
  ],
  'delegation.orderPermissions': [{ input: { ids: 'all' }, field: 'ids', code: 'FIELD_INVALID' }],
  'delegation.deletePermission': [noId, noRecordsVersion],
  'myAccount.overview': [surplus, anotherAccount],
  'myAccount.profiles': [surplus, anotherAccount],
  'myAccount.updateProfile': [
    noId,
    noRecordsVersion,
    anotherAccount,
    { input: { id, version: 1 }, field: 'values', code: 'FIELD_REQUIRED' },
    { input: { id, version: 1, values: { name: 'A' } }, field: 'values.name', code: 'FIELD_INVALID' },
    { input: { id, version: 1, values: { [id]: ['A'] } }, field: `values.${id}`, code: 'FIELD_INVALID' },
  ],
  'myAccount.activity': [{ input: { cursor: 7 }, field: 'cursor', code: 'FIELD_INVALID' }, anotherAccount],
};
