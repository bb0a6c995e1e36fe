import { Box, useMediaQuery, useTheme } from '@mui/material';
import { Suspense, useCallback, useState } from 'react';
import { Outlet } from 'react-router';
import { LeaveWarning } from '../../components/form/LeaveWarning';
import { LoadingState } from '../../components/LoadingState';
import { ChangePasswordDialog } from '../../features/session/ChangePasswordDialog';
import { CommandPalette } from '../palette/CommandPalette';
import { NoticeBar } from './NoticeBar';
import { closeOwnPasswordDialog, useOwnPasswordDialog } from './own-password';
import { SectionsDrawer } from './SectionsDrawer';
import { Sidebar } from './Sidebar';
import { SkipLink } from './SkipLink';
import { TopBar } from './TopBar';

const sidebarWidth = 216;

/**
 * The frame around every screen: sections at the left, office and person at the top. It does not follow the address
 * itself: all of it would be drawn anew from each case of a queue to the next.
 */
export function Shell() {
  const hasRoomForSidebar = useMediaQuery(useTheme().breakpoints.up('md'), { noSsr: true });
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  const isChangingPassword = useOwnPasswordDialog((state) => state.isOpen);
  const closeDrawer = useCallback(() => setIsDrawerOpen(false), []);

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
      <LeaveWarning />
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
        <SectionsDrawer isOpen={isDrawerOpen} onClose={closeDrawer} />
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
