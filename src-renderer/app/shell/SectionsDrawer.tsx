import { Drawer } from '@mui/material';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { Sidebar } from './Sidebar';

interface SectionsDrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The sections, where there is no room for them beside the screen. */
export function SectionsDrawer({ isOpen, onClose }: SectionsDrawerProps) {
  const { pathname } = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes when another screen is shown.
  useEffect(() => onClose(), [pathname]);

  return (
    <Drawer open={isOpen} onClose={onClose} slotProps={{ paper: { sx: { width: 260 }, 'aria-label': 'Sections' } }}>
      <Sidebar onChosen={onClose} />
    </Drawer>
  );
}
