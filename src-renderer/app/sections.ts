import type { Section } from './section';

const modules = import.meta.glob<{ section: Section }>('../features/*/section.ts', { eager: true });

const order: readonly string[] = ['staff', 'groups', 'activity', 'settings'];

/** The sections of the sidebar, in its order. */
export const sections: readonly Section[] = Object.values(modules)
  .map(({ section }) => section)
  .sort((one, other) => order.indexOf(one.path) - order.indexOf(other.path));
