import { Box, Dialog, InputBase, Typography } from '@mui/material';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useReauthentication } from '../../api/reauthentication';
import type { Command } from './command';
import { closePalette, openPalette, usePalette } from './palette';
import { searchGroup, useOfferedCommands } from './useOfferedCommands';

/** Ctrl/Cmd-K: type a few letters of what is wanted, Enter. */
export function CommandPalette() {
  const isOpen = usePalette((state) => state.isOpen);

  useEffect(() => {
    function openByKey(event: globalThis.KeyboardEvent): void {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      if (useReauthentication.getState().answer) return;
      if (usePalette.getState().isOpen) closePalette();
      else openPalette();
    }
    window.addEventListener('keydown', openByKey);
    return () => {
      window.removeEventListener('keydown', openByKey);
      closePalette();
    };
  }, []);

  return (
    <Dialog
      open={isOpen}
      onClose={closePalette}
      fullWidth
      maxWidth="sm"
      transitionDuration={0}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{ paper: { 'aria-label': 'Command palette', sx: { mt: 'min(12vh, 96px)' } } }}
    >
      <PaletteContent />
    </Dialog>
  );
}

function PaletteContent() {
  const [typed, setTyped] = useState('');
  const [position, setPosition] = useState(0);
  const listId = useId();
  const found = useOfferedCommands(typed);
  const current = found[Math.min(position, found.length - 1)];
  // What is typed can be searched for all the same.
  const isUnknown = found.every(({ group }) => group === searchGroup);
  const optionId = (command: Command) => `${listId}-${command.id}`;

  useEffect(() => {
    if (current) document.getElementById(`${listId}-${current.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [current, listId]);

  function run(command: Command): void {
    closePalette();
    command.run();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setPosition((position + step + found.length) % found.length);
    } else if (event.key === 'Enter' && current && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(current);
    }
  }

  return (
    <>
      <InputBase
        autoFocus
        fullWidth
        placeholder="Type what you want to do"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setPosition(0);
        }}
        onKeyDown={onKeyDown}
        sx={{ px: 2, py: 1, borderBottom: 1, borderColor: 'divider', fontSize: '0.9375rem' }}
        slotProps={{
          input: {
            role: 'combobox',
            'aria-label': 'Command',
            'aria-expanded': true,
            'aria-controls': listId,
            'aria-autocomplete': 'list',
            'aria-activedescendant': current ? optionId(current) : undefined,
            maxLength: 100,
            spellCheck: false,
          },
        }}
      />
      <Box id={listId} role="listbox" aria-label="Commands" sx={{ overflowY: 'auto', maxHeight: 360, p: 1 }}>
        {found.map((command, index) => (
          <Box key={command.id} role="presentation">
            {command.group !== found[index - 1]?.group && (
              <Typography variant="overline" color="textSecondary" component="div" aria-hidden sx={{ px: 1, pt: 0.5 }}>
                {command.group}
              </Typography>
            )}
            <Box
              id={optionId(command)}
              role="option"
              aria-selected={command === current}
              // The focus stays in the field, from which the arrow keys choose.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setPosition(index)}
              onClick={() => run(command)}
              sx={{
                px: 1,
                py: 0.75,
                borderRadius: 1,
                cursor: 'pointer',
                typography: 'body1',
                bgcolor: command === current ? 'action.selected' : undefined,
              }}
            >
              {command.label}
            </Box>
          </Box>
        ))}
      </Box>
      <Typography role="status" variant="body2" color="textSecondary" sx={{ px: 2, pb: isUnknown ? 2 : 0 }}>
        {isUnknown && 'Nothing by that name.'}
      </Typography>
    </>
  );
}
