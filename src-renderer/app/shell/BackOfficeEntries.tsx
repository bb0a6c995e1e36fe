import HomeIcon from '@mui/icons-material/HomeOutlined';
import { List } from '@mui/material';
import { useVisibleSections } from '../sections';
import { HeadedEntries } from './HeadedEntries';
import type { SidebarProps } from './Sidebar';
import { SidebarEntry, useCurrentPath } from './SidebarEntry';

const start = { path: '/', label: 'Start', icon: HomeIcon };

/** The sections the person may see, under their headings. */
export function BackOfficeEntries({ onChosen }: SidebarProps) {
  const entries = useVisibleSections().map(({ path, label, icon, heading, Mark }) => ({
    path: `/${path}`,
    label,
    icon,
    Mark,
    heading,
  }));
  const current = useCurrentPath([start.path, ...entries.map(({ path }) => path)], start.path);
  return (
    <>
      <List disablePadding>
        <SidebarEntry {...start} isCurrent={current === start.path} onChosen={onChosen} />
      </List>
      {[...Map.groupBy(entries, (entry) => entry.heading)].map(([heading, ofHeading]) => (
        <HeadedEntries key={heading} heading={heading} entries={ofHeading} current={current} onChosen={onChosen} />
      ))}
    </>
  );
}
