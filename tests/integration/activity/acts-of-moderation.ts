import { type ActivityAct, activityActs } from '../../../src-shared/activity';

const features = ['sign-up.', 'moderation.', 'message-template.'];

/** The acts that there are only since people sign up. */
export const actsOfModeration: readonly ActivityAct[] = activityActs.filter((act) =>
  features.some((feature) => act.startsWith(feature)),
);
