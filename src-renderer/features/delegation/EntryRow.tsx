import DownIcon from '@mui/icons-material/KeyboardArrowDown';
import UpIcon from '@mui/icons-material/KeyboardArrowUp';
import { Box, Button, Typography } from '@mui/material';
import type { KeyboardEvent } from 'react';
import { RowButton } from '../../components/RowButton';

export interface RowPlace {
  /** Counted from 0 among those that are put in order. */
  readonly index: number;
  readonly count: number;
  readonly onMove: (by: -1 | 1) => void;
}

interface EntryRowProps {
  readonly id: string;
  readonly name: string;
  readonly details: readonly string[];
  readonly isArchived: boolean;
  /** Null for who stands apart, in no order. */
  readonly place: RowPlace | null;
  readonly onEdit: () => void;
  readonly onArchive: () => void;
  readonly onDelete: () => void;
}

/** A category or a permission, with what can be done with it. Alt and an arrow key move it as its buttons do. */
export function EntryRow({ id, name, details, isArchived, place, onEdit, onArchive, onDelete }: EntryRowProps) {
  function moveByKey(event: KeyboardEvent): void {
    if (!place || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    place.onMove(event.key === 'ArrowUp' ? -1 : 1);
  }

  return (
    <Box
      component="li"
      data-entry={id}
      onKeyDown={moveByKey}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1,
        rowGap: 0.5,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {name}
        </Typography>
        {details.map((detail) => (
          <Typography key={detail} variant="body2" color="textSecondary">
            {detail}
          </Typography>
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center' }}>
        {place && (
          <>
            <RowButton
              part="up"
              label={`Move up ${name}`}
              icon={UpIcon}
              isOff={place.index === 0}
              onPress={() => place.onMove(-1)}
            />
            <RowButton
              part="down"
              label={`Move down ${name}`}
              icon={DownIcon}
              isOff={place.index === place.count - 1}
              onPress={() => place.onMove(1)}
            />
          </>
        )}
        <Button size="small" data-part="edit" aria-label={`Edit ${name}`} onClick={onEdit}>
          Edit
        </Button>
        <Button
          size="small"
          aria-label={isArchived ? `Take ${name} out of the archive` : `Archive ${name}`}
          onClick={onArchive}
        >
          {isArchived ? 'Take out of the archive' : 'Archive'}
        </Button>
        <Button size="small" color="error" aria-label={`Delete ${name}`} onClick={onDelete}>
          Delete
        </Button>
      </Box>
    </Box>
  );
}
