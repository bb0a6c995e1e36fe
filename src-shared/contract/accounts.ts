import { z } from 'zod';
import { whyANewPasswordIsRefused } from '../errors';
import { staffPermissions } from '../permissions';
import { activityEntry } from './activity';
import { procedure, staffWith } from './define';
import { profile } from './profiles';
import {
  cursor,
  email,
  instant,
  line,
  newPassword,
  onBehalf,
  paragraph,
  phone,
  publicId,
  requiredLine,
  version,
} from './shapes';

/** What an account is to the office at a moment; one in the trash is only that, whatever it was before. */
export const accountStatuses = ['active', 'awaiting-approval', 'deactivated', 'trash'] as const;
export type AccountStatus = (typeof accountStatuses)[number];

export const accountSorts = ['name', 'email', 'created', 'lastSignIn'] as const;
export type AccountSort = (typeof accountSorts)[number];

/** A line of the list of accounts. */
export const accountRow = z.strictObject({
  id: publicId,
  email: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  phone: z.string(),
  status: z.enum(accountStatuses),
  isStaff: z.boolean(),
  /** One for each profile, by the name of its type. */
  profiles: z.array(z.strictObject({ typeId: publicId, name: z.string(), color: z.string() })),
  lastSignInAt: instant.nullable(),
  createdAt: instant,
});
export type AccountRow = z.infer<typeof accountRow>;

/** The way in: never the password itself, only what is known about it. */
const wayIn = z.strictObject({
  mustChangePassword: z.boolean(),
  passwordSetAt: instant,
  /** When a password that somebody else has set stops letting its owner in. */
  passwordExpiresAt: instant.nullable(),
  /** Until when failed tries keep the person waiting, or null. */
  lockedUntil: instant.nullable(),
});

export const account = z.strictObject({
  id: publicId,
  version,
  email: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  phone: z.string(),
  notes: z.string(),
  status: z.enum(accountStatuses),
  isActive: z.boolean(),
  isStaff: z.boolean(),
  isSuperuser: z.boolean(),
  groups: z.array(z.strictObject({ id: publicId, name: z.string() })),
  /** Given one by one; those of the groups come on top. */
  permissions: z.array(z.enum(staffPermissions)),
  profiles: z.array(profile),
  login: wayIn,
  lastSignInAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
  deletedAt: instant.nullable(),
  /** When an account in the trash is deleted for good by itself. */
  purgeAt: instant.nullable(),
  /** False where the person's rights go beyond those of who asks, so that no screen offers what would be refused. */
  mayChange: z.boolean(),
});
export type Account = z.infer<typeof account>;

const details = {
  email,
  givenName: requiredLine(100),
  familyName: requiredLine(100),
  phone,
  notes: paragraph(5_000),
  isActive: z.boolean(),
  isStaff: z.boolean(),
  isSuperuser: z.boolean(),
  groups: z.array(publicId).max(100),
  permissions: z.array(z.enum(staffPermissions)).max(staffPermissions.length),
};

/** Which accounts a list shows. Without `status` these are all that are not in the trash. */
const filter = {
  /** Words, each of which the name, the e-mail or the phone has in it. */
  search: line(200).optional(),
  status: z.enum(accountStatuses).optional(),
  isStaff: z.boolean().optional(),
  groupId: publicId.optional(),
  profileTypeId: publicId.optional(),
  /** Who has never signed in. */
  neverSignedIn: z.literal(true).optional(),
  mustChangePassword: z.literal(true).optional(),
  /** Who has to wait after failed tries at this moment. */
  isLocked: z.literal(true).optional(),
  createdFrom: instant.optional(),
  /** Up to, and without, this moment. */
  createdBefore: instant.optional(),
};

const chosen = { id: publicId, version };
const whyAnActIsRefused = ['NOT_FOUND', 'STALE_VERSION', 'BEYOND_OWN_RIGHTS', 'IN_TRASH'] as const;
const whyOnBehalfIsRefused = ['REASON_NEEDED', 'IDENTITY_NOT_VERIFIED'] as const;

