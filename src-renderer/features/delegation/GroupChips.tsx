import { Chip, Stack } from '@mui/material';

interface GroupChipsProps {
  readonly groups: readonly string[];
  readonly onChoose: (group: string) => void;
}

/** The groups there are already, so that nobody makes a second one by a slip of the pen. */
export function GroupChips({ groups, onChoose }: GroupChipsProps) {
  if (groups.length === 0) return null;
  return (
    <Stack role="group" aria-label="Groups there are" direction="row" sx={{ flexWrap: 'wrap', gap: 0.75, mb: 2 }}>
      {groups.map((group) => (
        <Chip key={group} label={group} variant="outlined" onClick={() => onChoose(group)} />
      ))}
    </Stack>
  );
}
