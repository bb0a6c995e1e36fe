import { Link } from '@mui/material';

/** The first thing the keyboard reaches: past the sections, to the screen. */
export function SkipLink() {
  return (
    <Link
      href="#screen"
      onClick={(event) => {
        // The address stays the screen's own.
        event.preventDefault();
        document.getElementById('screen')?.focus();
      }}
      sx={{
        position: 'absolute',
        insetInlineStart: 8,
        top: -60,
        zIndex: 'tooltip',
        px: 2,
        py: 1,
        borderRadius: 1,
        bgcolor: 'background.paper',
        boxShadow: 4,
        '&:focus': { top: 8 },
      }}
    >
      Skip to the screen
    </Link>
  );
}
