import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { useDebounced } from '../../components/useDebounced';
import type { Person } from './people';

interface PersonFilterProps {
  readonly personId: string | undefined;
  /** Who that is, where the list that is shown tells it. */
  readonly known: Person | null;
  readonly onChange: (person: Person | null) => void;
}

const pauseInTyping = 150;

/** Whose entries are listed: those by or about this person. */
export function PersonFilter({ personId, known, onChange }: PersonFilterProps) {
  const [chosen, setChosen] = useState<Person | null>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const search = useDebounced(typed, pauseInTyping);
  const people = useRead('activity.people', { search }, { isEnabled: isOpen, keepsPrevious: true });
  const value = personId === undefined ? null : (known ?? personOf(personId, chosen));

  return (
    <Autocomplete<Person>
      size="small"
      sx={{ width: 260, maxWidth: '100%', '& .MuiOutlinedInput-root.MuiInputBase-sizeSmall': { py: 0, minHeight: 33 } }}
      value={value}
      onChange={(_, person) => {
        setChosen(person);
        onChange(person);
      }}
      onInputChange={(_, text, reason) => setTyped(reason === 'input' ? text : '')}
      open={isOpen}
      onOpen={() => setIsOpen(true)}
      onClose={() => setIsOpen(false)}
      options={people.data?.rows ?? []}
      // The main side has searched names and e-mails already.
      filterOptions={(found) => found}
      loading={people.isFetching}
      loadingText="Searching…"
      disablePortal
      slotProps={{ listbox: { 'aria-label': 'People', 'aria-labelledby': undefined } }}
      noOptionsText={people.error ? 'The people could not be read. Try again.' : 'Nobody has that name or e-mail.'}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      getOptionLabel={(person) => person.name}
      getOptionKey={(person) => person.id}
      renderOption={({ key, ...props }, person) => (
        <li key={key} {...props}>
          <Box sx={{ minWidth: 0 }}>
            <Typography noWrap>{person.name}</Typography>
            <Typography variant="body2" color="textSecondary" noWrap>
              {person.email}
            </Typography>
            {person.actsFor && (
              <Typography variant="body2" color="textSecondary" noWrap>
                Acts for {person.actsFor.name}
              </Typography>
            )}
          </Box>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          placeholder="By or about anybody"
          slotProps={{ ...params.slotProps, htmlInput: { ...params.slotProps.htmlInput, 'aria-label': 'Person' } }}
        />
      )}
    />
  );
}

function personOf(id: string, chosen: Person | null): Person {
  return chosen?.id === id ? chosen : { id, name: 'One person', email: '', actsFor: null };
}
