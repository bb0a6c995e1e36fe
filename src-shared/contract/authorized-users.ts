import { z } from 'zod';
import { whyANewPasswordIsRefused } from '../errors';
import { type Audience, holdersWith, procedure, staffWith } from './define';
import { delegatePermission, delegationChoices } from './delegation';
import {
  cursor,
  email,
  instant,
  line,
  newPassword,
  nothing,
  onBehalf,
  optionalEmail,
  phone,
  publicId,
  requiredLine,
  username,
  version,
} from './shapes';

export const authorizedUserSorts = ['name', 'email', 'created', 'lastSignIn'] as const;
export type AuthorizedUserSort = (typeof authorizedUserSorts)[number];

/** `off`: had a login, which was switched off and whose username stays reserved. */
export const loginStates = ['contact-only', 'enabled', 'off'] as const;
export type LoginState = (typeof loginStates)[number];

/** Whom somebody acts for. */
const accountOf = z.strictObject({ id: publicId, name: z.string(), email: z.string() });

const inShort = {
  id: publicId,
  version,
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  phone: z.string(),
  role: z.string(),
  category: z.strictObject({ id: publicId, name: z.string() }).nullable(),
  loginState: z.enum(loginStates),
  /** What was ticked, by its labels in the catalogue's order. Without effect while there is no login. */
  permissions: z.array(z.strictObject({ permission: delegatePermission, label: z.string() })),
  lastSignInAt: instant.nullable(),
  createdAt: instant,
  deletedAt: instant.nullable(),
  /** True for who asks, who cannot change or delete themselves. */
  isSelf: z.boolean(),
};

/** A line of a list of authorized users. */
export const authorizedUserRow = z.strictObject(inShort);
export type AuthorizedUserRow = z.infer<typeof authorizedUserRow>;

export const authorizedUser = z.strictObject({
  ...inShort,
  account: accountOf,
  /** The way in; null for who has never had one. */
  login: z
    .strictObject({
      /** Null where it is not theirs to know: another account's, which the office has linked. */
      username: z.string().nullable(),
      /** The person signs in by it for another account too, so that only they and the office change it. */
      isOfOffice: z.boolean(),
      /** False, and the times null, where the name is not theirs to know. */
      mustChangePassword: z.boolean(),
      passwordSetAt: instant.nullable(),
      passwordExpiresAt: instant.nullable(),
      lockedUntil: instant.nullable(),
    })
    .nullable(),
  recoveryEmail: z.string(),
  updatedAt: instant,
  purgeAt: instant.nullable(),
  /** False where who asks may look but not change. */
  mayChange: z.boolean(),
});
export type AuthorizedUser = z.infer<typeof authorizedUser>;

const details = {
  givenName: requiredLine(100),
  familyName: requiredLine(100),
  email,
  phone,
  role: line(100),
  categoryId: publicId.nullable(),
  isLoginEnabled: z.boolean(),
  /** Needed with a login, and as it is where the office looks after the login. */
  username: username.nullable(),
  /** Needed when a login is switched on, and only then: later ones are given by `resetPassword`. */
  password: newPassword.nullable(),
  recoveryEmail: optionalEmail,
  permissions: z.array(delegatePermission).max(500),
};

const filter = {
  /** Words, each of which the name, the e-mail, the phone or the username has in it. */
  search: line(200).optional(),
  categoryId: publicId.optional(),
  loginState: z.enum(loginStates).optional(),
  permission: delegatePermission.optional(),
  /** Those in the trash, and none other; without it those that are not. */
  isInTrash: z.literal(true).optional(),
};

const order = {
  sort: z.enum(authorizedUserSorts).optional(),
  isDescending: z.boolean().optional(),
  cursor: cursor.optional(),
};

const page = {
  next: cursor.nullable(),
  previous: cursor.nullable(),
  /** Null on the last page. */
  last: cursor.nullable(),
  /** At least so many match; the exact total is asked for apart, and never delays the rows. */
  atLeast: z.int(),
};

