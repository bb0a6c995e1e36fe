import { Box, Link } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import { formatNumber } from '../../../components/numbers';
import type { Decided, Decision } from './figures';

interface DecidedTableProps {
  readonly title: string;
  readonly what: string;
  readonly decided: readonly Decided[];
  readonly wayTo: (one: Decided, decision: Decision) => string;
}

/** The same as the bars say, to be read, with each number as the way to the cases. */
export function DecidedTable({ title, what, decided, wayTo }: DecidedTableProps) {
  return (
    <Box sx={{ maxHeight: 260, overflowY: 'auto' }}>
      <Box
        component="table"
        aria-label={title}
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          typography: 'body2',
          '& th, & td': { p: 0.5, textAlign: 'end', fontWeight: 400, fontVariantNumeric: 'tabular-nums' },
          '& th:first-of-type': { textAlign: 'start', overflowWrap: 'anywhere' },
          '& thead th': { fontWeight: 600, color: 'text.secondary' },
          '& tbody tr': { borderTop: 1, borderColor: 'divider' },
        }}
      >
        <thead>
          <tr>
            <th scope="col">{what}</th>
            <th scope="col">Approved</th>
            <th scope="col">Rejected</th>
          </tr>
        </thead>
        <tbody>
          {decided.map((one) => (
            <tr key={one.key}>
              <th scope="row">{one.label}</th>
              {(['approved', 'rejected'] as const).map((decision) => (
                <td key={decision}>
                  <NumberLink
                    count={one[decision]}
                    label={`${one.label}: ${formatNumber(one[decision])} ${decision}`}
                    to={wayTo(one, decision)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

interface NumberLinkProps {
  readonly count: number;
  readonly label: string;
  readonly to: string;
}

function NumberLink({ count, label, to }: NumberLinkProps) {
  if (count === 0) return formatNumber(count);
  return (
    <Link component={RouterLink} to={to} aria-label={label}>
      {formatNumber(count)}
    </Link>
  );
}
