import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
} from '@mui/material';
import { useId, useState } from 'react';
import type { Difference, Side } from './compare';
import type { VersionConflict } from './useVersionedForm';

interface VersionComparisonProps<I> {
  /** Whose or what record it is, such as "Ben Kim". */
  readonly name: string;
  readonly conflict: VersionConflict<I>;
}

/** Both versions of a record side by side, to choose from field by field before anything is saved. */
export function VersionComparison<I>({ name, conflict }: VersionComparisonProps<I>) {
  const { differences, settle, close } = conflict;
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(() => oneSidedChanges(differences));
  const [isIncomplete, setIsIncomplete] = useState(false);
  const titleId = useId();
  const textId = useId();
  const isSameOnBothSides = differences.length === 0;
  const takesTheirs = differences.every((difference) => choices.get(difference.name) === 'theirs');

  function choose(field: string, side: Side): void {
    setChoices(new Map(choices).set(field, side));
    setIsIncomplete(false);
  }

  function save(): void {
    if (differences.every((difference) => choices.has(difference.name))) void settle(choices);
    else setIsIncomplete(true);
  }

  return (
    <Dialog open onClose={close} maxWidth="md" fullWidth aria-labelledby={titleId} aria-describedby={textId}>
      <DialogTitle id={titleId}>Somebody else changed {name}</DialogTitle>
      <DialogContent>
        <DialogContentText id={textId} sx={{ mb: 2 }}>
          {isSameOnBothSides
            ? 'They made the same changes as you, so there is nothing left to save.'
            : 'Nothing of yours is saved yet. Choose for each field which version to keep; what only one of you changed is chosen already.'}
        </DialogContentText>
        {differences.map((difference) => (
          <FieldComparison
            key={difference.name}
            difference={difference}
            side={choices.get(difference.name) ?? null}
            isMissed={isIncomplete && !choices.has(difference.name)}
            onChoose={(side) => choose(difference.name, side)}
          />
        ))}
        {isIncomplete && (
          <Alert severity="error" sx={{ mt: 2 }}>
            You both changed some fields. Choose a version for each of them.
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>Back to the form</Button>
        <Button variant="contained" onClick={save}>
          {isSameOnBothSides ? 'Go on' : takesTheirs ? 'Take their version' : 'Save what is chosen'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function oneSidedChanges<I>(differences: readonly Difference<I>[]): Map<string, Side> {
  const choices = new Map<string, Side>();
  for (const { name, changedBy } of differences) if (changedBy) choices.set(name, changedBy);
  return choices;
}

interface FieldComparisonProps<I> {
  readonly difference: Difference<I>;
  readonly side: Side | null;
  readonly isMissed: boolean;
  readonly onChoose: (side: Side) => void;
}

function FieldComparison<I>({ difference, side, isMissed, onChoose }: FieldComparisonProps<I>) {
  const labelId = useId();
  const { label, mine, theirs, changedBy } = difference;
  return (
    <Box sx={{ py: 1.5, borderTop: 1, borderColor: isMissed ? 'error.main' : 'divider' }}>
      <Box id={labelId} sx={{ typography: 'subtitle2', color: isMissed ? 'error.main' : undefined, mb: 0.5 }}>
        {label}
        {changedBy === null && ': you both changed this'}
      </Box>
      <RadioGroup
        row
        aria-labelledby={labelId}
        value={side}
        onChange={(_, chosen) => onChoose(chosen === 'mine' ? 'mine' : 'theirs')}
        sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 1 }}
      >
        <Version value="mine" title="Yours" words={mine} isChosen={side === 'mine'} />
        <Version value="theirs" title="Theirs" words={theirs} isChosen={side === 'theirs'} />
      </RadioGroup>
    </Box>
  );
}

interface VersionProps {
  readonly value: Side;
  readonly title: string;
  readonly words: readonly string[];
  readonly isChosen: boolean;
}

function Version({ value, title, words, isChosen }: VersionProps) {
  return (
    <FormControlLabel
      value={value}
      control={<Radio sx={{ alignSelf: 'start', p: 0.5, mr: 0.5 }} />}
      label={
        <Box component="span" sx={{ display: 'block', overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          <Box component="span" sx={{ display: 'block', typography: 'caption', color: 'text.secondary' }}>
            {title}
          </Box>
          {words.length === 0 ? 'Empty' : words.join('\n')}
        </Box>
      }
      sx={{ m: 0, p: 1, border: 1, borderRadius: 1, borderColor: isChosen ? 'primary.main' : 'divider' }}
    />
  );
}
