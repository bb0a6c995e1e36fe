import { z } from 'zod';
import { procedure, staffWith } from './define';
import { profileColors } from './profiles';
import { instant, line, nothing, publicId, requiredLine, requiredParagraph, version } from './shapes';

/** What a message can be about. */
export const decisionKinds = ['approve', 'reject', 'request-changes'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

const policies = {
  /** Whether new people are held back until a moderator lets them in. */
  isOn: z.boolean(),
  /** Whether "Create an account" stands on the sign-in screen. */
  isRegistrationOpen: z.boolean(),
  /** Days after which a case that waits is late. */
  reminderDays: z.int().min(1).max(90),
  /** Minutes for which a claim holds. */
  claimMinutes: z.int().min(1).max(240),
  /** Days after which what was rejected is deleted for good. */
  rejectedRetentionDays: z.int().min(1).max(3_650),
};

const typePolicies = {
  id: publicId,
  /** Can be chosen at registration. */
  isOffered: z.boolean(),
  /** A profile of it that is added to an account later needs approval of its own. */
  needsApproval: z.boolean(),
  /** Two different moderators have to approve. */
  needsSecondModerator: z.boolean(),
};

export const moderationPolicies = z.strictObject({
  version,
  ...policies,
  /** Of every type that is not archived, by name. */
  types: z.array(z.strictObject({ ...typePolicies, name: z.string(), color: z.enum(profileColors) })),
});
export type ModerationPolicies = z.infer<typeof moderationPolicies>;

/** An e-mail address, a domain, or with `*.` in front all domains below one. */
const rulePattern = requiredLine(254);

export const moderationRule = z.strictObject({
  id: publicId,
  pattern: z.string(),
  decision: z.enum(['approve', 'reject']),
  note: z.string(),
  /** How many it has decided on. */
  decidedCount: z.int(),
  createdAt: instant,
});
export type ModerationRule = z.infer<typeof moderationRule>;

export const messageTemplate = z.strictObject({
  id: publicId,
  version,
  decision: z.enum(decisionKinds),
  name: z.string(),
  text: z.string(),
  isArchived: z.boolean(),
});
export type MessageTemplate = z.infer<typeof messageTemplate>;

const templateDetails = {
  decision: z.enum(decisionKinds),
  name: requiredLine(60),
  /** Names in braces, such as {given name}, are filled when it is sent. */
  text: requiredParagraph(2_000),
};
const chosen = { id: publicId, version };
const managers = staffWith('moderation.manage');

export const moderationSettings = {
  policies: procedure({
    access: 'read',
    audience: managers,
    scope: 'office',
    input: nothing,
    output: moderationPolicies,
  }),
  updatePolicies: procedure({
    access: 'write',
    audience: managers,
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({
      version,
      ...policies,
      types: z.array(z.strictObject(typePolicies)).max(200),
      /** What becomes of everybody who waits; needed where moderation is switched off while somebody does. */
      waiting: z.enum(['let-in', 'keep']).optional(),
    }),
    output: z.strictObject({ policies: moderationPolicies, isLettingIn: z.boolean() }),
    errors: ['STALE_VERSION', 'WAITING_UNDECIDED', 'UNKNOWN_PROFILE_TYPE', 'JOB_UNDER_WAY'],
  }),
  /** By pattern. */
  rules: procedure({
    access: 'read',
    audience: managers,
    scope: 'office',
    input: nothing,
    output: z.strictObject({ rows: z.array(moderationRule) }),
  }),
  /** Whom a pattern means, before it becomes a rule. */
  previewRule: procedure({
    access: 'read',
    audience: managers,
    scope: 'office',
    input: z.strictObject({ pattern: rulePattern }),
    output: z.strictObject({ waiting: z.int(), accounts: z.int().nullable() }),
    errors: ['RULE_NOT_PATTERN', 'RULE_TOO_WIDE'],
  }),
  /** All of them, or none where one of them cannot be one. They decide on what is sent from then on. There are a thousand at most. */
  addRules: procedure({
    access: 'write',
    audience: managers,
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({
      patterns: z.array(rulePattern).min(1).max(200),
      decision: z.enum(['approve', 'reject']),
      note: line(200),
    }),
    output: z.strictObject({ rows: z.array(moderationRule) }),
    errors: ['RULE_NOT_PATTERN', 'RULE_TOO_WIDE', 'RULE_TWICE', 'TOO_MANY_RULES'],
  }),
  deleteRule: procedure({
    access: 'write',
    audience: managers,
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ id: publicId }),
    output: nothing,
    errors: ['NOT_FOUND'],
  }),
  /** Archived ones too, by decision and name. */
  templates: procedure({
    access: 'read',
    audience: managers,
    scope: 'office',
    input: nothing,
    output: z.strictObject({ rows: z.array(messageTemplate) }),
  }),
  createTemplate: procedure({
    access: 'write',
    audience: managers,
    scope: 'office',
    input: z.strictObject(templateDetails),
    output: messageTemplate,
    errors: ['NAME_TAKEN', 'PLACEHOLDER_MALFORMED'],
  }),
  updateTemplate: procedure({
    access: 'write',
    audience: managers,
    scope: 'office',
    input: z.strictObject({ ...chosen, ...templateDetails }),
    output: messageTemplate,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'NAME_TAKEN', 'PLACEHOLDER_MALFORMED'],
  }),
  setTemplateArchived: procedure({
    access: 'write',
    audience: managers,
    scope: 'office',
    input: z.strictObject({ ...chosen, isArchived: z.boolean() }),
    output: messageTemplate,
    errors: ['NOT_FOUND', 'STALE_VERSION'],
  }),
};
