import { Box } from '@mui/material';
import { formatNumber } from '../../components/numbers';
import { CountLink } from './CountLink';
import type { Count } from './counts';

interface CountTableProps {
  readonly title: string;
  readonly what: string;
  readonly counts: readonly Count[];
}

/** The newest and the largest are what is looked for: weeks and days come last first. */
export function CountTable({ title, what, counts }: CountTableProps) {
  return (
    <Box sx={{ maxHeight: 240, overflowY: 'auto' }}>
      <Box
        component="table"
        aria-label={title}
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          typography: 'body2',
          '& th, & td': { p: 0.5, textAlign: 'start', fontWeight: 400 },
          '& th:last-child, & td:last-child': { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
          '& thead th': { fontWeight: 600, color: 'text.secondary' },
          '& tbody tr': { borderTop: 1, borderColor: 'divider' },
        }}
      >
        <thead>
          <tr>
            <th scope="col">{what}</th>
            <th scope="col">Number</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={count.key}>
              <th scope="row">
                <CountLink count={count} />
              </th>
              <td>{formatNumber(count.count)}</td>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}
