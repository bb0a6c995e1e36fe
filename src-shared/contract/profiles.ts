import { z } from 'zod';
import { procedure, staffWith } from './define';
import { instant, nothing, publicId, requiredLine, version } from './shapes';

export const profileFieldKinds = ['text', 'long-text', 'number', 'date', 'choice', 'yes-no'] as const;
export type ProfileFieldKind = (typeof profileFieldKinds)[number];

/** The colours a profile type can have; each theme has its own shade of them. */
export const profileColors = ['blue', 'green', 'orange', 'purple', 'red', 'teal', 'pink', 'grey'] as const;
export type ProfileColor = (typeof profileColors)[number];

const fieldDetails = {
  label: requiredLine(80),
  kind: z.enum(profileFieldKinds),
  isRequired: z.boolean(),
  /** What can be chosen, for the kind `choice`; empty for every other. */
  choices: z.array(requiredLine(80)).max(100),
};

export const profileField = z.strictObject({
  id: publicId,
  label: z.string(),
  kind: z.enum(profileFieldKinds),
  isRequired: z.boolean(),
  choices: z.array(z.string()),
});
export type ProfileField = z.infer<typeof profileField>;

export const profileType = z.strictObject({
  id: publicId,
  version,
  name: z.string(),
  color: z.enum(profileColors),
  /** An archived type takes no new profiles; those it has stay. */
  isArchived: z.boolean(),
  fields: z.array(profileField),
  profileCount: z.int(),
});
export type ProfileType = z.infer<typeof profileType>;

/** A date is `YYYY-MM-DD`; what was left empty is null. */
export const fieldValue = z.union([z.string().max(5_000), z.number(), z.boolean(), z.null()]);
export type FieldValue = z.infer<typeof fieldValue>;

/** Values by the ids of their fields. */
export const values = z.record(publicId, fieldValue);
export type ProfileValues = z.infer<typeof values>;

export const profile = z.strictObject({
  id: publicId,
  version,
  type: z.strictObject({ id: publicId, name: z.string(), color: z.enum(profileColors) }),
  /** In the order of the type's fields. Those at the end that are `isFormer` were taken out of the type, their values kept. */
  values: z.array(
    z.strictObject({
      fieldId: publicId,
      label: z.string(),
      kind: z.enum(profileFieldKinds),
      isFormer: z.boolean(),
      value: fieldValue,
    }),
  ),
  /** Whether a moderator has still to approve it, or has rejected it; `open` where neither. */
  approval: z.enum(['open', 'awaiting-approval', 'rejected']),
  createdAt: instant,
  updatedAt: instant,
});
export type Profile = z.infer<typeof profile>;

const typeDetails = { name: requiredLine(60), color: z.enum(profileColors) };
const chosen = { id: publicId, version };
export const whyValuesAreRefused = [
  'FIELD_REQUIRED',
  'FIELD_TOO_LONG',
  'FIELD_UNPRINTABLE',
  'FIELD_UNKNOWN',
  'FIELD_INVALID',
  'FIELD_NOT_DATE',
  'FIELD_NOT_NUMBER',
  'FIELD_TOO_SMALL',
  'FIELD_TOO_LARGE',
  'PROFILE_TYPE_CHANGED',
] as const;

export const profiles = {
  /** All types, by name: an office has dozens at most. */
  types: procedure({
    access: 'read',
    audience: staffWith('accounts.view'),
    scope: 'office',
    input: nothing,
    output: z.strictObject({ rows: z.array(profileType) }),
  }),
  /** The same for whoever decides on the types, who need not see any account. */
  manageableTypes: procedure({
    access: 'read',
    audience: staffWith('profile-types.manage'),
    scope: 'office',
    input: nothing,
    output: z.strictObject({ rows: z.array(profileType) }),
  }),
  createType: procedure({
    access: 'write',
    audience: staffWith('profile-types.manage'),
    scope: 'office',
    input: z.strictObject({ ...typeDetails, fields: z.array(z.strictObject(fieldDetails)).max(50) }),
    output: profileType,
    errors: ['NAME_TAKEN', 'CHOICES_NEEDED', 'FIELD_TWICE'],
  }),
  /**
   * Fields with an id are those the type has; what is left out is taken out of it, and `removed` says what becomes of
   * the values. The kind of a field that exists stays. A new field leaves old profiles valid until they are changed.
   */
  updateType: procedure({
    access: 'write',
    audience: staffWith('profile-types.manage'),
    scope: 'office',
    input: z.strictObject({
      ...chosen,
      ...typeDetails,
      fields: z.array(z.strictObject({ id: publicId.nullable(), ...fieldDetails })).max(50),
      removed: z.array(z.strictObject({ id: publicId, values: z.enum(['keep', 'delete']) })).max(50),
    }),
    output: profileType,
    errors: [
      'NOT_FOUND',
      'STALE_VERSION',
      'NAME_TAKEN',
      'CHOICES_NEEDED',
      'FIELD_TWICE',
      'FIELD_KIND_FIXED',
      'REMOVED_VALUES_UNDECIDED',
    ],
  }),
  setTypeArchived: procedure({
    access: 'write',
    audience: staffWith('profile-types.manage'),
    scope: 'office',
    input: z.strictObject({ ...chosen, isArchived: z.boolean() }),
    output: profileType,
    errors: ['NOT_FOUND', 'STALE_VERSION'],
  }),
  /** Only one that no profile is of; others are archived. */
  deleteType: procedure({
    access: 'write',
    audience: staffWith('profile-types.manage'),
    scope: 'office',
    input: z.strictObject(chosen),
    output: nothing,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'PROFILE_TYPE_IN_USE'],
  }),
  add: procedure({
    access: 'write',
    audience: staffWith('accounts.manage'),
    scope: 'office',
    input: z.strictObject({ accountId: publicId, typeId: publicId, values }),
    output: profile,
    errors: ['NOT_FOUND', 'BEYOND_OWN_RIGHTS', 'IN_TRASH', 'PROFILE_TYPE_ARCHIVED', ...whyValuesAreRefused],
  }),
  /** Values of former fields stay as they are. */
  update: procedure({
    access: 'write',
    audience: staffWith('accounts.manage'),
    scope: 'office',
    input: z.strictObject({ ...chosen, values }),
    output: profile,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'BEYOND_OWN_RIGHTS', 'IN_TRASH', ...whyValuesAreRefused],
  }),
  remove: procedure({
    access: 'write',
    audience: staffWith('accounts.manage'),
    scope: 'office',
    input: z.strictObject(chosen),
    output: nothing,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'BEYOND_OWN_RIGHTS', 'IN_TRASH'],
  }),
};
