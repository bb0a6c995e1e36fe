import { z } from 'zod';

/** The features of which a window hears that something in them has changed. */
export const announcedFeatures = [
  'accounts',
  'profiles',
  'dashboard',
  'authorizedUsers',
  'myAuthorizedUsers',
  'delegation',
  'myAccount',
  'moderation',
  'moderationSettings',
  'signUp',
  'messages',
  'staff',
  'groups',
  'settings',
  'activity',
] as const;

/**
 * What the main side tells a window without being asked. A window hears of a change only if
 * it may read what changed; it learns that something changed, and asks for it by a procedure.
 */
export const applicationEvent = z.discriminatedUnion('type', [
  /** The state of this window's session may be another: ask `session.state`. */
  z.strictObject({ type: z.literal('session') }),
  z.strictObject({ type: z.literal('changed'), feature: z.enum(announcedFeatures) }),
]);

export type ApplicationEvent = z.infer<typeof applicationEvent>;
