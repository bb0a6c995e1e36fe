import { Outlet } from 'react-router';
import type { OwnSection } from '../own-section';
import { useMayForAccount } from '../permissions';
import { useSession } from '../session/session';
import { NoPermissionScreen } from './NoPermissionScreen';

/** Shows a section of My account to the holder, and to whoever has the permission for it. */
export function OwnSectionGuard({ section }: { readonly section: OwnSection }) {
  const holderName = useSession(({ view }) => view?.account?.holderName ?? '');
  if (useMayForAccount(section.permission)) return <Outlet />;
  return <NoPermissionScreen label={section.label} whoDecides={holderName} />;
}
