import { z } from 'zod';
import { whyANewPasswordIsRefused } from '../errors';
import { staffPermissions } from '../permissions';
import { procedure, staffWith } from './define';
import { cursor, email, instant, line, newPassword, nothing, phone, publicId, requiredLine, version } from './shapes';

export const staffStatuses = ['active', 'deactivated'] as const;

export const staffMember = z.strictObject({
  id: publicId,
  version,
  email: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  phone: z.string(),
  isActive: z.boolean(),
  isSuperuser: z.boolean(),
  groups: z.array(z.strictObject({ id: publicId, name: z.string() })),
  /** Given one by one; those of the groups come on top. */
  permissions: z.array(z.enum(staffPermissions)),
  mustChangePassword: z.boolean(),
  lastSignInAt: instant.nullable(),
  createdAt: instant,
  /** False where the person's rights go beyond those of who asks, so that no screen offers what would be refused. */
  mayChange: z.boolean(),
});
export type StaffMember = z.infer<typeof staffMember>;

const details = {
  email,
  givenName: requiredLine(100),
  familyName: requiredLine(100),
  phone,
  isSuperuser: z.boolean(),
  groups: z.array(publicId).max(100),
  permissions: z.array(z.enum(staffPermissions)).max(staffPermissions.length),
};

export const staff = {
  list: procedure({
    access: 'read',
    audience: staffWith('staff.view'),
    scope: 'office',
    input: z.strictObject({
      search: line(200).optional(),
      status: z.enum(staffStatuses).optional(),
      cursor: cursor.optional(),
    }),
    /** By family name, 50 to a page. */
    output: z.strictObject({ rows: z.array(staffMember), next: cursor.nullable(), previous: cursor.nullable() }),
  }),
  get: procedure({
    access: 'read',
    audience: staffWith('staff.view'),
    scope: 'office',
    input: z.strictObject({ id: publicId }),
    output: staffMember,
    errors: ['NOT_FOUND'],
  }),
  /** The person must change the password at the first sign-in, because somebody else has set it. */
  create: procedure({
    access: 'write',
    audience: staffWith('staff.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ ...details, password: newPassword }),
    output: staffMember,
    errors: ['EMAIL_TAKEN', 'EMAIL_IN_TRASH', ...whyANewPasswordIsRefused, 'BEYOND_OWN_RIGHTS', 'UNKNOWN_GROUP'],
  }),
  update: procedure({
    access: 'write',
    audience: staffWith('staff.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ id: publicId, version, ...details }),
    output: staffMember,
    errors: [
      'NOT_FOUND',
      'STALE_VERSION',
      'EMAIL_TAKEN',
      'EMAIL_IN_TRASH',
      'BEYOND_OWN_RIGHTS',
      'LAST_SUPERUSER',
      'UNKNOWN_GROUP',
    ],
  }),
  /** Ends the person's sessions at their next call. */
  deactivate: procedure({
    access: 'write',
    audience: staffWith('staff.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ id: publicId, version }),
    output: staffMember,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'BEYOND_OWN_RIGHTS', 'LAST_SUPERUSER', 'OWN_ACCOUNT'],
  }),
  activate: procedure({
    access: 'write',
    audience: staffWith('staff.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ id: publicId, version }),
    output: staffMember,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'BEYOND_OWN_RIGHTS'],
  }),
  /** A password that is answered once, must be changed at sign-in and expires. Ends the person's sessions. */
  giveOneTimePassword: procedure({
    access: 'write',
    audience: staffWith('staff.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ id: publicId, version }),
    output: z.strictObject({ member: staffMember, oneTimePassword: z.string(), expiresAt: instant }),
    errors: ['NOT_FOUND', 'STALE_VERSION', 'BEYOND_OWN_RIGHTS', 'OWN_ACCOUNT'],
  }),
  /** The groups and permissions that whoever asks may give to others. */
  grantable: procedure({
    access: 'read',
    audience: staffWith('staff.view'),
    scope: 'office',
    input: nothing,
    output: z.strictObject({
      groups: z.array(
        z.strictObject({
          id: publicId,
          name: z.string(),
          permissions: z.array(z.enum(staffPermissions)),
          mayGive: z.boolean(),
        }),
      ),
      permissions: z.array(z.enum(staffPermissions)),
      mayMakeSuperuser: z.boolean(),
    }),
  }),
};