/** Null where the same window has asked for another total meanwhile. */
const total = z.strictObject({ total: z.int().nullable() });

const chosen = { id: publicId, version };
const whyAnActIsRefused = ['NOT_FOUND', 'STALE_VERSION', 'IN_TRASH'] as const;
const whyDetailsAreRefused = [
  'FIELD_REQUIRED',
  'USERNAME_TAKEN',
  'UNKNOWN_CATEGORY',
  'UNKNOWN_PERMISSION',
  ...whyANewPasswordIsRefused,
] as const;
const whyOfficeIsRefused = ['BEYOND_OWN_RIGHTS', 'REASON_NEEDED', 'IDENTITY_NOT_VERIFIED'] as const;
const whyOwnIsRefused = ['BEYOND_OWN_PERMISSIONS', 'OWN_ENTRY'] as const;

/** A password for somebody else: must be changed at sign-in, and expires. Generated where none was chosen. */
const givenPassword = z.strictObject({
  authorizedUser,
  /** Answered once, and only where it was generated. */
  oneTimePassword: z.string().nullable(),
  expiresAt: instant,
});

const manageOffice = {
  access: 'write',
  audience: staffWith('accounts.manage'),
  isSensitive: true,
  scope: 'office',
} as const;

/** The authorized users of all accounts, for staff, who act on behalf of the holders. */
export const authorizedUsers = {
  /** 50 to a page, by name where nothing else is asked for. Those of accounts in the trash are not among them. */
  list: procedure({
    access: 'read',
    audience: staffWith('accounts.view'),
    scope: 'office',
    /** With `accountId` those of one account alone. */
    input: z.strictObject({ accountId: publicId.optional(), ...filter, ...order }),
    output: z.strictObject({
      rows: z.array(z.strictObject({ ...inShort, account: accountOf })),
      ...page,
    }),
    errors: ['NOT_FOUND'],
  }),
  total: procedure({
    access: 'read',
    audience: staffWith('accounts.view'),
    scope: 'office',
    input: z.strictObject({ accountId: publicId.optional(), ...filter }),
    output: total,
    errors: ['NOT_FOUND'],
  }),
  get: procedure({
    access: 'read',
    audience: staffWith('accounts.view'),
    scope: 'office',
    input: z.strictObject({ id: publicId }),
    output: authorizedUser,
    errors: ['NOT_FOUND'],
  }),
  /** Needs a reason, and with a login a verified identity. The password must be changed at the first sign-in. */
  create: procedure({
    ...manageOffice,
    input: z.strictObject({ accountId: publicId, ...details, onBehalf: onBehalf.optional() }),
    output: authorizedUser,
    errors: ['NOT_FOUND', 'IN_TRASH', ...whyDetailsAreRefused, ...whyOfficeIsRefused],
  }),
  /** Needs a reason, and where e-mail, login or permissions change a verified identity. */
  update: procedure({
    ...manageOffice,
    input: z.strictObject({ ...chosen, ...details, onBehalf: onBehalf.optional() }),
    output: authorizedUser,
    errors: [...whyAnActIsRefused, ...whyDetailsAreRefused, 'LOGIN_OF_ACCOUNT', ...whyOfficeIsRefused],
  }),
  resetPassword: procedure({
    ...manageOffice,
    input: z.strictObject({ ...chosen, newPassword: newPassword.nullable(), onBehalf: onBehalf.optional() }),
    output: givenPassword,
    errors: [...whyAnActIsRefused, 'NO_LOGIN', 'LOGIN_OF_ACCOUNT', ...whyANewPasswordIsRefused, ...whyOfficeIsRefused],
  }),
  /** Lets somebody try again at once who has to wait after failed tries. */
  liftLock: procedure({
    ...manageOffice,
    input: z.strictObject({ id: publicId }),
    output: authorizedUser,
    errors: ['NOT_FOUND', 'IN_TRASH', 'NO_LOGIN', 'BEYOND_OWN_RIGHTS'],
  }),
  /** People who can sign in already, found by any part of name, e-mail or username; twenty at most. */
  linkable: procedure({
    access: 'read',
    audience: staffWith('accounts.manage'),
    scope: 'office',
    /** The authorized user who would get the login. */
    input: z.strictObject({ id: publicId, search: line(200) }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          kind: z.enum(['account', 'authorized-user']),
          id: publicId,
          name: z.string(),
          signInName: z.string(),
          email: z.string(),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
  }),
  /**
   * Lets the person sign in by the login they have already, and choose there whom they act for. A login of their own
   * goes. Always needs a verified identity, for one's own account too; refused where the login's owner has rights beyond those of who asks.
   */
  link: procedure({
    ...manageOffice,
    input: z.strictObject({
      ...chosen,
      to: z.strictObject({ kind: z.enum(['account', 'authorized-user']), id: publicId }),
      onBehalf: onBehalf.optional(),
    }),
    output: authorizedUser,
    errors: [...whyAnActIsRefused, 'NO_LOGIN', 'OWN_LOGIN', 'LOGIN_NOT_OWN_YET', ...whyOfficeIsRefused],
  }),
  /** Into the trash, from where it can be restored until it is purged. Ends the person's sessions. */
  delete: procedure({
    ...manageOffice,
    input: z.strictObject({ ...chosen, onBehalf: onBehalf.optional() }),
    output: authorizedUser,
    errors: [...whyAnActIsRefused, ...whyOfficeIsRefused],
  }),
  /** Gives everything back as it was. */
  restore: procedure({
    ...manageOffice,
    input: z.strictObject(chosen),
    output: authorizedUser,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'NOT_IN_TRASH', 'IN_TRASH', 'BEYOND_OWN_RIGHTS'],
  }),
};

