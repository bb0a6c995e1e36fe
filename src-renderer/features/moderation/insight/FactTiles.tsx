import { Box, Paper } from '@mui/material';
import { Link } from 'react-router';
import type { Fact } from './figures';

/** What is asked first, each as the way to the cases. */
export function FactTiles({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <Box
      component="ul"
      aria-label="At this moment"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr))',
        gap: 2,
        listStyle: 'none',
        m: 0,
        mb: 2,
        p: 0,
      }}
    >
      {facts.map(({ label, words, to }) => (
        <li key={label}>
          <Paper
            component={Link}
            to={to}
            variant="outlined"
            sx={{
              display: 'block',
              px: 2,
              py: 1.5,
              height: '100%',
              color: 'inherit',
              textDecoration: 'none',
              '&:hover': { borderColor: 'text.secondary' },
            }}
          >
            <Box component="span" sx={{ display: 'block', fontSize: '1.25rem', fontWeight: 650, lineHeight: 1.3 }}>
              {words}
            </Box>{' '}
            <Box component="span" sx={{ typography: 'body2', color: 'text.secondary' }}>
              {label}
            </Box>
          </Paper>
        </li>
      ))}
    </Box>
  );
}
