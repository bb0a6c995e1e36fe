import { Alert, Box, Chip, Stack, Typography } from '@mui/material';
import { useId } from 'react';
import { hasWholePlaceholders } from '../../../../src-shared/placeholders';
import { useSession } from '../../../app/session/session';
import { useNow } from '../../../components/useNow';
import { placeholderMeanings, previewTemplate } from './template-form';
import { useKnownPlaceholders } from './useKnownPlaceholders';

interface PlaceholdersProps {
  readonly text: string;
  readonly onInsert: (placeholder: string) => void;
}

/** What can stand in braces, and what becomes of it. */
export function Placeholders({ text, onInsert }: PlaceholdersProps) {
  const { fieldLabels } = useKnownPlaceholders();
  const insertable = [
    ...placeholderMeanings,
    ...fieldLabels.map((name) => ({ name, meaning: 'what their profile has there' })),
  ];
  return (
    <>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 0.75 }}>
        What stands in braces is filled for each person. Choose one to put it into the text:
      </Typography>
      <Stack
        role="group"
        aria-label="Placeholders"
        direction="row"
        sx={{ flexWrap: 'wrap', gap: 0.75, mb: 2, maxHeight: 120, overflowY: 'auto' }}
      >
        {insertable.map(({ name, meaning }) => (
          <Chip
            key={name}
            label={`{${name}}`}
            title={meaning}
            aria-label={`{${name}}, ${meaning}`}
            variant="outlined"
            onClick={() => onInsert(`{${name}}`)}
          />
        ))}
      </Stack>
      <Preview text={text} />
    </>
  );
}

function Preview({ text }: { readonly text: string }) {
  const headingId = useId();
  const officeName = useSession(({ view }) => view?.officeName ?? '');
  const { fieldLabels, isComplete, typeName } = useKnownPlaceholders();
  const now = useNow();
  // Until every brace is closed nobody can say what it will be.
  if (text.trim() === '' || !hasWholePlaceholders(text)) return null;
  const preview = previewTemplate(text, { officeName, fieldLabels, typeName, now });
  const names = preview.unknown.map((name) => `{${name}}`).join(', ');
  return (
    <Box component="section" aria-labelledby={headingId} sx={{ mb: 2 }}>
      <Typography variant="subtitle2" component="h3" id={headingId} sx={{ mb: 0.5 }}>
        As Kim Larsen would read it
      </Typography>
      <Box
        sx={{
          p: 1.5,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          typography: 'body2',
          whiteSpace: 'pre-line',
          overflowWrap: 'anywhere',
        }}
      >
        {preview.text}
      </Box>
      <Box role="status">
        {preview.unknown.length > 0 && (
          <Alert severity="warning" sx={{ mt: 1 }}>
            {isComplete
              ? `No profile has a field for ${names}, so a message with it could not be sent. Choose another, or take it out.`
              : `${names} can only be filled for people whose profile has such a field.`}
          </Alert>
        )}
      </Box>
    </Box>
  );
}
