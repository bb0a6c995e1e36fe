import { z } from 'zod';
import { staffPermissions } from '../permissions';
import { procedure, staffWith } from './define';
import { nothing, paragraph, publicId, requiredLine, version } from './shapes';

export const group = z.strictObject({
  id: publicId,
  version,
  name: z.string(),
  description: z.string(),
  permissions: z.array(z.enum(staffPermissions)),
  memberCount: z.int(),
  /** False where the group gives more than whoever asks has. */
  mayChange: z.boolean(),
});
export type Group = z.infer<typeof group>;

const details = {
  name: requiredLine(80),
  description: paragraph(500),
  permissions: z.array(z.enum(staffPermissions)).max(staffPermissions.length),
};

export const groups = {
  /** All of them, by name: an office has dozens at most. */
  list: procedure({
    access: 'read',
    audience: staffWith('groups.manage'),
    scope: 'office',
    input: nothing,
    output: z.strictObject({ rows: z.array(group) }),
  }),
  create: procedure({
    access: 'write',
    audience: staffWith('groups.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject(details),
    output: group,
    errors: ['NAME_TAKEN', 'BEYOND_OWN_RIGHTS'],
  }),
  update: procedure({
    access: 'write',
    audience: staffWith('groups.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ id: publicId, version, ...details }),
    output: group,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'NAME_TAKEN', 'BEYOND_OWN_RIGHTS'],
  }),
  delete: procedure({
    access: 'write',
    audience: staffWith('groups.manage'),
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ id: publicId, version }),
    output: nothing,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'BEYOND_OWN_RIGHTS', 'GROUP_IN_USE'],
  }),
};
