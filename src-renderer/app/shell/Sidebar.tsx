import HomeIcon from '@mui/icons-material/HomeOutlined';
import { Box, List, ListItem, ListItemButton, ListItemIcon, ListItemText } from '@mui/material';
import { NavLink, useLocation } from 'react-router';
import { useVisibleSections } from '../sections';

/** The sections the person may see. */
export function Sidebar({ onChosen }: { readonly onChosen?: () => void }) {
  const visible = useVisibleSections();
  const { pathname } = useLocation();
  const entries = [
    { path: '/', label: 'Start', icon: HomeIcon, isCurrent: pathname === '/' },
    ...visible.map(({ path, label, icon }) => ({
      path: `/${path}`,
      label,
      icon,
      isCurrent: pathname === `/${path}` || pathname.startsWith(`/${path}/`),
    })),
  ];

  return (
    <Box component="nav" aria-label="Sections" sx={{ p: 1 }}>
      <List disablePadding>
        {entries.map(({ path, label, icon: Icon, isCurrent }) => (
          <ListItem key={path} disablePadding sx={{ mb: 0.25 }}>
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
        ))}
      </List>
    </Box>
  );
}
