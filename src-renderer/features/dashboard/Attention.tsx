import { Box, Paper, Typography } from '@mui/material';
import { Link } from 'react-router';
import { formatNumber } from '../../components/numbers';
import { type Figures, usersWhere } from './counts';

/** What somebody should look at. */
export function Attention({ figures }: { readonly figures: Figures }) {
  const { isLocked, mustChangePassword, inTrash } = figures.attention;
  const numbers = [
    { label: 'Locked', count: isLocked, to: usersWhere({ locked: '1' }) },
    { label: 'Must change password', count: mustChangePassword, to: usersWhere({ mustChange: '1' }) },
    { label: 'In the trash', count: inTrash, to: usersWhere({ status: 'trash' }) },
  ];
  return (
    <Box component="section" aria-labelledby="attention" sx={{ mb: 2 }}>
      <Typography variant="h2" id="attention" sx={{ mb: 1 }}>
        What needs attention
      </Typography>
      <Box
        component="ul"
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(120px, 100%), 1fr))',
          gap: 2,
          listStyle: 'none',
          m: 0,
          p: 0,
        }}
      >
        {numbers.map((number) => (
          <li key={number.label}>
            <AttentionNumber {...number} />
          </li>
        ))}
      </Box>
    </Box>
  );
}

interface AttentionNumberProps {
  readonly label: string;
  readonly count: number;
  readonly to: string;
}

function AttentionNumber({ label, count, to }: AttentionNumberProps) {
  return (
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
      <Box component="span" sx={{ display: 'block', fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.3 }}>
        {formatNumber(count)}
      </Box>{' '}
      <Box component="span" sx={{ typography: 'body2', color: 'text.secondary' }}>
        {label}
      </Box>
    </Paper>
  );
}
