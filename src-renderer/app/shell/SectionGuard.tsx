import { Outlet } from 'react-router';
import { useMayAny } from '../permissions';
import type { Section } from '../section';
import { NoPermissionScreen } from './NoPermissionScreen';

/** Shows a section's screens to whoever may see them. The main side refuses the data to anybody else anyway. */
export function SectionGuard({ section }: { readonly section: Section }) {
  return useMayAny(section.permissions) ? <Outlet /> : <NoPermissionScreen label={section.label} />;
}
