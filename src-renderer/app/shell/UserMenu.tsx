import KeyIcon from '@mui/icons-material/KeyOutlined';
import LockIcon from '@mui/icons-material/LockOutlined';
import LogoutIcon from '@mui/icons-material/Logout';
import { Avatar, Box, Button, Divider, ListItemIcon, ListItemText, Menu, MenuItem, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { fullName, initials } from '../../components/people';
import { lock, signOut } from '../session/acts';
import { useSession } from '../session/session';
import { themeModes } from '../theme/modes';
import { useThemeChoice } from '../theme/theme-choice';
import { openOwnPasswordDialog } from './own-password';

export function UserMenu() {
  const user = useSession((state) => state.view?.user);
  const theme = useThemeChoice();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const menuId = useId();
  if (!user) return null;

  function choose(act: () => void): () => void {
    return () => {
      setAnchor(null);
      act();
    };
  }

  return (
    <>
      <Button
        color="inherit"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? menuId : undefined}
        aria-label={`${fullName(user)}: menu`}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ minWidth: 0, px: 0.75, gap: 1, flex: 'none', maxWidth: 220 }}
      >
        <Avatar sx={{ width: 28, height: 28, fontSize: '0.75rem', fontWeight: 600, bgcolor: 'secondary.main' }}>
          {initials(user)}
        </Avatar>
        <Typography
          variant="body2"
          component="span"
          noWrap
          sx={{ fontWeight: 500, display: { xs: 'none', sm: 'block' } }}
        >
          {fullName(user)}
        </Typography>
      </Button>
      <Menu
        id={menuId}
        // Its first item is where the keyboard begins, not the theme that happens to be chosen.
        variant="menu"
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ list: { 'aria-label': 'You' }, paper: { sx: { minWidth: 240, maxWidth: 320 } } }}
      >
        <Box role="presentation" sx={{ px: 2, pt: 0.5, pb: 1 }}>
          <Typography variant="subtitle2" component="p" sx={{ overflowWrap: 'anywhere' }}>
            {fullName(user)}
          </Typography>
          <Typography variant="caption" color="textSecondary" component="p" sx={{ overflowWrap: 'anywhere' }}>
            {user.email}
          </Typography>
        </Box>
        <Divider />
        <MenuItem onClick={choose(openOwnPasswordDialog)}>
          <ListItemIcon>
            <KeyIcon fontSize="small" aria-hidden />
          </ListItemIcon>
          Change password
        </MenuItem>
        <Divider />
        {themeModes.map(({ mode: offered, label, icon: Icon }) => (
          <MenuItem
            key={offered}
            role="menuitemradio"
            aria-checked={theme.chosen === offered}
            selected={theme.chosen === offered}
            onClick={choose(() => theme.choose(offered))}
          >
            <ListItemIcon>
              <Icon fontSize="small" aria-hidden />
            </ListItemIcon>
            <ListItemText>{label}</ListItemText>
          </MenuItem>
        ))}
        <Divider />
        <MenuItem onClick={choose(lock)}>
          <ListItemIcon>
            <LockIcon fontSize="small" aria-hidden />
          </ListItemIcon>
          Lock
        </MenuItem>
        <MenuItem onClick={choose(() => void signOut())}>
          <ListItemIcon>
            <LogoutIcon fontSize="small" aria-hidden />
          </ListItemIcon>
          Sign out
        </MenuItem>
      </Menu>
    </>
  );
}
