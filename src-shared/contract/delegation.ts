import { z } from 'zod';
import { delegatePermissions } from '../delegate-permissions';
import { procedure, staffWith } from './define';
import { line, nothing, publicId, requiredLine, version } from './shapes';

/** A permission of an authorized user: one that Steward knows, or the id of one the office has added. */
export const delegatePermission = z.union([z.enum(delegatePermissions), publicId]);

/** What an authorized user is filed under. Says nothing about what they may do. */
export const category = z.strictObject({
  id: publicId,
  version,
  name: z.string(),
  /** An archived category takes nobody new; whoever is in it stays. */
  isArchived: z.boolean(),
  /** How many authorized users have it, those in the trash included. */
  useCount: z.int(),
});
export type Category = z.infer<typeof category>;

/** A permission that the office has added, for use outside of Steward. */
export const officePermission = z.strictObject({
  id: publicId,
  version,
  label: z.string(),
  group: z.string(),
  explanation: z.string(),
  /** An archived permission is given to nobody new; whoever has it keeps it. */
  isArchived: z.boolean(),
  useCount: z.int(),
});
export type OfficePermission = z.infer<typeof officePermission>;

/** A box that can be ticked. */
export const permissionChoice = z.strictObject({
  permission: delegatePermission,
  group: z.string(),
  label: z.string(),
  explanation: z.string(),
  /** False for what who asks does not have and so cannot give. */
  mayGive: z.boolean(),
  /** Archived: shown to whoever has it, and given to nobody new. */
  isArchived: z.boolean(),
});
export type PermissionChoice = z.infer<typeof permissionChoice>;

/** What a form about an authorized user offers, archived entries included, in the office's order. */
export const delegationChoices = z.strictObject({
  categories: z.array(z.strictObject({ id: publicId, name: z.string(), isArchived: z.boolean() })),
  permissions: z.array(permissionChoice),
});
export type DelegationChoices = z.infer<typeof delegationChoices>;

const chosen = { id: publicId, version };
const permissionDetails = { label: requiredLine(60), group: requiredLine(60), explanation: line(300) };
const categories = z.strictObject({ rows: z.array(category) });
const permissions = z.strictObject({ rows: z.array(officePermission) });
const inOrder = z.strictObject({ ids: z.array(publicId).max(500) });

/** The office's own words for authorized users: their categories, and permissions for use outside. */
export const delegation = {
  choices: procedure({
    access: 'read',
    audience: staffWith('accounts.view'),
    scope: 'office',
    input: nothing,
    output: delegationChoices,
  }),
  /** All of them, in the office's order. */
  categories: procedure({
    access: 'read',
    audience: staffWith('delegation.manage'),
    scope: 'office',
    input: nothing,
    output: categories,
  }),
  /** At the end of the order. */
  createCategory: procedure({
    access: 'write',
    audience: staffWith('delegation.manage'),
    scope: 'office',
    input: z.strictObject({ name: requiredLine(60) }),
    output: category,
    errors: ['NAME_TAKEN'],
  }),
  renameCategory: procedure({
    access: 'write',
    audience: staffWith('delegation.manage'),
    scope: 'office',
    input: z.strictObject({ ...chosen, name: requiredLine(60) }),
    output: category,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'NAME_TAKEN'],
  }),
  setCategoryArchived: procedure({
    access: 'write',
    audience: staffWith('delegation.manage'),
    scope: 'office',
    input: z.strictObject({ ...chosen, isArchived: z.boolean() }),
    output: category,
    errors: ['NOT_FOUND', 'STALE_VERSION'],
  }),
  /** Names every category once; refused where one was added or deleted meanwhile. */
  orderCategories: procedure({
    access: 'write',
    audience: staffWith('delegation.manage'),
    scope: 'office',
    input: inOrder,
    output: categories,
    errors: ['ORDER_OUT_OF_DATE'],
  }),
  /** Only one that nobody has; others are archived. */
  deleteCategory: procedure({
    access: 'write',
    audience: staffWith('delegation.manage'),
    scope: 'office',
    input: z.strictObject(chosen),
    output: nothing,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'CATEGORY_IN_USE'],
  }),
  /** Those the office has added, in its order. */
  permissions: procedure({
    access: 'read',
    audience: staffWith('delegation.manage'),
    scope: 'office',
    input: nothing,
    output: permissions,
  }),
  createPermission: procedure({
    access: 'write',
    audience: staffWith('delegation.manage'),
    scope: 'office',
    input: z.strictObject(permissionDetails),
    output: officePermission,
    errors: ['NAME_TAKEN'],
  }),
  updatePermission: procedure({
    access: 'write',
    audience: staffWith('delegation.manage'),
    scope: 'office',
    input: z.strictObject({ ...chosen, ...permissionDetails }),
    output: officePermission,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'NAME_TAKEN'],
  }),
  setPermissionArchived: procedure({
    access: 'write',
    audience: staffWith('delegation.manage'),
    scope: 'office',
    input: z.strictObject({ ...chosen, isArchived: z.boolean() }),
    output: officePermission,
    errors: ['NOT_FOUND', 'STALE_VERSION'],
  }),
  orderPermissions: procedure({
    access: 'write',
    audience: staffWith('delegation.manage'),
    scope: 'office',
    input: inOrder,
    output: permissions,
    errors: ['ORDER_OUT_OF_DATE'],
  }),
  deletePermission: procedure({
    access: 'write',
    audience: staffWith('delegation.manage'),
    scope: 'office',
    input: z.strictObject(chosen),
    output: nothing,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'PERMISSION_IN_USE'],
  }),
};
