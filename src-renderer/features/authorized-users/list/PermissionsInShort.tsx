import { Box, Tooltip } from '@mui/material';
import { useState } from 'react';
import type { AuthorizedUserRow } from '../../../../src-shared/contract/authorized-users';
import { TwoLines } from '../../../components/TwoLines';
import { visuallyHidden } from '../../../components/visuallyHidden';

interface PermissionsInShortProps {
  readonly permissions: AuthorizedUserRow['permissions'];
  /** Shows all of them as hovering does, for whatever holds the keyboard focus. */
  readonly isPointedAt?: boolean;
}

/** The first of what was ticked and how many more there are; on hover, and for assistive technology, all of it. */
export function PermissionsInShort({ permissions, isPointedAt = false }: PermissionsInShortProps) {
  const [isHovered, setIsHovered] = useState(false);
  const labels = permissions.map(({ label }) => label);
  const [first, ...others] = labels;
  if (first === undefined) return <TwoLines>None</TwoLines>;
  if (others.length === 0) return <TwoLines>{first}</TwoLines>;
  return (
    <Tooltip
      open={isHovered || isPointedAt}
      onOpen={() => setIsHovered(true)}
      onClose={() => setIsHovered(false)}
      // All of it is read out where it stands.
      describeChild
      title={
        <Box component="ul" sx={{ m: 0, pl: 2 }}>
          {labels.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </Box>
      }
    >
      {/* Positioned, or what is only read out would stick out of the list's own scrolling. */}
      <Box component="span" sx={{ position: 'relative' }}>
        <span aria-hidden>
          <TwoLines>
            {first}{' '}
            <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
              +{others.length}
            </Box>
          </TwoLines>
        </span>
        <Box component="span" sx={visuallyHidden}>
          {labels.join(', ')}
        </Box>
      </Box>
    </Tooltip>
  );
}
