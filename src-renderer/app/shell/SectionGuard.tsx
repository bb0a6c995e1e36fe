import { Outlet } from 'react-router';
import { useMayAny } from '../permissions';
import type { Section } from '../section';
import { useSession } from '../session/session';
import { NoPermissionScreen } from './NoPermissionScreen';

/** Shows a section's screens to whoever may see them. The main side refuses the data to anybody else anyway. */
export function SectionGuard({ section }: { readonly section: Section }) {
  const isStaff = useSession(({ view }) => view?.user?.isStaff === true);
  if (useMayAny(section.permissions)) return <Outlet />;
  return <NoPermissionScreen label={section.label} whoDecides={isStaff ? undefined : 'the office'} />;
}
