import { may } from './permissions';
import type { Section } from './section';
import { useSession } from './session/session';

const modules = import.meta.glob<{ section: Section }>('../features/*/section.ts', { eager: true });

const order: readonly string[] = ['staff', 'groups', 'activity', 'settings'];

/** The sections of the sidebar, in its order. */
export const sections: readonly Section[] = Object.values(modules)
  .map(({ section }) => section)
  .sort((one, other) => order.indexOf(one.path) - order.indexOf(other.path));

/** The sections that the person signed in may see. */
export function useVisibleSections(): readonly Section[] {
  const view = useSession((state) => state.view);
  return sections.filter(({ permissions }) => permissions.some((permission) => may(view, permission)));
}