const viewOwn: { access: 'read'; audience: Audience; scope: 'own account' } = {
  access: 'read',
  audience: holdersWith('authorized-users.view'),
  scope: 'own account',
};
const manageOwn = {
  access: 'write',
  audience: holdersWith('authorized-users.manage'),
  isSensitive: true,
  scope: 'own account',
} as const;

/** The authorized users of the account that the session is for: the holder's, or a delegate's who may. */
export const myAuthorizedUsers = {
  list: procedure({
    ...viewOwn,
    input: z.strictObject({ ...filter, ...order }),
    output: z.strictObject({ rows: z.array(authorizedUserRow), ...page }),
    errors: ['NOT_FOUND'],
  }),
  total: procedure({ ...viewOwn, input: z.strictObject(filter), output: total, errors: ['NOT_FOUND'] }),
  get: procedure({
    ...viewOwn,
    input: z.strictObject({ id: publicId }),
    output: authorizedUser,
    errors: ['NOT_FOUND'],
  }),
  choices: procedure({ ...viewOwn, input: nothing, output: delegationChoices }),
  create: procedure({
    ...manageOwn,
    input: z.strictObject(details),
    output: authorizedUser,
    errors: [...whyDetailsAreRefused, 'BEYOND_OWN_PERMISSIONS'],
  }),
  update: procedure({
    ...manageOwn,
    input: z.strictObject({ ...chosen, ...details }),
    output: authorizedUser,
    errors: [...whyAnActIsRefused, ...whyDetailsAreRefused, 'LOGIN_OF_OFFICE', ...whyOwnIsRefused],
  }),
  resetPassword: procedure({
    ...manageOwn,
    input: z.strictObject({ ...chosen, newPassword: newPassword.nullable() }),
    output: givenPassword,
    errors: [...whyAnActIsRefused, 'NO_LOGIN', 'LOGIN_OF_OFFICE', ...whyANewPasswordIsRefused, ...whyOwnIsRefused],
  }),
  delete: procedure({
    ...manageOwn,
    input: z.strictObject(chosen),
    output: authorizedUser,
    errors: [...whyAnActIsRefused, ...whyOwnIsRefused],
  }),
  restore: procedure({
    ...manageOwn,
    input: z.strictObject(chosen),
    output: authorizedUser,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'NOT_IN_TRASH', ...whyOwnIsRefused],
  }),
};
