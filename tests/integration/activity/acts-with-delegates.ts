import { type ActivityAct, activityActs } from '../../../src-shared/activity';

const features = ['authorized-user.', 'category.', 'categories.', 'delegate-permission.', 'delegate-permissions.'];

/** The acts that there are only since accounts have authorized users. */
export const actsWithDelegates: readonly ActivityAct[] = activityActs.filter(
  (act) => act === 'session.account-switched' || features.some((feature) => act.startsWith(feature)),
);