export const accounts = {
  /** 50 to a page, by name where nothing else is asked for. */
  list: procedure({
    access: 'read',
    audience: staffWith('accounts.view'),
    scope: 'office',
    input: z.strictObject({
      ...filter,
      sort: z.enum(accountSorts).optional(),
      isDescending: z.boolean().optional(),
      cursor: cursor.optional(),
    }),
    output: z.strictObject({
      rows: z.array(accountRow),
      next: cursor.nullable(),
      previous: cursor.nullable(),
      /** Null on the last page. */
      last: cursor.nullable(),
      /** At least so many match; the exact total is asked for apart, and never delays the rows. */
      atLeast: z.int(),
    }),
    errors: ['NOT_FOUND'],
  }),
  /** How many match, exactly. Takes up to half a second for a search that finds hundreds of thousands. */
  total: procedure({
    access: 'read',
    audience: staffWith('accounts.view'),
    scope: 'office',
    input: z.strictObject(filter),
    /** Null where the same window has asked for another total meanwhile. */
    output: z.strictObject({ total: z.int().nullable() }),
    errors: ['NOT_FOUND'],
  }),
  get: procedure({
    access: 'read',
    audience: staffWith('accounts.view'),
    scope: 'office',
    input: z.strictObject({ id: publicId }),
    output: account,
    errors: ['NOT_FOUND'],
  }),
  /** What the activity has about this account, newest first, 50 to a page. */
  activity: procedure({
    access: 'read',
    audience: staffWith('accounts.view'),
    scope: 'office',
    input: z.strictObject({ id: publicId, cursor: cursor.optional() }),
    output: z.strictObject({ rows: z.array(activityEntry), next: cursor.nullable(), previous: cursor.nullable() }),
    errors: ['NOT_FOUND'],
  }),
  /** Accounts that may be the same person: with the same phone, or the same name without regard to case and accents. */
  duplicates: procedure({
    access: 'read',
    audience: staffWith('accounts.view'),
    scope: 'office',
    input: z.strictObject({
      givenName: line(100),
      familyName: line(100),
      phone: line(40),
      /** The account that is being changed is no duplicate of itself. */
      exceptId: publicId.optional(),
    }),
    /** Ten at most. */
    output: z.strictObject({
      rows: z.array(z.strictObject({ ...accountRow.shape, reasons: z.array(z.enum(['name', 'phone'])) })),
    }),
  }),
  /**
   * The person must change the password at the first sign-in, because somebody else has set it. Making somebody staff
   * also needs the permission to manage staff. Who needs approval is held back until a moderator lets them in; staff never are.
   */
  create: procedure({
    access: 'write',
    audience: staffWith('accounts.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ ...details, password: newPassword, needsApproval: z.boolean().optional() }),
    output: account,
    errors: [
      'EMAIL_TAKEN',
      'EMAIL_IN_TRASH',
      ...whyANewPasswordIsRefused,
      'BEYOND_OWN_RIGHTS',
      'UNKNOWN_GROUP',
      'STAFF_NEED_NO_APPROVAL',
    ],
  }),
  /** A change of the e-mail of somebody else needs a reason and a verified identity. */
  update: procedure({
    access: 'write',
    audience: staffWith('accounts.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ ...chosen, ...details, onBehalf: onBehalf.optional() }),
    output: account,
    errors: [
      ...whyAnActIsRefused,
      ...whyOnBehalfIsRefused,
      'EMAIL_TAKEN',
      'EMAIL_IN_TRASH',
      'LAST_SUPERUSER',
      'OWN_ACCOUNT',
      'UNKNOWN_GROUP',
    ],
  }),
  activate: procedure({
    access: 'write',
    audience: staffWith('accounts.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ ...chosen, onBehalf: onBehalf.optional() }),
    output: account,
    errors: [...whyAnActIsRefused, 'REASON_NEEDED'],
  }),
  /** Ends the person's sessions at their next call. */
  deactivate: procedure({
    access: 'write',
    audience: staffWith('accounts.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ ...chosen, onBehalf: onBehalf.optional() }),
    output: account,
    errors: [...whyAnActIsRefused, 'REASON_NEEDED', 'LAST_SUPERUSER', 'OWN_ACCOUNT'],
  }),
  /** A password that is answered once, must be changed at sign-in and expires. Ends the person's sessions. */
  giveOneTimePassword: procedure({
    access: 'write',
    audience: staffWith('accounts.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ ...chosen, onBehalf: onBehalf.optional() }),
    output: z.strictObject({ account, oneTimePassword: z.string(), expiresAt: instant }),
    errors: [...whyAnActIsRefused, ...whyOnBehalfIsRefused, 'OWN_ACCOUNT'],
  }),
  /** A password that staff have chosen: must be changed at sign-in and expires. Ends the person's sessions. */
  setPassword: procedure({
    access: 'write',
    audience: staffWith('accounts.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ ...chosen, newPassword, onBehalf: onBehalf.optional() }),
    output: account,
    errors: [...whyAnActIsRefused, ...whyOnBehalfIsRefused, ...whyANewPasswordIsRefused, 'OWN_ACCOUNT'],
  }),
  /** Lets somebody try again at once who has to wait after failed tries. */
  liftLock: procedure({
    access: 'write',
    audience: staffWith('accounts.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ id: publicId }),
    output: account,
    errors: ['NOT_FOUND', 'BEYOND_OWN_RIGHTS', 'IN_TRASH'],
  }),
  /** Into the trash, from where it can be restored until it is purged. Ends the person's sessions. */
  delete: procedure({
    access: 'write',
    audience: staffWith('accounts.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ ...chosen, onBehalf: onBehalf.optional() }),
    output: account,
    errors: [...whyAnActIsRefused, ...whyOnBehalfIsRefused, 'LAST_SUPERUSER', 'OWN_ACCOUNT'],
  }),
  /** Gives everything back as it was. */
  restore: procedure({
    access: 'write',
    audience: staffWith('accounts.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject(chosen),
    output: account,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'BEYOND_OWN_RIGHTS', 'NOT_IN_TRASH'],
  }),
  /** For good: what the activity says about the person is blanked, and their e-mail is free again. */
  purge: procedure({
    access: 'write',
    audience: staffWith('accounts.purge'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ ...chosen, typedEmail: line(254) }),
    output: z.strictObject({}),
    errors: ['NOT_FOUND', 'STALE_VERSION', 'BEYOND_OWN_RIGHTS', 'NOT_IN_TRASH', 'EMAIL_DIFFERS'],
  }),
};
