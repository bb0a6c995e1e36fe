import MenuIcon from '@mui/icons-material/Menu';
import SearchIcon from '@mui/icons-material/Search';
import { Box, Button, IconButton, Typography } from '@mui/material';
import { openPalette } from '../palette/palette';
import { useSession } from '../session/session';
import { UserMenu } from './UserMenu';

interface TopBarProps {
  /** Given where the sections are not beside the screen. */
  readonly onOpenSections: (() => void) | undefined;
}

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function TopBar({ onOpenSections }: TopBarProps) {
  const officeName = useSession((state) => state.view?.officeName);
  const account = useSession((state) => state.view?.account);
  return (
    <Box
      component="header"
      sx={{
        gridArea: 'top',
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        height: 48,
        px: 1.5,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      {onOpenSections && (
        <IconButton edge="start" aria-label="Open the sections" onClick={onOpenSections}>
          <MenuIcon />
        </IconButton>
      )}
      <Box sx={{ flex: 1, minWidth: 0, pl: onOpenSections ? 0 : 0.75 }}>
        <Typography variant="subtitle1" component="p" noWrap sx={{ lineHeight: 1.3 }}>
          {officeName}
        </Typography>
        {account?.isOwn === false && (
          <Typography variant="caption" component="p" noWrap sx={{ lineHeight: 1.3, color: 'primary.main' }}>
            Acting for <b>{account.holderName}</b>
          </Typography>
        )}
      </Box>
      <Button
        variant="outlined"
        color="inherit"
        size="small"
        startIcon={<SearchIcon aria-hidden />}
        aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}
        onClick={openPalette}
        sx={{ fontWeight: 500, color: 'text.secondary', flex: 'none' }}
      >
        Go to
        <Box
          component="kbd"
          aria-hidden
          sx={{
            ml: 1.5,
            px: 0.5,
            border: 1,
            borderColor: 'divider',
            borderRadius: 0.5,
            fontFamily: 'inherit',
            fontSize: '0.6875rem',
            lineHeight: 1.5,
            display: { xs: 'none', sm: 'inline' },
          }}
        >
          {isApple ? '⌘ K' : 'Ctrl K'}
        </Box>
      </Button>
      <UserMenu />
    </Box>
  );
}
