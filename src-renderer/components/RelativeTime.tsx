import { Box, Tooltip } from '@mui/material';
import { useState } from 'react';
import { formatExactly, formatRelatively } from './times';
import { useNow } from './useNow';

interface RelativeTimeProps {
  readonly instant: number;
  /** Shows the exact time as hovering does, for whatever holds the keyboard focus. */
  readonly isPointedAt?: boolean;
}

/** How long ago something happened, and on hover exactly when. Assistive technology is told the exact time. */
export function RelativeTime({ instant, isPointedAt = false }: RelativeTimeProps) {
  const now = useNow();
  const [isHovered, setIsHovered] = useState(false);
  return (
    <Tooltip
      title={formatExactly(instant)}
      open={isHovered || isPointedAt}
      onOpen={() => setIsHovered(true)}
      onClose={() => setIsHovered(false)}
    >
      <Box component="time" dateTime={new Date(instant).toISOString()} sx={{ whiteSpace: 'nowrap' }}>
        {formatRelatively(instant, now)}
      </Box>
    </Tooltip>
  );
}
