import KeyIcon from '@mui/icons-material/KeyOutlined';
import LockIcon from '@mui/icons-material/LockOutlined';
import LogoutIcon from '@mui/icons-material/Logout';
import { Box, Divider, ListItemIcon, ListItemText, MenuItem, Typography } from '@mui/material';
import { useNavigate } from 'react-router';
import type { SessionView } from '../../../src-shared/contract/session';
import { fullName } from '../../components/people';
import { addressOf, useVisibleOwnSections } from '../own-sections';
import { lock, signOut } from '../session/acts';
import { useSession } from '../session/session';
import { themeModes } from '../theme/modes';
import { useThemeChoice } from '../theme/theme-choice';
import { AccountItems } from './AccountItems';
import { openOwnPasswordDialog } from './own-password';

interface UserMenuItemsProps {
  readonly user: NonNullable<SessionView['user']>;
  readonly onChosen: () => void;
}

/** What of My account stands in the menu. */
const offered: readonly string[] = ['authorized-users', 'account'];

export function UserMenuItems({ user, onChosen }: UserMenuItemsProps) {
  const theme = useThemeChoice();
  const navigate = useNavigate();
  const account = useSession((state) => state.view?.account);
  const sections = useVisibleOwnSections().filter(({ path }) => offered.includes(path));

  function choose(act: () => void): () => void {
    return () => {
      onChosen();
      act();
    };
  }

  return (
    <>
      <Box role="presentation" sx={{ px: 2, pt: 0.5, pb: 1 }}>
        <Typography variant="subtitle2" component="p" sx={{ overflowWrap: 'anywhere' }}>
          {fullName(user)}
        </Typography>
        <Typography variant="caption" color="textSecondary" component="p" sx={{ overflowWrap: 'anywhere' }}>
          {user.email}
        </Typography>
        {account?.isOwn === false && (
          <Typography variant="caption" color="textSecondary" component="p" sx={{ overflowWrap: 'anywhere' }}>
            Acting for {account.holderName}
          </Typography>
        )}
      </Box>
      <Divider />
      {sections.map((section) => {
        const { path, label, icon: Icon } = section;
        return (
          <MenuItem key={path} onClick={choose(() => void navigate(addressOf(section)))}>
            <ListItemIcon>
              <Icon fontSize="small" aria-hidden />
            </ListItemIcon>
            {label}
          </MenuItem>
        );
      })}
      <MenuItem onClick={choose(openOwnPasswordDialog)}>
        <ListItemIcon>
          <KeyIcon fontSize="small" aria-hidden />
        </ListItemIcon>
        Change password
      </MenuItem>
      {account?.hasOthers && <AccountItems onChosen={onChosen} />}
      <Divider />
      {themeModes.map(({ mode, label, icon: Icon }) => (
        <MenuItem
          key={mode}
          role="menuitemradio"
          aria-checked={theme.chosen === mode}
          selected={theme.chosen === mode}
          onClick={choose(() => theme.choose(mode))}
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
    </>
  );
}
