import { section as accounts } from '../features/accounts/section';
import { section as activity } from '../features/activity/section';
import { section as authorizedUsers } from '../features/authorized-users/section';
import { section as delegation } from '../features/delegation/section';
import { section as groups } from '../features/groups/section';
import { section as moderation } from '../features/moderation/section';
import { section as moderationSettings } from '../features/moderation-settings/section';
import { section as profileTypes } from '../features/profiles/section';
import { section as settings } from '../features/settings/section';
import { section as staff } from '../features/staff/section';
import { may } from './permissions';
import type { Section } from './section';
import { useSession } from './session/session';

/** The sections of the sidebar, in its order. */
export const sections: readonly Section[] = [
  accounts,
  authorizedUsers,
  delegation,
  profileTypes,
  moderation,
  moderationSettings,
  staff,
  groups,
  activity,
  settings,
];

/** The sections that the person signed in may see. */
export function useVisibleSections(): readonly Section[] {
  const view = useSession((state) => state.view);
  return sections.filter(({ permissions }) => permissions.some((permission) => may(view, permission)));
}
