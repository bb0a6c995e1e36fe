import CloseIcon from '@mui/icons-material/Close';
import SearchIcon from '@mui/icons-material/Search';
import { IconButton, InputAdornment, OutlinedInput } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useFocusKey } from './useFocusKey';

interface SearchFieldProps {
  /** What is searched, such as "Search staff". */
  readonly label: string;
  readonly value: string;
  /** Told when typing pauses. */
  readonly onChange: (value: string) => void;
  readonly maxLength?: number;
  /** The key that leads here from anywhere on the screen, such as "/". */
  readonly focusKey?: string;
}

const pauseInTyping = 150;

/** A number copied from elsewhere often brings marks along that nobody sees, and a cell of a table its tab. */
const controls = /\p{Control}/gu;
const unseen = /(?!\u200c|\u200d|\ufe0f)[\p{Surrogate}\p{Default_Ignorable_Code_Point}]/gu;

export function SearchField({ label, value, onChange, maxLength = 200, focusKey }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  useFocusKey(focusKey, input);

  const told = useRef(value);

  // What comes back of what was told may come late, and must not undo what was typed since.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      onChange(typed);
    }, pauseInTyping);
    return () => clearTimeout(timer);
  }, [typed, onChange]);

  function clear(): void {
    setTyped('');
    told.current = '';
    onChange('');
    input.current?.focus();
  }

  return (
    <OutlinedInput
      type="search"
      size="small"
      inputRef={input}
      value={typed}
      onChange={(event) => setTyped(event.target.value.replace(controls, ' ').replace(unseen, ''))}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '') {
          event.stopPropagation();
          clear();
        }
      }}
      placeholder={label}
      sx={{ width: 260, maxWidth: '100%', '& input::-webkit-search-cancel-button': { display: 'none' } }}
      slotProps={{ input: { 'aria-label': label, 'aria-keyshortcuts': focusKey, maxLength } }}
      startAdornment={
        <InputAdornment position="start">
          <SearchIcon fontSize="small" aria-hidden />
        </InputAdornment>
      }
      endAdornment={
        typed !== '' && (
          <InputAdornment position="end">
            <IconButton size="small" edge="end" aria-label="Clear the search" onClick={clear}>
              <CloseIcon fontSize="inherit" />
            </IconButton>
          </InputAdornment>
        )
      }
    />
  );
}
