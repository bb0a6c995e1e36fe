import { useNavigate } from 'react-router';
import { useArea } from '../area';
import type { OwnSection } from '../own-section';
import { addressOf, useVisibleOwnSections } from '../own-sections';
import { may } from '../permissions';
import { useVisibleSections } from '../sections';
import { lock, signOut } from '../session/acts';
import { useSession } from '../session/session';
import { openOwnPasswordDialog } from '../shell/own-password';
import { themeModes } from '../theme/modes';
import { useThemeChoice } from '../theme/theme-choice';
import type { Command } from './command';
import { filterCommands } from './filter';

export const searchGroup = 'Search';

/**
 * Everything the palette offers for what is typed: the sections with their commands, first those of where the person
 * is, and the window's own, as far as their names fit; and to search for it.
 */
export function useOfferedCommands(typed: string): readonly Command[] {
  const navigate = useNavigate();
  const theme = useThemeChoice();
  const view = useSession((state) => state.view);
  const sections = useVisibleSections();
  const ownSections = useVisibleOwnSections();
  const isStaff = view?.user?.isStaff === true;
  const area = useArea();

  const goTo = (path: string) => () => void navigate(path);
  const ofBackOffice = [
    ...(isStaff ? [{ id: 'go.start', group: 'Go to', label: 'Start', run: goTo('/') }] : []),
    ...sections.map(({ path, label }) => ({ id: `go.${path}`, group: 'Go to', label, run: goTo(`/${path}`) })),
    ...sections.flatMap(({ commands = [] }) =>
      commands
        .filter(({ permission }) => may(view, permission))
        .map(({ path, label }) => ({ id: `do.${path}`, group: 'Do', label, run: goTo(`/${path}`) })),
    ),
  ];
  const ofMyAccount = ownSections.map((section) => ({
    id: `own.${section.path}`,
    group: section.isAct ? 'Do' : 'Go to',
    label: isStaff ? labelBesideBackOffice(section) : section.label,
    run: goTo(addressOf(section)),
  }));
  const ofBoth = area === 'my-account' ? [...ofMyAccount, ...ofBackOffice] : [...ofBackOffice, ...ofMyAccount];

  const commands = [
    ...ofBoth.filter(({ group }) => group === 'Go to'),
    ...ofBoth.filter(({ group }) => group === 'Do'),
    ...themeModes.map(({ mode, label }) => ({
      id: `theme.${mode}`,
      group: 'This window',
      label,
      run: () => theme.choose(mode),
    })),
    { id: 'password', group: 'This window', label: 'Change password', run: openOwnPasswordDialog },
    { id: 'lock', group: 'This window', label: 'Lock', run: lock },
    { id: 'sign-out', group: 'This window', label: 'Sign out', run: () => void signOut() },
  ];
  const wanted = typed.trim();
  const searches = sections.flatMap(({ path, search }) =>
    search && wanted !== ''
      ? [{ id: `search.${path}`, group: searchGroup, label: search.label(wanted), run: goTo(search.path(wanted)) }]
      : [],
  );
  return [...filterCommands(commands, typed), ...searches];
}

/** Some of it is called as a section of the back office is. */
function labelBesideBackOffice({ path, label }: OwnSection): string {
  return path === '' ? 'My account' : `My account: ${label}`;
}
