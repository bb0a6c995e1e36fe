import { ListItem, ListItemButton, ListItemIcon, ListItemText, type SvgIcon } from '@mui/material';
import { NavLink, useLocation } from 'react-router';

interface SidebarEntryProps {
  readonly path: string;
  readonly label: string;
  readonly icon: typeof SvgIcon;
  readonly onChosen: (() => void) | undefined;
}

/** The way to a section, marked while one of its screens is shown. */
export function SidebarEntry({ path, label, icon: Icon, onChosen }: SidebarEntryProps) {
  const { pathname } = useLocation();
  const isCurrent = pathname === path || (path !== '/' && pathname.startsWith(`${path}/`));
  return (
    <ListItem disablePadding sx={{ mb: 0.25 }}>
      <ListItemButton
        component={NavLink}
        to={path}
        end={path === '/'}
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
    </ListItem>
  );
}
