import { Box, Button, Chip, Typography } from '@mui/material';
import type { MessageTemplate } from '../../../../src-shared/contract/moderation-settings';
import { ActionButton } from '../../../components/ActionButton';

interface TemplateRowProps {
  readonly template: MessageTemplate;
  readonly isArchiving: boolean;
  readonly onEdit: () => void;
  readonly onArchive: () => void;
}

export function TemplateRow({ template, isArchiving, onEdit, onArchive }: TemplateRowProps) {
  const { name, text, isArchived } = template;
  return (
    <Box
      component="li"
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
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
          <Typography component="span" sx={{ fontWeight: 600 }}>
            {name}
          </Typography>
          {isArchived && <Chip label="Archived" variant="outlined" />}
        </Box>
        <Typography
          variant="body2"
          color="textSecondary"
          sx={{ display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}
        >
          {text}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center' }}>
        <Button size="small" aria-label={`Edit ${name}`} onClick={onEdit}>
          Edit
        </Button>
        <ActionButton
          size="small"
          isRunning={isArchiving}
          aria-label={isArchived ? `Take ${name} out of the archive` : `Archive ${name}`}
          onClick={onArchive}
        >
          {isArchived ? 'Take out of the archive' : 'Archive'}
        </ActionButton>
      </Box>
    </Box>
  );
}
