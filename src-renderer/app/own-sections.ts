import { ownSections } from '../features/my-account/own-sections';
import { ownPath } from './area';
import type { OwnSection } from './own-section';
import { mayForAccount } from './permissions';
import { useSession } from './session/session';

/** The entries of My account that the person signed in may see. */
export function useVisibleOwnSections(): readonly OwnSection[] {
  const view = useSession((state) => state.view);
  return ownSections.filter(({ permission }) => mayForAccount(view, permission));
}

export function addressOf({ path }: Pick<OwnSection, 'path'>): string {
  return path === '' ? ownPath : `${ownPath}/${path}`;
}
