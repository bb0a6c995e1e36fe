import { Box } from '@mui/material';
import { useArea } from '../area';
import { BackOfficeEntries } from './BackOfficeEntries';
import { OwnEntries } from './OwnEntries';

export interface SidebarProps {
  readonly onChosen?: () => void;
}

/** Where the person can go to from here. */
export function Sidebar({ onChosen }: SidebarProps) {
  const area = useArea();
  return (
    <Box component="nav" aria-label="Sections" sx={{ p: 1 }}>
      {area === 'back-office' ? <BackOfficeEntries onChosen={onChosen} /> : <OwnEntries onChosen={onChosen} />}
    </Box>
  );
}
