import { Box, Tab, Tabs } from '@mui/material';
import { memo } from 'react';
import type { OutputOf } from '../../../../src-shared/contract';
import { type CaseTab, caseTabs } from '../../../../src-shared/contract/sign-up-cases';
import { formatNumber } from '../../../components/numbers';
import { tabLabels } from '../words';
import { countIn } from './counts';

type Counts = OutputOf<'moderation.counts'>;

/** Below the name, where all five are to stand beside each other in a narrow window. */
const countStyle = {
  display: { xs: 'block', sm: 'inline' },
  ml: { sm: 0.75 },
  color: 'text.secondary',
  fontWeight: 500,
} as const;

interface QueueTabsProps {
  readonly tab: CaseTab;
  /** Undefined until they are known. */
  readonly counts: Counts | undefined;
  readonly onChange: (tab: CaseTab) => void;
}

/** The parts of the queue, each with how many are in it. */
export const QueueTabs = memo(function QueueTabs({ tab, counts, onChange }: QueueTabsProps) {
  return (
    <Tabs
      value={tab}
      onChange={(_, chosen: CaseTab) => onChange(chosen)}
      variant="scrollable"
      allowScrollButtonsMobile
      aria-label="Parts of the queue"
      sx={{ mb: 1.5, borderBottom: 1, borderColor: 'divider', flex: 'none' }}
    >
      {caseTabs.map((name) => (
        <Tab
          key={name}
          value={name}
          id={`tab-${name}`}
          aria-controls="queue-panel"
          label={
            <span>
              {tabLabels[name]}
              {counts && (
                <Box component="span" sx={countStyle}>
                  {formatNumber(countIn(counts, name))}
                </Box>
              )}
            </span>
          }
        />
      ))}
    </Tabs>
  );
});
