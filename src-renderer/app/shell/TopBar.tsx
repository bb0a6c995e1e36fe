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
      <Typography variant="subtitle1" component="p" noWrap sx={{ flex: 1, minWidth: 0, pl: onOpenSections ? 0 : 0.75 }}>
        {officeName}
      </Typography>
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
