import { List, Typography } from '@mui/material';
import { useId } from 'react';
import type { SidebarProps } from './Sidebar';
import { type Entry, SidebarEntry } from './SidebarEntry';

interface HeadedEntriesProps extends SidebarProps {
  readonly heading: string;
  readonly entries: readonly Entry[];
  readonly current: string | undefined;
}

/** Entries of the sidebar that belong together. */
export function HeadedEntries({ heading, entries, current, onChosen }: HeadedEntriesProps) {
  const headingId = useId();
  return (
    <>
      <Typography
        id={headingId}
        variant="overline"
        component="p"
        color="textSecondary"
        sx={{ px: 1.25, pt: 1.5, pb: 0.25, overflowWrap: 'anywhere' }}
      >
        {heading}
      </Typography>
      <List disablePadding aria-labelledby={headingId}>
        {entries.map(({ path, label, icon, Mark }) => (
          <SidebarEntry
            key={path}
            path={path}
            label={label}
            icon={icon}
            Mark={Mark}
            isCurrent={path === current}
            onChosen={onChosen}
          />
        ))}
      </List>
    </>
  );
}
