import BackIcon from '@mui/icons-material/ArrowBackOutlined';
import { Divider, List } from '@mui/material';
import { ownPath } from '../area';
import { addressOf, useVisibleOwnSections } from '../own-sections';
import { useSession } from '../session/session';
import { HeadedEntries } from './HeadedEntries';
import type { SidebarProps } from './Sidebar';
import { SidebarEntry, useCurrentPath } from './SidebarEntry';

/** What the person may do in My account; for staff also the way back. */
export function OwnEntries({ onChosen }: SidebarProps) {
  const isStaff = useSession(({ view }) => view?.user?.isStaff === true);
  const account = useSession(({ view }) => view?.account);
  const sections = useVisibleOwnSections();
  const entries = sections.map((section) => ({ path: addressOf(section), label: section.label, icon: section.icon }));
  const current = useCurrentPath(
    entries.map(({ path }) => path),
    ownPath,
  );
  return (
    <>
      {isStaff && (
        <>
          <List disablePadding>
            <SidebarEntry
              path="/"
              label="Back to the back office"
              icon={BackIcon}
              isCurrent={false}
              onChosen={onChosen}
            />
          </List>
          <Divider sx={{ my: 1 }} />
        </>
      )}
      <HeadedEntries
        heading={account?.isOwn === false ? `Account of ${account.holderName}` : 'My account'}
        entries={entries}
        current={current}
        onChosen={onChosen}
      />
    </>
  );
}
