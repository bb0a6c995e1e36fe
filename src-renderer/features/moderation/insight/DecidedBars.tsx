import { Box } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import { useNavigate } from 'react-router';
import { formatNumber } from '../../../components/numbers';
import { approvedColor, type Decided, type Decision, rejectedColor } from './figures';

interface DecidedBarsProps {
  readonly decided: readonly Decided[];
  readonly layout: 'horizontal' | 'vertical';
  readonly wayTo: (one: Decided, decision: Decision) => string;
}

const height = 240;
const barHeight = 34;

/** What was approved and what was rejected, on top of each other; a click on a part leads to the cases. */
export function DecidedBars({ decided, layout, wayTo }: DecidedBarsProps) {
  const navigate = useNavigate();
  const isHorizontal = layout === 'horizontal';
  const bands = {
    scaleType: 'band',
    data: decided.map(({ key }) => key),
    valueFormatter: (key: string, { location }: { readonly location: string }) => {
      const one = decided.find((candidate) => candidate.key === key);
      return (location === 'tick' ? one?.shortLabel : one?.label) ?? '';
    },
    disableLine: true,
    disableTicks: true,
  } as const;
  const numbers = {
    valueFormatter: (value: number) => formatNumber(value),
    tickMinStep: 1,
    min: 0,
    disableLine: true,
    disableTicks: true,
  } as const;
  const shared = { stack: 'decided', valueFormatter: (value: number | null) => formatNumber(value ?? 0) };

  return (
    <Box aria-hidden sx={{ minWidth: 0 }}>
      <BarChart
        layout={layout}
        height={isHorizontal ? Math.max(140, decided.length * barHeight + 64) : height}
        margin={{ top: 8, right: isHorizontal ? 32 : 20, bottom: 0, left: 0 }}
        skipAnimation
        disableKeyboardNavigation
        grid={isHorizontal ? { vertical: true } : { horizontal: true }}
        xAxis={[isHorizontal ? { ...numbers, height: 24 } : { ...bands, height: 24, categoryGapRatio: 0.25 }]}
        yAxis={[isHorizontal ? { ...bands, width: 120, categoryGapRatio: 0.35 } : { ...numbers, width: 48 }]}
        series={[
          {
            ...shared,
            id: 'approved',
            label: 'Approved',
            color: approvedColor,
            data: decided.map(({ approved }) => approved),
          },
          {
            ...shared,
            id: 'rejected',
            label: 'Rejected',
            color: rejectedColor,
            data: decided.map(({ rejected }) => rejected),
          },
        ]}
        onItemClick={(_, { seriesId, dataIndex }) => {
          const one = decided[dataIndex];
          if (one) void navigate(wayTo(one, seriesId === 'rejected' ? 'rejected' : 'approved'));
        }}
        sx={{ '& .MuiBarElement-root': { cursor: 'pointer' } }}
      />
    </Box>
  );
}
