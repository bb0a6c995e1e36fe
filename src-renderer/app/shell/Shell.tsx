import { Box, Drawer, useMediaQuery, useTheme } from '@mui/material';
import { Suspense, useEffect, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useLeaveWarning } from '../../components/form/useLeaveWarning';
import { LoadingState } from '../../components/LoadingState';
import { ChangePasswordDialog } from '../../features/session/ChangePasswordDialog';
import { CommandPalette } from '../palette/CommandPalette';
import { NoticeBar } from './NoticeBar';
import { closeOwnPasswordDialog, useOwnPasswordDialog } from './own-password';
import { Sidebar } from './Sidebar';
import { SkipLink } from './SkipLink';
import { TopBar } from './TopBar';

const sidebarWidth = 216;

/** The frame around every screen: sections at the left, office and person at the top. */
export function Shell() {
  const hasRoomForSidebar = useMediaQuery(useTheme().breakpoints.up('md'), { noSsr: true });
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  const isChangingPassword = useOwnPasswordDialog((state) => state.isOpen);
  const { pathname } = useLocation();
  useLeaveWarning();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes when another screen is shown.
  useEffect(() => setIsDrawerOpen(false), [pathname]);

  return (
    <Box
      sx={{
        height: '100dvh',
        display: 'grid',
        gridTemplateColumns: hasRoomForSidebar ? `${sidebarWidth}px minmax(0, 1fr)` : 'minmax(0, 1fr)',
        gridTemplateRows: 'auto auto minmax(0, 1fr)',
        gridTemplateAreas: hasRoomForSidebar
          ? "'top top' 'sidebar notice' 'sidebar screen'"
          : "'top' 'notice' 'screen'",
      }}
    >
      <SkipLink />
      <TopBar onOpenSections={hasRoomForSidebar ? undefined : () => setIsDrawerOpen(true)} />
      {hasRoomForSidebar ? (
        <Box
          sx={{
            gridArea: 'sidebar',
            borderInlineEnd: 1,
            borderColor: 'divider',
            bgcolor: 'background.paper',
            overflowY: 'auto',
          }}
        >
          <Sidebar />
        </Box>
      ) : (
        <Drawer
          open={isDrawerOpen}
          onClose={() => setIsDrawerOpen(false)}
          slotProps={{ paper: { sx: { width: 260 }, 'aria-label': 'Sections' } }}
        >
          <Sidebar onChosen={() => setIsDrawerOpen(false)} />
        </Drawer>
      )}
      <NoticeBar />
      <Box
        component="main"
        id="screen"
        tabIndex={-1}
        sx={{
          gridArea: 'screen',
          overflow: 'auto',
          display: 'flex',
          flexDirection: 'column',
          p: { xs: 2, md: 3 },
          outline: 'none !important',
        }}
      >
        <Suspense fallback={<LoadingState />}>
          <Outlet />
        </Suspense>
      </Box>
      <CommandPalette />
      {isChangingPassword && <ChangePasswordDialog onClose={closeOwnPasswordDialog} />}
    </Box>
  );
}
