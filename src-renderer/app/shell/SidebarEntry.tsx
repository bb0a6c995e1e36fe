import { Box, ListItem, ListItemButton, ListItemIcon, ListItemText, type SvgIcon } from '@mui/material';
import { type ComponentType, memo } from 'react';
import { Link, useLocation } from 'react-router';

export interface Entry {
  /** The address it leads to. */
  readonly path: string;
  readonly label: string;
  readonly icon: typeof SvgIcon;
  readonly Mark?: ComponentType;
}

interface SidebarEntryProps extends Entry {
  readonly isCurrent: boolean;
  readonly onChosen: (() => void) | undefined;
}

/** The way to a section, marked while one of its screens is shown. */
export const SidebarEntry = memo(function SidebarEntry(props: SidebarEntryProps) {
  const { path, label, icon: Icon, Mark, isCurrent, onChosen } = props;
  return (
    <ListItem disablePadding sx={{ mb: 0.25, position: 'relative' }}>
      <ListItemButton
        component={Link}
        to={path}
        aria-current={isCurrent ? 'page' : undefined}
        selected={isCurrent}
        onClick={onChosen}
        sx={{
          borderRadius: 1,
          py: 0.625,
          px: 1.25,
          color: isCurrent ? 'primary.main' : 'text.primary',
          '&.Mui-focusVisible': { outlineOffset: -2 },
        }}
      >
        <ListItemIcon>
          <Icon sx={{ fontSize: 20 }} aria-hidden />
        </ListItemIcon>
        <ListItemText
          primary={label}
          slotProps={{ primary: { variant: 'body1', sx: { fontWeight: isCurrent ? 600 : 500 } } }}
        />
      </ListItemButton>
      {Mark && (
        // Beside the link, which keeps its name whatever the mark says.
        <Box sx={{ position: 'absolute', right: 10, pointerEvents: 'none' }}>
          <Mark />
        </Box>
      )}
    </ListItem>
  );
});

/** The address among these that the screen shown belongs to. A first page has no screens below it. */
export function useCurrentPath(paths: readonly string[], firstPath: string): string | undefined {
  const { pathname } = useLocation();
  return paths
    .filter((path) => pathname === path || (path !== firstPath && pathname.startsWith(`${path}/`)))
    .toSorted((one, other) => other.length - one.length)[0];
}
