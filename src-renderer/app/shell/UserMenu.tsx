import { Avatar, Button, Menu, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { fullName, initials } from '../../components/people';
import { useSession } from '../session/session';
import { UserMenuItems } from './UserMenuItems';

export function UserMenu() {
  const user = useSession((state) => state.view?.user);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const menuId = useId();
  if (!user) return null;

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
        <UserMenuItems user={user} onChosen={() => setAnchor(null)} />
      </Menu>
    </>
  );
}
